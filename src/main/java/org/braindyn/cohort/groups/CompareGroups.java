package org.braindyn.cohort.groups;

import java.util.List;
import org.braindyn.cohort.Cohort;
import org.braindyn.cohort.features.FunctionalConnectivity;
import org.braindyn.cohort.features.Pairs;
import org.braindyn.cohort.predict.Folds;
import org.braindyn.cohort.predict.PredictSettings;
import org.braindyn.cohort.predict.PredictVariable;
import org.braindyn.cohort.predict.Prediction;
import org.braindyn.cohort.predict.Sample;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;

/**
 * Compares two groups (or follows a score): every link and every region of functional connectivity
 * by shuffles, covariates taken out, with networks of links, and how well the group is foretold.
 *
 * <pre>{@code
 * GroupComparison result = CompareGroups.run(cohort, settings, 3, progress);
 * result.links().below(0.05);          // links with q of 0.05 or less
 * result.prediction().rows().get(1);   // the group foretold from connectivity
 * }</pre>
 */
public final class CompareGroups {
  private static final double TEST_SHARE = 0.2; // of the work

  private CompareGroups() {}

  /**
   * Runs.
   *
   * @param cohort people with features, functional connectivity first
   * @param settings the column that tells the groups, covariates and shuffles
   * @param threshold |t| from which links belong to a network
   * @throws BadInput if there is one group only, a group is too small, or the groups are not known
   */
  public static GroupComparison run(
      Cohort cohort, PredictSettings settings, double threshold, Progress progress) {
    if (!cohort.tables().get(0).set().name().equals(FunctionalConnectivity.NAME)) {
      throw new IllegalArgumentException("functional connectivity comes first");
    }
    if (!(threshold > 0)) {
      throw new BadInput("threshold=" + threshold + ": give a t above 0; 3 is usual.");
    }
    Sample sample = Sample.of(cohort, settings);
    int regions = cohort.regions().size();
    int[][] pairs = Pairs.undirected(regions);
    double[][] links = sample.features(cohort, cohort.tables().get(0));
    // One fold: people change places among all of their site.
    Folds blocks = new Folds(new int[sample.people().size()], 1);
    int[][] orders =
        ShuffledTest.orders(
            blocks, sample.design(), settings.permutations(), settings.seed().derive("links", 0));
    ShuffledTest test = new ShuffledTest(links, sample.design());
    double[] t = test.observed();
    Tested.Count counted = new Tested.Count(test.effect(), t);
    NetworkStatistic networks = new NetworkStatistic(pairs, regions, threshold);
    test.shuffle(
        orders,
        shuffled -> {
          counted.shuffle(shuffled);
          networks.shuffle(shuffled);
        },
        progress.part(0, TEST_SHARE));
    ShuffledTest places = new ShuffledTest(means(links, pairs, regions), sample.design());
    Tested.Count counts = new Tested.Count(places.effect(), places.observed());
    places.shuffle(orders, counts, Progress.NONE);
    Prediction prediction = PredictVariable.run(cohort, settings, progress.part(TEST_SHARE, 1));
    List<NetworkComponent> components = networks.components(t);
    return new GroupComparison(pairs, counted.tested(), counts.tested(), components, prediction);
  }

  private static double[][] means(double[][] links, int[][] pairs, int regions) {
    double[][] means = new double[links.length][regions];
    for (int i = 0; i < links.length; i++) {
      for (int k = 0; k < pairs.length; k++) {
        means[i][pairs[k][0]] += links[i][k] / (regions - 1);
        means[i][pairs[k][1]] += links[i][k] / (regions - 1);
      }
    }
    return means;
  }
}
