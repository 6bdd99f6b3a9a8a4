package org.braindyn.command.models;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.Choosable;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.LastModel;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.graph.Correlation;
import org.braindyn.models.GenerateSignals;
import org.braindyn.models.GenerateSignals.Wanted;
import org.braindyn.parcellation.RegionPainter;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A synthetic recording from a trained model. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Generate",
    description = "A synthetic recording: the model runs freely, with the noise it cannot explain",
    attrs = @Attr(name = "no-legacy"))
public class Generate extends BrainDynCommand {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "real region x time image: gives the start, the noise and the unit")
  private ImagePlus signals;

  @Parameter(persist = false, description = "model file that BrainDyn Train or Evaluate wrote")
  private File model = LastModel.get();

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "label image to paint a synthetic 4-D scan on")
  private ImagePlus labels;

  @Parameter(persist = false, min = "1", max = "1000000", description = "frames to generate")
  private int frames = 500;

  @Parameter(
      persist = false,
      min = "0",
      max = "2",
      description = "noise, 1 = as the model leaves unexplained in the recording")
  private double noise = 1;

  @Parameter(persist = false, description = "the same seed gives the same recording")
  private long seed = 1;

  @Parameter(persist = false, description = "states, spectra, chaos and dimension beside rivals'")
  private boolean invariants;

  @Parameter(
      persist = false,
      required = false,
      style = "save",
      description = "painted scan to this file (.nii, .nii.gz) and not to a window")
  private File file;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus generated;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus connectivity;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus comparison;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus painted;

  @Parameter(type = ItemIO.OUTPUT, label = "Long run")
  private ResultsTable longRun;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    if (signals == null) {
      throw new BadInput("signals is missing. Choose a region x time image.");
    }
    PaintedFrames.check(labels, file, frames);
    String name = signals.getTitle();
    RegionSignals real = SignalsImage.signals(signals);
    String unpainted = RegionPainter.unpainted(LabelImage.atlas(labels), real);
    GenerateSignals result =
        GenerateSignals.of(
            model, real, new Wanted(frames, noise, Seed.of(seed), invariants), progress());
    verdict(result.verdict().better(), result.verdict().sentence());
    RegionSignals made = result.signals();
    generated = SignalsImage.image(made, "generated like " + name);
    Choosable.markMade(generated);
    double[][] like = Correlation.of(made.values());
    connectivity = MatrixImage.image(like, real.regions(), "connectivity of generated " + name);
    comparison = GeneratedPicture.of(real, like, name);
    painted = PaintedFrames.of(labels, file, made, "generated scan like " + name, progress());
    table = Tables.of(result.table());
    longRun = invariants ? Tables.of(result.longRuns().table()) : null;
    notes = (result.notes() + "\n" + unpainted).strip();
  }
}
