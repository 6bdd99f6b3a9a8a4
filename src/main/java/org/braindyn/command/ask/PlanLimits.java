package org.braindyn.command.ask;

import ij.ImagePlus;
import java.io.File;
import org.braindyn.api.PlanSettings;
import org.braindyn.api.Signals;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.PaintedRegions;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.perturbation.TargetRegions;
import org.braindyn.planning.WantedMap;
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
      autoFill = false,
      description = "targets: regions that this image (not 0) covers by half, on the labels' grid")
  private ImagePlus mask;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "image of the wanted change in sd, on the labels' grid; not targets, change")
  private ImagePlus wanted;

  @Parameter(
      persist = false,
      required = false,
      autoFill = false,
      description = "image of electrodes (rows) x regions (columns) from a field model")
  private ImagePlus electrodes;

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

  /**
   * All that was chosen here.
   *
   * @param labels where the regions are; null if that was not given
   */
  final PlanSettings settings(String sites, double change, ImagePlus labels, Regions regions) {
    PlanSettings settings = PlanSettings.defaults();
    if (towards != null) {
      settings = settings.towards(Signals.of(SignalsImage.signals(towards)));
    }
    if (wanted != null) {
      double[] voxels = PaintedRegions.values("wanted", wanted, labels);
      settings =
          settings.wanted(
              WantedMap.of(LabelImage.atlas(labels), regions, voxels, wanted.getTitle()));
    }
    if (reach != null && electrodes != null) {
      throw new BadInput(
          "Both reach=" + reach + " and electrodes=" + electrodes.getTitle() + ": give one.");
    }
    if (reach != null) {
      settings = settings.reach(reach.getPath());
    }
    if (electrodes != null) {
      double[][] share = MatrixImage.rows(electrodes, regions);
      settings = settings.reach(Regions.numbered("Electrode", share.length).names(), share);
    }
    return settings
        .sites(sites, count)
        .reach(change, from, frames)
        .blocks(blocks, block, delay)
        .limits(limit, balanced, duration, duty)
        .energy(energy, caution)
        .progress(progress());
  }

  /** The targets: named, or the regions that a mask or a selection on the labels covers. */
  final String targets(String text, ImagePlus labels, Regions regions) {
    boolean[] painted = PaintedRegions.of(text, mask, labels);
    if (painted != null) {
      return TargetRegions.covered(LabelImage.atlas(labels), painted, regions, 0.5);
    }
    if (text.isBlank() && wanted == null) {
      throw new BadInput(
          "targets is empty. Name the regions that shall change, e.g. targets=[Precentral_L], or"
              + " give mask= or wanted= and labels=.");
    }
    return text;
  }

  /** Of refits, simulations and surrogates. */
  final long seed() {
    return seed;
  }
}
