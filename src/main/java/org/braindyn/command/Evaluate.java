package org.braindyn.command;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Seed;
import org.braindyn.fiji.BrainDynCommand;
import org.braindyn.fiji.Tables;
import org.braindyn.pipeline.PeopleStudy;
import org.braindyn.pipeline.StudyTables;
import org.braindyn.pipeline.TrainOptions;
import org.braindyn.signal.Split;
import org.braindyn.training.DataSet;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Many people: train on some, test on others, every model and baseline in one table. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Evaluate",
    description = "Train on some people, test on others: errors of all models with intervals",
    attrs = @Attr(name = "no-legacy"))
public class Evaluate extends BrainDynCommand {
  @Parameter(
      persist = false,
      required = false,
      description = "folder of recordings or a manifest (person, file, TR, site ...)")
  private File data;

  @Parameter(persist = false, min = "0", description = "s between samples, 0 = as the files say")
  private double interval = 0;

  @Parameter(
      persist = false,
      min = "0",
      description = "people who train, in file order; 0 = drawn by the seed, 70 %")
  private int train = 0;

  @Parameter(persist = false, min = "1", description = "people who choose epochs and ridges")
  private int validation = 2;

  @Parameter(persist = false, min = "2", description = "frames the models see")
  private int context = 30;

  @Parameter(persist = false, min = "1", description = "frames they forecast")
  private int horizon = 10;

  @Parameter(persist = false, min = "1", description = "frames from test window to test window")
  private int stride = 10;

  @Parameter(
      persist = false,
      choices = {"both", "linear skip", "released", "all"},
      description = "BrainDyn beside a linear skip, as released; all = and an LSTM without graph")
  private String models = "both";

  @Parameter(persist = false, min = "1", description = "epochs of the released model")
  private int epochs = 30;

  @Parameter(persist = false, description = "the same seed gives the same table")
  private long seed = 1;

  @Parameter(
      persist = false,
      required = false,
      style = "directory",
      description = "folder for the tables (CSV); empty = none")
  private File output;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot steps;

  @Override
  protected void execute() {
    if (data == null) {
      throw new BadInput("data is missing. Choose a folder of recordings or a manifest.");
    }
    try {
      DataSet set = DataSet.read(data.toPath(), interval > 0 ? interval : Double.NaN, progress());
      Split split = PeopleStudy.split(set, train, validation, Seed.of(seed));
      PeopleStudy.Plan plan =
          PeopleStudy.Plan.of(
              models, context, horizon, stride, TrainOptions.training(epochs, 64, 1e-3, seed));
      PeopleStudy study =
          PeopleStudy.run(
              set,
              split,
              plan,
              new LiveLoss(),
              output == null ? null : output.toPath(),
              progress());
      if (output != null) {
        StudyTables.write(output.toPath(), set, study, Seed.of(seed));
        StepPlot.write(study.scores(), output.toPath().resolve("by_step.png"));
      }
      table =
          Tables.cells(StudyTables.OVERVIEW, StudyTables.overview(study.scores(), Seed.of(seed)));
      steps = StepPlot.of(study.scores());
    } catch (IOException e) {
      throw new BadInput("Evaluate failed: " + Reason.of(e), e);
    }
  }
}
