package org.braindyn.command.models;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.people.TimeSplit;
import org.braindyn.people.TrainSignals;
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
public class Train extends KindCommand {
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

  @Parameter(persist = false, min = "1", description = "frames forecast at once; 1 to stimulate")
  private int horizon = 10;

  @Parameter(persist = false, min = "1", description = "frames from window to window")
  private int stride = 1;

  @Parameter(persist = false, description = "kind of model; auto = what forecasts best here")
  private String variant = "auto";

  @Parameter(persist = false, description = "also train an LSTM without graph, to compare with")
  private boolean lstm;

  @Parameter(persist = false, description = "the same seed gives the same model")
  private long seed = 1;

  @Parameter(persist = false, style = "save", description = "model file to write (.npz)")
  private File model = LastModel.fresh();

  @Parameter(persist = false, required = false, style = "save", description = "to resume from")
  private File checkpoint;

  @Parameter(persist = false, required = false, style = "save", description = "epochs (.csv)")
  private File log;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private Plot loss;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    var recording = SignalsImage.signals(signals);
    var other = test == null ? null : SignalsImage.signals(test);
    ModelKind kind = ModelKinds.named(variant);
    TrainSignals result =
        TrainSignals.run(
            TimeSplit.of(recording, other, context, horizon, stride),
            new TrainSignals.Wanted(
                kind, settings(kind, seed), MatrixImage.graph(graph, recording.regions()), lstm),
            new LiveLoss(),
            TrainSignals.Written.of(model, checkpoint, log),
            progress());
    verdict(result.verdict().better(), result.verdict().sentence());
    table = LiveLoss.table(result.scores());
    loss = LiveLoss.plot(result.log());
    notes = LiveLoss.done(result, model);
  }
}
