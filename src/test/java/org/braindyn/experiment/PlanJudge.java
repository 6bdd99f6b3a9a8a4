package org.braindyn.experiment;

import java.util.Arrays;
import org.braindyn.data.Seed;
import org.braindyn.planning.Goal;
import org.braindyn.planning.SiteResponses;
import org.braindyn.planning.WaveformSolver;

/** What plans are worth on the system that was simulated. */
final class PlanJudge {
  private PlanJudge() {}

  /** True answers of some sites. */
  static SiteResponses of(SiteResponses truth, int[] sites) {
    double[][][] some =
        Arrays.stream(sites).mapToObj(s -> truth.answers()[s]).toArray(double[][][]::new);
    double[] unit = new double[sites.length];
    Arrays.fill(unit, 1);
    return new SiteResponses("truth", sites, some, unit);
  }

  /** Random values to reach, of 1 sd on average. */
  static Goal goal(int[] targets, int first, int length, Seed seed) {
    Seed.Stream random = seed.stream("change");
    double[][] change = new double[targets.length][length];
    double squares = 0;
    for (double[] row : change) {
      for (int t = 0; t < length; t++) {
        row[t] = random.gaussian();
        squares += row[t] * row[t];
      }
    }
    for (double[] row : change) {
      for (int t = 0; t < length; t++) {
        row[t] *= Math.sqrt(targets.length * length / squares);
      }
    }
    return new Goal(targets, first, change);
  }

  /** The best single site in the eyes of models. */
  static int site(WaveformSolver solver, java.util.List<SiteResponses> models, int[] sites) {
    int[] chosen = solver.greedy(models, sites, 1);
    return chosen.length == 0 ? sites[0] : chosen[0];
  }

  /** The site whose row of a matrix is largest, over targets. */
  static int byFc(double[][] matrix, int[] sites, int[] targets) {
    int best = sites[0];
    double most = -1;
    for (int s : sites) {
      double sum = 0;
      for (int t : targets) {
        sum += Math.abs(matrix[s][t]);
      }
      if (sum > most) {
        most = sum;
        best = s;
      }
    }
    return best;
  }

  /** What the best waveform at a site is worth, as a share of that at the best site. */
  static double single(WaveformSolver judge, SiteResponses real, int site, int[] sites) {
    double most = 0;
    for (int s : sites) {
      most = Math.max(most, worth(judge, real, s));
    }
    return worth(judge, real, site) / most;
  }

  /** The same for a site drawn at random, on average. */
  static double random(WaveformSolver judge, SiteResponses real, int[] sites) {
    double most = 0;
    double sum = 0;
    for (int s : sites) {
      double worth = worth(judge, real, s);
      most = Math.max(most, worth);
      sum += worth / sites.length;
    }
    return sum / most;
  }

  private static double worth(WaveformSolver judge, SiteResponses real, int site) {
    return judge.worth(real, judge.best(java.util.List.of(real), site));
  }
}
