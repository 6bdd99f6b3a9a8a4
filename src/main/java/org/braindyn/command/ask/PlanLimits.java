package org.braindyn.command.ask;

import ij.ImagePlus;
import java.io.File;
import org.braindyn.api.PlanSettings;
import org.braindyn.api.Signals;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.images.SignalsImage;
import org.scijava.plugin.Parameter;

/** When, how strong and how long a planned stimulation may be. */
abstract class PlanLimits extends PerturbationOutputs {
  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "recording to whose means the targets shall go, in the same unit; not change")
  private ImagePlus towards;

  @Parameter(
      persist = false,
      required = false,
      description = "table of electrodes x regions from a field model: electrodes are the sites")
  private File reach;

  @Parameter(persist = false, min = "1", description = "sites at the same time, at most")
  private int count = 1;

  @Parameter(
      persist = false,
      min = "0",
      description = "first frame of the wanted change, from the first block on")
  private int from = 8;

  @Parameter(persist = false, min = "1", description = "frames the change shall last")
  private int frames = 5;

  @Parameter(persist = false, min = "1", max = "200", description = "blocks of the waveform")
  private int blocks = 8;

  @Parameter(persist = false, min = "1", description = "frames of a block")
  private int block = 1;

  @Parameter(
      persist = false,
      min = "0",
      description = "s from a block to the site's own answer: 4 for BOLD, 0 for EEG")
  private double delay = 4;

  @Parameter(
      persist = false,
      min = "0",
      description = "largest strength in sd of the site's own answer; 0 = none")
  private double limit = 0;

  @Parameter(persist = false, description = "strengths of a site add up to 0 (charge balance)")
  private boolean balanced = false;

  @Parameter(persist = false, min = "0", description = "blocks that may be used; 0 = all")
  private int duration = 0;

  @Parameter(
      persist = false,
      min = "0",
      max = "1",
      description = "largest sum of strengths, as a share of the limit in all blocks")
  private double duty = 1;

  @Parameter(persist = false, description = "cost of a squared strength, in squared sd")
  private double energy = 0.1;

  @Parameter(
      persist = false,
      min = "1",
      description = "times that cost the plan is made with: how little the model is believed")
  private double caution = 5;

  @Parameter(persist = false, description = "seed of refits, simulations and surrogates")
  private long seed = 1;

  /** All that was chosen here. */
  final PlanSettings settings(String sites, double change) {
    PlanSettings settings = PlanSettings.defaults();
    if (towards != null) {
      settings = settings.towards(Signals.of(SignalsImage.signals(towards)));
    }
    if (reach != null) {
      settings = settings.reach(reach.getPath());
    }
    return settings
        .sites(sites, count)
        .reach(change, from, frames)
        .blocks(blocks, block, delay)
        .limits(limit, balanced, duration, duty)
        .energy(energy, caution)
        .progress(progress());
  }

  /** The targets, which must be named. */
  static String targets(String text) {
    if (text.isBlank()) {
      throw new BadInput(
          "targets is empty. Name the regions that shall change, e.g. targets=[Precentral_L].");
    }
    return text;
  }

  /** Of refits, simulations and surrogates. */
  final long seed() {
    return seed;
  }
}
