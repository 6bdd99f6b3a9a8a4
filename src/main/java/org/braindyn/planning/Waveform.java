package org.braindyn.planning;

import java.util.Locale;
import java.util.StringJoiner;
import org.braindyn.data.Regions;
import org.braindyn.perturbation.TargetRegions;

/**
 * Strengths of blocks at one or more sites.
 *
 * @param sites rows that are stimulated
 * @param strength [site][block], in sd of the site's own answer
 */
public record Waveform(int[] sites, double[][] strength) {
  private static final double NOTHING = 1e-12;

  /** Sum of squared strengths. */
  public double energy() {
    double sum = 0;
    for (double[] row : strength) {
      for (double u : row) {
        sum += u * u;
      }
    }
    return sum;
  }

  /** Largest absolute strength. */
  public double most() {
    double most = 0;
    for (double[] row : strength) {
      for (double u : row) {
        most = Math.max(most, Math.abs(u));
      }
    }
    return most;
  }

  /**
   * The plan as text that Perturb replays: one step per block, in the model's own units.
   *
   * @param responses whose units the strengths are in
   * @param reach what the sites reach, if they are electrodes; null if they are regions
   */
  public String text(
      Regions regions, SiteResponses responses, StimulationLimits limits, Reach reach) {
    StringJoiner parts = new StringJoiner("; ");
    for (int k = 0; k < sites.length; k++) {
      double unit = responses.unit()[responses.index(sites[k])];
      for (int r = 0; r < regions.size(); r++) {
        double share = reach == null ? (r == sites[k] ? 1 : 0) : reach.share()[sites[k]][r];
        for (int b = 0; b < limits.blocks() && share != 0; b++) {
          if (Math.abs(strength[k][b]) > NOTHING) {
            parts.add(
                String.format(
                    Locale.ROOT,
                    "step on %s size %s onset %d duration %d",
                    TargetRegions.text(regions.get(r), regions),
                    strength[k][b] * unit * share,
                    limits.delay() + b * limits.blockFrames(),
                    limits.blockFrames()));
          }
        }
      }
    }
    return parts.toString();
  }
}
