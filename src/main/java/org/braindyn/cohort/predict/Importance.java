package org.braindyn.cohort.predict;

import java.util.Arrays;
import org.braindyn.cohort.predict.fit.ConfoundFit;
import org.braindyn.cohort.predict.fit.FoldKernel;
import org.braindyn.cohort.predict.fit.KernelRidge;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.perturbation.significance.FalseDiscovery;

/**
 * How much every region's features go with what a ridge regression on all people says (forward
 * pattern of a linear model, Haufe et al. 2014, NeuroImage 87:96, eq. 7: weights themselves say
 * little), beside the same with shuffled people.
 *
 * @param value mean size of the correlation of a region's features with the model's output
 * @param null95 95th percentile of the same with shuffled people
 * @param p share of shuffles whose importance is as large
 * @param q p corrected for the number of regions (Benjamini and Hochberg)
 */
public record Importance(double[] value, double[] null95, double[] p, double[] q) {
  private static final int SHUFFLES = 500;

  /**
   * Importance of regions.
   *
   * @param features [person][feature]
   * @param places [feature][regions it is about]
   * @param regions number of regions
   */
  static Importance of(
      double[][] features, int[][] places, int regions, Task task, Progress progress) {
    int n = features.length;
    int[] all = new int[n];
    Arrays.setAll(all, i -> i);
    FoldKernel kernel = new FoldKernel(features, all, new int[0]);
    double[][] truths = new double[SHUFFLES + 1][];
    Seed.Stream random = task.seed().stream("importance");
    Matrix outputs = new Matrix(SHUFFLES + 1, n);
    double penalty = Double.NaN;
    for (int s = 0; s <= SHUFFLES; s++) {
      Cancelled.check(progress, "The importance of regions");
      Design own =
          s == 0
              ? task.design()
              : task.design().permuted(task.folds().shuffled(task.design(), task.sites(), random));
      ConfoundFit confounds = new ConfoundFit(own.confounds(), all);
      FoldKernel.Fold fold = kernel.with(confounds);
      double[] fitted = confounds.fitted(own.y());
      double[] residual = new double[n];
      for (int i = 0; i < n; i++) {
        residual[i] = own.y()[i] - fitted[i];
      }
      if (s == 0) {
        penalty = KernelRidge.penalty(fold, residual, confounds.leverage());
      }
      double[] alpha = KernelRidge.alpha(fold, residual, penalty);
      // What the model says is the truth less penalty times its weights.
      truths[s] = new double[n];
      for (int i = 0; i < n; i++) {
        truths[s][i] = residual[i] - penalty * alpha[i];
      }
      unit(truths[s]);
      System.arraycopy(truths[s], 0, outputs.values(), s * n, n);
    }
    Matrix patterns = Products.multiply(outputs, FoldKernel.scaled(features, all));
    double[][] mean = means(patterns, places, regions, n);
    return tested(mean);
  }

  /** What importance is of. */
  record Task(Design design, Folds folds, boolean sites, Seed seed) {}

  private static void unit(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
      sum += values[i] * values[i];
    }
    double sd = Math.sqrt(sum / values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = sd > 0 ? values[i] / sd : 0;
    }
  }

  /** [shuffle][region] */
  private static double[][] means(Matrix patterns, int[][] places, int regions, int people) {
    double[][] sum = new double[patterns.rows()][regions];
    int[] counts = new int[regions];
    for (int f = 0; f < places.length; f++) {
      for (int region : places[f]) {
        counts[region]++;
        for (int s = 0; s < sum.length; s++) {
          sum[s][region] += Math.abs(patterns.get(s, f)) / people;
        }
      }
    }
    for (double[] row : sum) {
      for (int r = 0; r < regions; r++) {
        row[r] /= Math.max(1, counts[r]);
      }
    }
    return sum;
  }

  private static Importance tested(double[][] mean) {
    int regions = mean[0].length;
    double[] p = new double[regions];
    double[] usual = new double[regions];
    for (int r = 0; r < regions; r++) {
      double[] shuffled = new double[mean.length - 1];
      int asLarge = 1;
      for (int s = 1; s < mean.length; s++) {
        shuffled[s - 1] = mean[s][r];
        asLarge += mean[s][r] >= mean[0][r] ? 1 : 0;
      }
      Arrays.sort(shuffled);
      usual[r] = shuffled[(int) (0.95 * shuffled.length)];
      p[r] = (double) asLarge / mean.length;
    }
    return new Importance(mean[0], usual, p, FalseDiscovery.adjust(p));
  }
}
