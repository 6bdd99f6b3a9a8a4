// The same way through the typed Java API, for Fiji's Script Editor and headless runs.
#@ CommandService command
#@ File (style = "directory") output
import org.braindyn.command.open.*
import org.braindyn.command.regions.*
import org.braindyn.command.graph.*
import org.braindyn.command.models.*
import org.braindyn.command.ask.*

// Runs a command and returns its outputs; an error ends the script with the command's message.
def run = { Class c, Map inputs -> command.run(c, false, inputs).get() }

def sample = run(OpenSample, [:])
def cut = run(Parcellate, [scan: sample.getOutput("scan"), labels: sample.getOutput("labels")])
def signals = cut.getOutput("signals")
def graph = run(BuildGraph, [signals: signals, method: "correlation", threshold: 0.5d]).getOutput("graph")
def model = new File(output, "model.npz")
def trained = run(Train, [signals: signals, graph: graph, epochs: 10, seed: 1L, model: model])
trained.getOutput("table").save(new File(output, "errors.csv").path)
def forecast = run(Forecast, [signals: signals, model: model, horizon: 10])
forecast.getOutput("table").save(new File(output, "forecast.csv").path)
def effect = run(Perturb, [signals: signals, model: model, labels: sample.getOutput("labels"), horizon: 20])
effect.getOutput("table").save(new File(output, "effect.csv").path)
run(Save, [image: effect.getOutput("map"), file: new File(output, "effect_map.nii.gz")])
