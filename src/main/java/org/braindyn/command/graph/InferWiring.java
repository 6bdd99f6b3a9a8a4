package org.braindyn.command.graph;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.graph.GraphEstimates;
import org.braindyn.graph.MissingFrames;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.stimulation.ConnectSignals;
import org.braindyn.task.WiringInference;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Infers a wiring from signals by several methods, and scores them where the truth is known. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Infer Wiring",
    description =
        "Scores of every ordered pair of regions by several methods, against a known wiring",
    attrs = @Attr(name = "no-legacy"))
public class InferWiring extends BrainDynCommand {
  @Parameter(persist = false, description = "region x time image")
  private ImagePlus signals;

  @Parameter(
      persist = false,
      required = false,
      description = "model file that BrainDyn Train wrote; empty = linear methods only")
  private File model;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "true wiring, N x N image, row = source; None = no scores")
  private ImagePlus wiring;

  @Parameter(
      persist = false,
      choices = {
        "VAR(1)",
        "Granger, lag 1",
        "correlation",
        "partial correlation",
        "effective connectivity",
        "sheaf disagreement"
      },
      description = "the matrix to show; the last two need a model")
  private String method = "VAR(1)";

  @Parameter(persist = false, min = "0", description = "frames of a window; 0 = whole recording")
  private int context = 0;

  @Parameter(
      persist = false,
      min = "0",
      max = "1",
      description = "partial correlation: share of the identity mixed in")
  private double shrinkage = WiringInference.SHRINKAGE;

  @Parameter(
      persist = false,
      choices = {"pairwise", "refuse"},
      description = "frames without a value: use what every pair has, or refuse")
  private String missing = "pairwise";

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus inferred;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    RegionSignals recording = SignalsImage.signals(signals);
    GraphEstimates how = new GraphEstimates(context, shrinkage);
    notes = ConnectSignals.wiringNotes(recording, how, MissingFrames.of(missing));
    Map<String, double[][]> estimates;
    try (TrainedModel stored = model == null ? null : ModelKinds.read(model)) {
      estimates = ConnectSignals.estimates(stored, recording, how, progress());
    }
    if (!estimates.containsKey(method)) {
      throw new BadInput(
          "method="
              + method
              + (method.startsWith("sheaf") ? " needs a model with a sheaf" : " needs a model")
              + ". Give model=[file], or choose one of "
              + String.join(", ", estimates.keySet())
              + ".");
    }
    inferred = MatrixImage.image(estimates.get(method), recording.regions(), "inferred wiring");
    if (wiring != null) {
      table =
          Tables.of(
              ConnectSignals.scores(estimates, MatrixImage.matrix(wiring, recording.regions())));
    }
  }
}
