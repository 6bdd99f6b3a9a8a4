package org.braindyn.cohort.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.cohort.predict.fit.ConfoundFit;
import org.braindyn.cohort.predict.fit.FoldKernel;
import org.braindyn.cohort.predict.fit.KernelLogistic;
import org.braindyn.cohort.predict.fit.KernelRidge;

/**
 * Predictions of everybody by a model of the other folds. The confounds' part is fitted first; the
 * features, from which confounds were taken, explain what it leaves.
 */
final class CrossValidation {
  private static final double CONFOUND_PENALTY = 0.01;

  /** Something other than features that is fitted to those who train. */
  interface Learner {
    /**
     * What it adds for those who are tested.
     *
     * @param known what confounds foretell of everybody, or their log-odds
     */
    double[] added(Design design, int fold, int[] train, int[] test, double[] known);
  }

  private final Folds folds;
  private final List<FoldKernel> kernels = new ArrayList<>();
  private final Learner learner;

  /**
   * @param features [person][feature]; null for covariates alone
   */
  CrossValidation(double[][] features, Folds folds) {
    this(features, null, folds);
  }

  private CrossValidation(double[][] features, Learner learner, Folds folds) {
    this.folds = folds;
    this.learner = learner;
    for (int f = 0; features != null && f < folds.count(); f++) {
      kernels.add(new FoldKernel(features, folds.train(f), folds.test(f)).ready());
    }
  }

  /** By a learner, which need not be safe from several threads. */
  static CrossValidation by(Learner learner, Folds folds) {
    return new CrossValidation(null, learner, folds);
  }

  /** Foretells everybody; of features safe from several threads. */
  OutOfFold predict(Design design) {
    int n = design.people();
    double[] predicted = new double[n];
    double[] chance = new double[n];
    for (int f = 0; f < folds.count(); f++) {
      int[] train = folds.train(f);
      int[] test = folds.test(f);
      ConfoundFit confounds = new ConfoundFit(design.confounds(), train);
      double mean = IntStream.of(train).mapToDouble(i -> design.y()[i]).average().orElse(0);
      double nothing = design.binary() ? Math.log(mean / (1 - mean)) : mean;
      double[] known =
          design.binary() ? logOdds(design, confounds, train) : confounds.fitted(design.y());
      double[] added = new double[test.length];
      if (!kernels.isEmpty()) {
        FoldKernel.Fold fold = kernels.get(f).with(confounds);
        added = added(design, fold, confounds, known, train);
      }
      if (learner != null) {
        added = learner.added(design, f, train, test, known);
      }
      for (int k = 0; k < test.length; k++) {
        predicted[test[k]] = known[test[k]] + added[k];
        chance[test[k]] = nothing;
      }
    }
    return new OutOfFold(design.y(), predicted, chance, folds.of());
  }

  private static double[] added(
      Design design, FoldKernel.Fold fold, ConfoundFit confounds, double[] known, int[] train) {
    double[] y = new double[train.length];
    double[] offset = new double[train.length];
    for (int k = 0; k < train.length; k++) {
      y[k] = design.y()[train[k]];
      offset[k] = known[train[k]];
    }
    if (design.binary()) {
      return KernelLogistic.predict(fold, y, offset);
    }
    double[] residual = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      residual[k] = y[k] - offset[k];
    }
    return KernelRidge.predict(fold, residual, confounds.leverage());
  }

  private static double[] logOdds(Design design, ConfoundFit confounds, int[] train) {
    double[][] all = confounds.rows().toRows();
    double[][] own = IntStream.of(train).mapToObj(i -> all[i]).toArray(double[][]::new);
    double[] y = IntStream.of(train).mapToDouble(i -> design.y()[i]).toArray();
    double[] w = KernelLogistic.fit(own, y, CONFOUND_PENALTY * train.length);
    double[] odds = new double[all.length];
    for (int i = 0; i < odds.length; i++) {
      for (int k = 0; k < w.length; k++) {
        odds[i] += w[k] * all[i][k];
      }
    }
    return odds;
  }
}
