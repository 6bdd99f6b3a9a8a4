package org.braindyn.task;

import org.braindyn.data.BadInput;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;

/**
 * The released model's score of a link u to v: the norm of the disagreement {@code delta = a_v -
 * b_u} between the gated, normalised restrictions of the two stalks, averaged over windows
 * (Viswanath et al. 2026; released implementation). Row = source, column = target.
 */
public final class SheafDisagreement {
  private SheafDisagreement() {}

  /**
   * Scores candidate links.
   *
   * @param stalks h at the end of every context, [window, region, 1, hidden]
   * @param candidates links to score; must not come from the truth
   * @return mean norm, [source][target]; 0 for pairs that are no candidates
   */
  public static double[][] scores(
      ModelSettings settings, Parameters parameters, SignalBatch stalks, BrainGraph candidates) {
    if (settings.coupling() != Coupling.SHEAF) {
      throw new BadInput(
          "The model has no sheaf (coupling "
              + settings.coupling()
              + "), so it has no disagreements. Use effective connectivity instead.");
    }
    int n = settings.regions();
    int channels = settings.maps();
    double[][] score = new double[n][n];
    for (int w = 0; w < stalks.windows(); w++) {
      double[] delta = delta(settings, parameters, stalks, candidates, w);
      for (int e = 0; e < candidates.edges(); e++) {
        double sum = 0;
        for (int m = 0; m < channels; m++) {
          sum += delta[e * channels + m] * delta[e * channels + m];
        }
        score[candidates.source()[e]][candidates.target()[e]] += Math.sqrt(sum) / stalks.windows();
      }
    }
    return score;
  }

  /**
   * Disagreement of every link in one window: target's gated restriction minus source's.
   *
   * @return [edge, channel]
   */
  static double[] delta(
      ModelSettings settings,
      Parameters parameters,
      SignalBatch stalks,
      BrainGraph edges,
      int window) {
    int n = settings.regions();
    int channels = settings.maps();
    double[][] asTarget = new double[n][];
    double[][] asSource = new double[n][];
    double[] maps = parameters.get(Names.MAPS);
    double[] targetGates = parameters.get(Names.TARGET_GATES);
    double[] sourceGates = parameters.get(Names.SOURCE_GATES);
    for (int v = 0; v < n; v++) {
      double[] z = restricted(settings, maps, stalks, window, v);
      asTarget[v] = gated(z, targetGates, v);
      asSource[v] = gated(z, sourceGates, v);
    }
    double[] delta = new double[edges.edges() * channels];
    for (int e = 0; e < edges.edges(); e++) {
      for (int m = 0; m < channels; m++) {
        delta[e * channels + m] = asTarget[edges.target()[e]][m] - asSource[edges.source()[e]][m];
      }
    }
    return delta;
  }

  /** The stalk through its region's map, scaled to 0..1 over the channels. */
  private static double[] restricted(
      ModelSettings settings, double[] maps, SignalBatch stalks, int window, int region) {
    int channels = settings.maps();
    int hidden = settings.hidden();
    int map = region * hidden * channels;
    int h = stalks.index(window, region, 0);
    double[] z = new double[channels];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int m = 0; m < channels; m++) {
      for (int i = 0; i < hidden; i++) {
        z[m] += stalks.values()[h + i] * maps[map + i * channels + m];
      }
      low = Math.min(low, z[m]);
      high = Math.max(high, z[m]);
    }
    for (int m = 0; m < channels; m++) {
      z[m] = (z[m] - low) / (high - low + 1e-6);
    }
    return z;
  }

  private static double[] gated(double[] z, double[] gates, int region) {
    int at = region * z.length;
    double[] result = new double[z.length];
    for (int m = 0; m < z.length; m++) {
      result[m] = z[m] / (1 + Math.exp(-gates[at + m]));
    }
    return result;
  }
}
