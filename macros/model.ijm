// What a trained model says about a person it never saw: forecast, synthetic scan, stimulation, links.
// Any model file will do, e.g. that of people.ijm. In Fiji: Plugins > Macros > Run...; headless: the
// argument is "model file|signals file|label file|output folder".
arguments = getArgument();
if (arguments == "") {
    arguments = File.openDialog("A model file") + "|" + File.openDialog("Signals of a person") + "|"
        + File.openDialog("The label image") + "|" + getDirectory("Choose an output folder");
}
parts = split(arguments, "|");
model = parts[0];
output = parts[3];
if (!endsWith(output, File.separator)) output = output + File.separator;
File.makeDirectory(output);
run("BrainDyn Import Signals...", "file=[" + parts[1] + "]");
rename("person");
run("BrainDyn Open Scan...", "file=[" + parts[2] + "] labels");
rename("places");

// What comes after frame 100, as table and as a map in sd; the Log names the model's training.
run("BrainDyn Forecast...", "signals=person model=[" + model + "] labels=places start=100 horizon=12");
saveAs("Results", output + "forecast.csv");
run("BrainDyn Save...", "image=[forecast of person (sd)] file=[" + output + "forecast_map.nii.gz]");

// A synthetic scan of 300 frames: it can be cut into regions like a real one.
run("BrainDyn Generate...", "signals=person model=[" + model + "] labels=places frames=300 seed=1");
saveAs("Results", output + "realism.csv");
run("BrainDyn Save...", "image=[FC real and generated of person] file=[" + output + "connectivity.png]");
run("BrainDyn Save...", "image=[generated scan like person] file=[" + output + "generated.nii.gz]");

// A stimulation of the hub, and every region in turn.
run("BrainDyn Perturb...", "signals=person model=[" + model + "] labels=places size=1 horizon=12");
saveAs("Results", output + "effect.csv");
run("BrainDyn Save...", "image=[effect map] file=[" + output + "effect_map.nii.gz]");
run("BrainDyn Effective Connectivity...", "signals=person model=[" + model + "] horizon=3");
saveAs("Results", output + "hubs.csv");
run("BrainDyn Save...", "image=[effective connectivity] file=[" + output + "links.png]");
print("BrainDyn model done: " + output);
