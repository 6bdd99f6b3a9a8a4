package org.braindyn.command.samples;

import ij.ImagePlus;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.simulation.BrainSimulation;
import org.braindyn.simulation.Wiring;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Simulates a brain of known wiring, seen as BOLD, and truly stimulates it. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Simulate",
    description = "BOLD of a simulated brain with known wiring, and its true answer to stimulation",
    attrs = @Attr(name = "no-legacy"))
public class Simulate extends BrainDynCommand {
  @Parameter(
      persist = false,
      choices = {"linear", "tanh", "hopf"},
      description = "rate network (linear or saturating), or oscillators near the Hopf bifurcation")
  private String kind = "tanh";

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "N x N image, row = source; None = a random directed wiring")
  private ImagePlus structure;

  @Parameter(persist = false, min = "3", max = "1000", description = "regions of a random wiring")
  private int regions = 20;

  @Parameter(persist = false, min = "1", description = "links that leave each region")
  private int links = 2;

  @Parameter(persist = false, min = "0", max = "1", description = "share of inhibitory links")
  private double inhibitory = 0.25;

  @Parameter(persist = false, min = "0", max = "10", description = "strength, below 1 for rates")
  private double gain = 0.9;

  @Parameter(persist = false, min = "2", max = "100000", description = "frames")
  private int frames = 600;

  @Parameter(persist = false, min = "0.1", max = "60", description = "s between frames (TR)")
  private double interval = 2;

  @Parameter(persist = false, min = "0", max = "10", description = "measurement noise, BOLD sd")
  private double noise = 0.1;

  @Parameter(
      persist = false,
      required = false,
      description = "region to stimulate truly; empty = none")
  private String stimulate = "";

  @Parameter(persist = false, description = "stimulus, in the unit of the activity")
  private double amplitude = 2;

  @Parameter(persist = false, min = "0.1", max = "1000", description = "s the stimulus lasts")
  private double seconds = 4;

  @Parameter(persist = false, description = "the same seed makes the same brain")
  private long seed = 1;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus signals;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus wiring;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus response;

  @Override
  protected void execute() {
    Regions names =
        structure == null ? Regions.numbered("Region", regions) : MatrixImage.regions(structure);
    if (names == null) {
      names = Regions.numbered("Region", structure.getHeight());
    }
    BrainSimulation.Kind equations = BrainSimulation.Kind.of(kind);
    boolean hopf = equations == BrainSimulation.Kind.HOPF;
    double[][] links0 =
        structure == null
            ? Wiring.random(regions, links, hopf ? 0 : inhibitory, 0.9, Seed.of(seed))
            : MatrixImage.matrix(structure);
    if (interval * 10 != Math.rint(interval * 10)) {
      throw new BadInput("interval=" + interval + " is not a multiple of 0.1 s. Round it.");
    }
    BrainSimulation result =
        BrainSimulation.run(
            new BrainSimulation.Settings(equations, gain, frames, interval, noise, seed),
            names,
            links0,
            new BrainSimulation.Wanted(
                stimulate.isBlank() ? -1 : names.find(stimulate),
                amplitude,
                seconds,
                (int) Math.ceil((seconds + 40) / interval)),
            progress());
    signals = SignalsImage.image(result.signals(), "simulated signals");
    wiring = MatrixImage.image(result.wiring(), names, "simulated wiring (true)");
    if (result.response() != null) {
      response = SignalsImage.image(result.response(), "simulated response (true)");
    }
  }
}
