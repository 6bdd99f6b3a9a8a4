package org.braindyn.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.planning.PlanningLaw.Assumption;

/** What a law of two signals promises: a site's, and the targets' sum. */
final class SitePairs {
  private static final int LAGS = 3;
  private static final double PENALTY = 3;
  private static final double[][] BOTH = {{1, 1}, {1, 1}};
  private static final Regions NAMES = Regions.named(List.of("site", "targets"));

  private final PlanQuestion question;
  private final Sites where;
  private final List<double[]> targets;
  private final WaveformSolver solver;

  SitePairs(PlanQuestion question, Sites where, List<RegionSignals> recordings) {
    this.question = question;
    this.where = where;
    Goal goal = question.goal();
    Goal one = Goal.shift(new int[] {1}, 1, goal.from(), goal.change()[0].length);
    solver = new WaveformSolver(one, question.limits(), question.energy(), question.caution());
    targets = recordings.stream().map(r -> summed(r, goal)).toList();
  }

  /** Every target as far as it shall move. */
  private static double[] summed(RegionSignals recording, Goal goal) {
    double[] sum = new double[recording.frames()];
    for (int g = 0; g < goal.regions().length; g++) {
      double mean = Arrays.stream(goal.change()[g]).average().orElse(0);
      double size = Math.sqrt(Arrays.stream(goal.change()[g]).map(v -> v * v).average().orElse(0));
      double weight = Math.abs(mean) > size / 2 ? mean : size;
      double[] z = Sites.standardised(recording.values()[goal.regions()[g]]);
      for (int t = 0; t < sum.length; t++) {
        sum[t] += weight * z[t];
      }
    }
    return sum;
  }

  /**
   * Root of the share that each site saves.
   *
   * @param recordings whose sites are taken, as many frames as the first ones
   */
  double[] promises(List<RegionSignals> recordings) {
    PlanningLaw law = new PlanningLaw(Assumption.GIVEN_LINKS, LAGS, PENALTY, BOTH);
    return Arrays.stream(question.sites())
        .mapToDouble(
            site -> {
              List<RegionSignals> pairs = new ArrayList<>();
              for (int r = 0; r < recordings.size(); r++) {
                RegionSignals own = recordings.get(r);
                double[][] both = {where.signal(site, own), targets.get(r)};
                pairs.add(new RegionSignals(NAMES, both, own.interval(), own.source()));
              }
              SiteResponses two =
                  law.fit(law.sums(pairs))
                      .responses(
                          new int[] {0}, question.goal().end(), question.limits().blockFrames());
              return SiteTest.promise(two, 0, solver);
            })
        .toArray();
  }
}
