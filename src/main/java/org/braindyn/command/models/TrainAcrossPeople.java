package org.braindyn.command.models;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.fiji.bridge.ListedChoices;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.Tables;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.people.PeopleData;
import org.braindyn.people.PeopleFold;
import org.braindyn.people.PeoplePlan;
import org.braindyn.people.PeopleTask;
import org.braindyn.people.StudyTables;
import org.braindyn.people.TrainPeople;
import org.braindyn.people.TrainSignals;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains one model on recordings of many people and tests it on people left out. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Train Across People",
    description = "One model from many people's recordings, tested on people it never saw",
    attrs = @Attr(name = "no-legacy"))
public class TrainAcrossPeople extends PeopleCommand implements ListedChoices {
  @Parameter(persist = false, description = "kind of model; auto = what forecasts best here")
  private String variant = "auto";

  @Parameter(persist = false, min = "0", description = "passes over the windows, 0 = its own")
  private int epochs = 0;

  @Parameter(persist = false, min = "0", description = "windows per step, 0 = its own")
  private int batch = 0;

  @Parameter(
      persist = false,
      min = "0",
      max = "1",
      description = "learning rate, 0 = its own (0.001)")
  private double rate = 0;

  @Parameter(
      persist = false,
      required = false,
      description = "what else the variant asks, e.g. members=3; see the docs of variants")
  private String further = "";

  @Parameter(persist = false, description = "also train an LSTM without graph, to compare with")
  private boolean lstm;

  @Parameter(persist = false, style = "save", description = "model file to write (.npz)")
  private File model = LastModel.fresh();

  @Parameter(
      persist = false,
      required = false,
      style = "save",
      description = "file to go on from after a stop; empty = beside the model while it trains")
  private File checkpoint;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot loss;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot steps;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  public List<String> choices(String parameter) {
    return parameter.equals("variant") ? ModelKinds.names() : List.of();
  }

  @Override
  protected void execute() {
    PeoplePlan plan = plan().trained(epochs, batch, rate);
    ModelKind kind = ModelKinds.named(variant);
    Path resume =
        checkpoint == null
            ? TrainPeople.beside(model.toPath(), ".checkpoint")
            : checkpoint.toPath();
    try (PeopleData people = people()) {
      PeopleTask task =
          new PeopleTask(
              people.set(),
              PeopleFold.one(people.set(), split(), train(), validation(), plan.seed()),
              plan,
              new LiveLoss(),
              resume);
      TrainPeople result =
          TrainPeople.run(
              new TrainSignals.Wanted(kind, plan.settings(kind).with(further), null, lstm),
              task,
              model.toPath(),
              checkpoint != null,
              progress().part(0.1, 1));
      LastModel.set(model);
      verdict(result.verdict().better(), result.verdict().sentence());
      table = Tables.of(StudyTables.overview(result.scores(), plan.seed()));
      loss = LiveLoss.plot(result.log());
      steps = StepPlot.of(result.scores());
      notes = String.join("\n", people.notes()) + "\n" + String.join("\n", result.notes());
      notes = reported(notes.strip(), result.scores());
    }
  }
}
