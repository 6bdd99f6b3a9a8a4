package org.braindyn.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.BrainDynCommand;
import org.braindyn.fiji.GraphOverlay;
import org.braindyn.fiji.LabelImage;
import org.braindyn.fiji.LastModel;
import org.braindyn.fiji.MatrixImage;
import org.braindyn.fiji.SignalsImage;
import org.braindyn.fiji.Tables;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.braindyn.pipeline.ConnectSignals;
import org.braindyn.pipeline.SavedModel;
import org.braindyn.task.WiringInference;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Perturbs every region in turn: who drives whom in the model. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Effective Connectivity",
    description = "Who drives whom in the model: every region perturbed in turn (row = source)",
    attrs = @Attr(name = "no-legacy"))
public class EffectiveConnectivityMap extends BrainDynCommand {
  @Parameter(persist = false, description = "region x time image to start from")
  private ImagePlus signals;

  @Parameter(persist = false, description = "model file that BrainDyn Train wrote")
  private File model = LastModel.get();

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "N x N image to compare with (structure, true wiring)")
  private ImagePlus structure;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "label image to draw the strongest links on")
  private ImagePlus labels;

  @Parameter(persist = false, description = "impulse in sd of the region, not 0")
  private double size = 0.5;

  @Parameter(persist = false, description = "the exact derivative instead of an impulse")
  private boolean exact;

  @Parameter(persist = false, min = "1", max = "10000", description = "frames to follow")
  private int horizon = 3;

  @Parameter(
      persist = false,
      choices = {"peak", "first", "mean"},
      description = "what is kept of the frames")
  private String summary = "peak";

  @Parameter(persist = false, min = "1", description = "starting windows at most")
  private int windows = 64;

  @Parameter(persist = false, min = "1", description = "links to draw")
  private int strongest = 30;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus matrix;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus links;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    RegionSignals recording = SignalsImage.signals(signals);
    ConnectSignals.checkImpulse(size);
    EffectiveConnectivity result =
        ConnectSignals.effective(
            SavedModel.read(model), recording, exact ? 0 : size, horizon, windows, progress());
    double[][] values =
        summary.equals("first")
            ? result.at(0)
            : summary.equals("mean") ? result.mean() : result.peak();
    matrix = MatrixImage.image(values, recording.regions(), "effective connectivity");
    MatrixImage.showLinks(matrix);
    if (labels != null) {
      links = GraphOverlay.image(LabelImage.labels(labels), recording.regions(), values, strongest);
    }
    table = Tables.cells(ConnectSignals.HUB_COLUMNS, ConnectSignals.hubs(values, recording));
    Map<String, double[][]> others = new LinkedHashMap<>();
    if (structure != null) {
      double[][] given = MatrixImage.matrix(structure, recording.regions());
      others.put(structure.getTitle(), given);
    }
    others.putAll(WiringInference.comparators(recording));
    notes = result.method() + "\n" + ConnectSignals.agreement(values, others);
  }
}
