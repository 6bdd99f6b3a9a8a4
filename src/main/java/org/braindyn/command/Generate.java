package org.braindyn.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.fiji.BrainDynCommand;
import org.braindyn.fiji.LastModel;
import org.braindyn.fiji.MatrixImage;
import org.braindyn.fiji.SignalsImage;
import org.braindyn.fiji.Tables;
import org.braindyn.graph.Correlation;
import org.braindyn.pipeline.GenerateSignals;
import org.braindyn.pipeline.SavedModel;
import org.braindyn.training.Realism;
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

  @Parameter(persist = false, description = "model file that BrainDyn Train wrote")
  private File model = LastModel.get();

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

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus generated;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus connectivity;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Override
  protected void execute() {
    if (signals == null) {
      throw new BadInput("signals is missing. Choose a region x time image.");
    }
    RegionSignals real = SignalsImage.signals(signals);
    GenerateSignals result =
        GenerateSignals.of(SavedModel.read(model), real, frames, noise, Seed.of(seed), progress());
    generated = SignalsImage.image(result.signals(), "generated like " + signals.getTitle());
    connectivity =
        MatrixImage.image(
            Correlation.of(result.signals().values()),
            real.regions(),
            "connectivity of generated " + signals.getTitle());
    Realism r = result.realism();
    table =
        Tables.cells(
            List.of("Measure", "Value"),
            r == null
                ? List.of(List.of("frames", Integer.toString(frames)))
                : List.of(
                    List.of("FC correlation with real", Double.toString(r.fcCorrelation())),
                    List.of("spectral distance", Double.toString(r.spectralDistance())),
                    List.of("lag-1 autocorrelation real", Double.toString(r.realLagOne())),
                    List.of(
                        "lag-1 autocorrelation generated", Double.toString(r.generatedLagOne())),
                    List.of("largest value (sd)", Double.toString(r.largest()))));
  }
}
