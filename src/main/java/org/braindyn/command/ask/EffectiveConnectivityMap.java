package org.braindyn.command.ask;

import ij.ImagePlus;
import java.io.File;
import java.util.List;
import org.braindyn.data.Regions;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.ModelVerdict;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.stimulation.ConnectSignals;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.stimulation.OtherMap;
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
public class EffectiveConnectivityMap extends ConnectivityOutputs {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "region x time image to start from")
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

  @Override
  protected void execute() {
    ConnectSignals.checkImpulse(exact, size);
    try (TrainedModel stored = ModelKinds.read(model)) {
      ModelVerdict known = ModelVerdict.of(stored);
      verdict(known.better(), known.sentence());
      ModelRecordings recordings = recordings(stored, signals);
      Regions regions = recordings.regions();
      double[][] given = structure == null ? null : MatrixImage.matrix(structure, regions);
      var how = new ConnectSignals.Settings(exact ? 0 : size, horizon, windows);
      ConnectionStatistics.Summary kept = ConnectionStatistics.Summary.of(summary);
      ConnectionStatistics result =
          ConnectSignals.statistics(stored, recordings, kept, how, surrogates(), progress());
      List<OtherMap> others = OtherMap.links(stored, recordings, result, kept, how);
      String name = structure == null ? "" : structure.getTitle();
      show(
          result,
          others,
          labels,
          strongest,
          ConnectSignals.notes(stored, recordings, result, how, surrogates())
              + OtherMap.notes(others)
              + ConnectSignals.agreement(result.effect(), recordings, given, name));
    }
  }
}
