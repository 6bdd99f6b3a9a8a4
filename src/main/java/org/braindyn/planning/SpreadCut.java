package org.braindyn.planning;

import org.braindyn.forecast.family.LagModel;

/**
 * How much of what spreads from source regions to target regions passes through every other one:
 * the sources are held up, as from a seizure's onset on, and a law is iterated with and without the
 * links of a site.
 *
 * @param sites rows whose links may be cut
 * @param spread mean rise of the targets with all links, in sd per sd of the sources
 * @param stopped [site] share of that rise that is gone without the site's links; 1 is all, below 0
 *     is more spread than before
 */
public record SpreadCut(int[] sites, double spread, double[] stopped) {
  /**
   * What is asked.
   *
   * @param sources rows that are held up
   * @param targets rows that shall not rise
   * @param sites rows that may be cut, none of them a source or a target
   * @param from first frame that counts, from the onset on
   * @param frames how many count
   */
  public record Question(int[] sources, int[] targets, int[] sites, int from, int frames) {}

  /** What a linear law says. */
  public static SpreadCut of(LagModel law, Question question) {
    double[][][] links = law.coefficients();
    double spread = rise(links, question, -1);
    double[] stopped = new double[question.sites().length];
    for (int s = 0; s < stopped.length; s++) {
      stopped[s] = 1 - rise(links, question, question.sites()[s]) / spread;
    }
    return new SpreadCut(question.sites(), spread, stopped);
  }

  /** The number of the site that stops most. */
  public int best() {
    int best = 0;
    for (int s = 1; s < stopped.length; s++) {
      best = stopped[s] > stopped[best] ? s : best;
    }
    return best;
  }

  private static double rise(double[][][] links, Question question, int cut) {
    int n = links[0].length;
    int end = question.from() + question.frames();
    double[][] path = new double[end][n];
    double sum = 0;
    for (int t = 0; t < end; t++) {
      for (int k = 1; k <= Math.min(t, links.length); k++) {
        for (int i = 0; i < n; i++) {
          double x = path[t - k][i];
          for (int j = 0; j < n && x != 0; j++) {
            boolean gone = i != j && (i == cut || j == cut);
            path[t][j] += gone ? 0 : x * links[k - 1][i][j];
          }
        }
      }
      for (int source : question.sources()) {
        path[t][source] = 1;
      }
      for (int target : question.targets()) {
        sum += t < question.from() ? 0 : path[t][target];
      }
    }
    return sum / (question.frames() * question.targets().length);
  }
}
