package org.braindyn.simulation;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;

/**
 * A simulator seen through a scanner: neural activity, haemodynamic response, one frame every
 * {@code interval} seconds, each region divided by its standard deviation, plus measurement noise.
 *
 * @param simulator the brain
 * @param interval time between frames in s
 * @param measurementNoise standard deviation of white noise per frame, in BOLD sd
 */
public record BoldSimulation(Simulator simulator, double interval, double measurementNoise) {
  /** Checks that frames fall on samples. */
  public BoldSimulation {
    double ratio = interval / simulator.step();
    if (!(interval > 0) || Math.abs(ratio - Math.rint(ratio)) > 1e-6) {
      throw new BadInput(
          String.format(
              "The interval of %s s is not a multiple of the simulation step of %s s.",
              interval, simulator.step()));
    }
  }

  /**
   * BOLD without measurement noise, in the unit of the activity.
   *
   * @param stimuli onsets count from the first frame
   * @return [region][frame]
   */
  public double[][] bold(int frames, List<Stimulus> stimuli, Seed seed, Progress progress) {
    double lead = lead();
    double[][] neural = simulator.run(lead, frames * interval, stimuli, seed, progress);
    int every = (int) Math.round(interval / simulator.step());
    int first = (int) Math.round(lead / simulator.step());
    return Haemodynamics.bold(neural, simulator.step(), first, every, frames);
  }

  /**
   * A recording in BOLD sd with mean 0.
   *
   * @param scale mean and sd per region, from {@link #scale}; null: those of this recording
   */
  public RegionSignals record(
      Regions regions, int frames, double[][] scale, List<Stimulus> stimuli, Seed seed) {
    return record(regions, scale, bold(frames, stimuli, seed, Progress.NONE), seed);
  }

  /**
   * The same of values that were simulated already.
   *
   * @param values as {@link #bold} gave them, [region][frame]; they are overwritten
   */
  RegionSignals record(Regions regions, double[][] scale, double[][] values, Seed seed) {
    int frames = values[0].length;
    double[][] used = scale == null ? scale(values) : scale;
    Seed.Stream noise = seed.stream("measurement noise");
    for (int r = 0; r < values.length; r++) {
      for (int f = 0; f < frames; f++) {
        values[r][f] =
            (values[r][f] - used[r][0]) / used[r][1] + measurementNoise * noise.gaussian();
      }
    }
    return new RegionSignals(regions, values, interval, "simulation, seed " + seed.value());
  }

  /** Mean and sd (ddof 0) of every row, [region][2]; a constant row has sd 1. */
  public static double[][] scale(double[][] values) {
    double[][] scale = new double[values.length][2];
    for (int r = 0; r < values.length; r++) {
      double mean = java.util.Arrays.stream(values[r]).average().orElse(0);
      double sum = 0;
      for (double v : values[r]) {
        sum += (v - mean) * (v - mean);
      }
      double sd = Math.sqrt(sum / values[r].length);
      scale[r][0] = mean;
      scale[r][1] = sd > 0 ? sd : 1;
    }
    return scale;
  }

  /**
   * What stimuli truly do: the mean over paired runs, with and without, under the same random
   * numbers.
   *
   * @param frames frames from time 0 on
   * @param scale mean and sd per region, from {@link #scale}
   * @param pairs paired runs to average
   * @return difference in BOLD sd, [region][frame]
   */
  public double[][] response(
      List<Stimulus> stimuli, int frames, double[][] scale, int pairs, Seed seed) {
    double[][] mean = new double[simulator.regions()][frames];
    for (int k = 0; k < pairs; k++) {
      Seed run = seed.derive("response", k);
      double[][] with = bold(frames, stimuli, run, Progress.NONE);
      double[][] without = bold(frames, List.of(), run, Progress.NONE);
      for (int r = 0; r < mean.length; r++) {
        for (int f = 0; f < frames; f++) {
          mean[r][f] += (with[r][f] - without[r][f]) / scale[r][1] / pairs;
        }
      }
    }
    return mean;
  }

  private double lead() {
    double wanted = simulator.settling() + 32;
    return Math.ceil(wanted / interval) * interval;
  }
}
