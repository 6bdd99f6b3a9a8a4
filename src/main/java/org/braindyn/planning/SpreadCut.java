package org.braindyn.planning;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.perturbation.TargetRegions;

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
  public record Question(int[] sources, int[] targets, int[] sites, int from, int frames) {
    /**
     * Checks that something can be asked.
     *
     * @throws BadInput that names what is wrong
     */
    public Question {
      if (from < 1 || frames < 1) {
        throw new BadInput(
            String.format(
                "from=%d, frames=%d: what spreads is seen from frame 1 after the onset on. Give 1"
                    + " or more for both.",
                from, frames));
      }
      if (sites.length == 0) {
        throw new BadInput(
            "No region is left that may be cut: sites= names only sources and targets. Name"
                + " others.");
      }
    }

    /**
     * By names.
     *
     * @param sources regions where it begins
     * @param targets regions that it shall not reach
     * @param sites regions that may be cut; empty, left, right or all leave out sources and targets
     */
    public static Question of(
        String sources, String targets, String sites, int[] fromAndFrames, Regions regions) {
      int[] begins = named("sources", sources, regions);
      int[] ends = named("targets", targets, regions);
      refuse(begins, ends, "a source and a target", regions);
      int[] both = new int[begins.length + ends.length];
      System.arraycopy(begins, 0, both, 0, begins.length);
      System.arraycopy(ends, 0, both, begins.length, ends.length);
      int[] may = PlanQuestion.sites(sites, both, regions);
      refuse(may, begins, "a site and a source", regions);
      refuse(may, ends, "a site and a target", regions);
      return new Question(begins, ends, may, fromAndFrames[0], fromAndFrames[1]);
    }

    private static int[] named(String what, String text, Regions regions) {
      if (text.isBlank()) {
        throw new BadInput(what + " is empty. Name regions, e.g. " + what + "=[T3].");
      }
      return TargetRegions.rows(text, regions);
    }

    private static void refuse(int[] some, int[] others, String what, Regions regions) {
      for (int row : some) {
        if (Arrays.stream(others).anyMatch(r -> r == row)) {
          throw new BadInput(
              regions.get(row).name() + " is " + what + " at once. Leave it out of one of them.");
        }
      }
    }
  }

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
