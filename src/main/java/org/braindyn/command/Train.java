package org.braindyn.command;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.fiji.BrainDynCommand;
import org.braindyn.fiji.LastModel;
import org.braindyn.fiji.LossPlot;
import org.braindyn.fiji.MatrixImage;
import org.braindyn.fiji.SignalsImage;
import org.braindyn.fiji.Tables;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.ModelSettings;
import org.braindyn.model.Variant;
import org.braindyn.pipeline.ScoreTable;
import org.braindyn.pipeline.TimeSplit;
import org.braindyn.pipeline.TrainSignals;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.TrainingSettings;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains BrainDyn on one recording and tests it beside the baselines. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Train",
    description = "Train on a recording; the errors are tested on frames that training never saw",
    attrs = @Attr(name = "no-legacy"))
public class Train extends BrainDynCommand {
  @Parameter(persist = false, description = "region x time image from BrainDyn Parcellate")
  private ImagePlus signals;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "N x N image; None = correlation of the training frames")
  private ImagePlus graph;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "another recording to test on; None = the last fifth of this one")
  private ImagePlus test;

  @Parameter(persist = false, min = "2", description = "frames the model sees")
  private int context = 30;

  @Parameter(persist = false, min = "1", description = "frames it forecasts")
  private int horizon = 10;

  @Parameter(persist = false, min = "1", description = "frames from window to window")
  private int stride = 1;

  @Parameter(persist = false, min = "1", description = "passes over the training windows")
  private int epochs = 30;

  @Parameter(persist = false, min = "1", description = "windows per step")
  private int batch = 16;

  @Parameter(persist = false, min = "1e-7", max = "1", description = "learning rate")
  private double rate = 1e-3;

  @Parameter(persist = false, min = "1", max = "1024", description = "size of a region's stalk (H)")
  private int hidden = 16;

  @Parameter(persist = false, min = "2", max = "1024", description = "size of its maps (M)")
  private int maps = 16;

  @Parameter(
      persist = false,
      choices = {"continuous", "released"},
      description = "messages during integration, or once per chunk as the authors released it")
  private String variant = "continuous";

  @Parameter(
      persist = false,
      choices = {"rk4", "midpoint", "euler"},
      description = "ODE solver")
  private String method = "rk4";

  @Parameter(persist = false, description = "the same seed gives the same model")
  private long seed = 1;

  @Parameter(persist = false, style = "save", description = "model file to write (.npz)")
  private File model = LastModel.get();

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot loss;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    RegionSignals recording = SignalsImage.signals(signals);
    TimeSplit split =
        test == null
            ? TimeSplit.of(recording, context, horizon, stride)
            : TimeSplit.of(recording, SignalsImage.signals(test), context, horizon, stride);
    ModelSettings settings =
        ModelSettings.builder(recording.size())
            .context(context)
            .horizon(horizon)
            .hidden(hidden)
            .maps(maps)
            .variant(Variant.valueOf(variant.toUpperCase(java.util.Locale.ROOT)))
            .method(method)
            .build();
    TrainingSettings training =
        TrainingSettings.defaults()
            .withEpochs(epochs)
            .withBatch(batch)
            .withLearningRate(rate)
            .withSeed(Seed.of(seed));
    BrainGraph edges = graph == null ? null : BrainGraph.ofMatrix(MatrixImage.matrix(graph));
    LiveLoss live = new LiveLoss();
    TrainSignals result =
        TrainSignals.run(
            recording, split, edges, settings, training, live, model.toPath(), progress());
    LastModel.set(model);
    table = Tables.cells(ScoreTable.columns(horizon), ScoreTable.rows(result.scores()));
    TrainingLog log = result.log();
    loss = LossPlot.of(LiveLoss.train(log), LiveLoss.validation(log));
    notes = LiveLoss.summary(result, model);
  }
}
