package org.braindyn.cohort.predict.tuned;

import org.braindyn.cohort.predict.fit.ConfoundFit;
import org.braindyn.cohort.predict.fit.FoldKernel;
import org.braindyn.cohort.predict.fit.KernelLogistic;
import org.braindyn.cohort.predict.fit.KernelRidge;
import org.braindyn.kernel.linalg.Matrix;

/**
 * A linear answer from embeddings, confounds taken out of them, fitted in closed form to those who
 * train.
 *
 * @param base what confounds foretell of everybody's embedding, [person][width]
 * @param weight of an embedding less its base, [width]
 * @param constant added for everybody
 * @param penalty in units of the mean eigenvalue
 */
record TunedHead(double[][] base, double[] weight, double constant, double penalty) {
  /**
   * Fits.
   *
   * @param embedding of everybody, [person][width]
   * @param train those who train
   * @param task what is foretold
   * @param penalty known from before; NaN to choose it by leaving out one person after the other
   */
  static TunedHead fit(double[][] embedding, int[] train, TunedFold.Task task, double penalty) {
    ConfoundFit confounds = new ConfoundFit(task.confounds(), train);
    double[][] base = confounds.fitted(embedding);
    int n = embedding.length;
    int width = embedding[0].length;
    double[][] left = new double[n][width];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < width; c++) {
        left[i][c] = embedding[i][c] - base[i][c];
      }
    }
    FoldKernel.Fold fold =
        new FoldKernel(left, train, new int[0])
            .with(new ConfoundFit(new double[n][0], train)); // they are out already
    double[] y = new double[train.length];
    double[] known = new double[train.length];
    for (int k = 0; k < train.length; k++) {
      y[k] = task.y()[train[k]];
      known[k] = task.known()[train[k]];
    }
    double[] alpha;
    double constant = 0;
    double relative;
    if (task.binary()) {
      KernelLogistic.Fit fit =
          Double.isNaN(penalty)
              ? KernelLogistic.fit(fold, y, known)
              : KernelLogistic.fit(fold, y, known, penalty);
      alpha = fit.alpha();
      constant = fit.constant();
      relative = fit.penalty();
    } else {
      for (int k = 0; k < y.length; k++) {
        y[k] -= known[k];
      }
      double chosen =
          Double.isNaN(penalty)
              ? KernelRidge.penalty(fold, y, confounds.leverage())
              : penalty * fold.unit();
      alpha = KernelRidge.alpha(fold, y, chosen);
      relative = chosen / fold.unit();
    }
    return new TunedHead(base, weights(left, train, alpha), constant, relative);
  }

  /** Weights of features from weights of people, in the features' own units. */
  private static double[] weights(double[][] left, int[] train, double[] alpha) {
    Matrix scaled = FoldKernel.scaled(left, train);
    int width = scaled.columns();
    double[] weight = new double[width];
    for (int c = 0; c < width; c++) {
      double squares = 0;
      for (int k = 0; k < train.length; k++) {
        weight[c] += alpha[k] * scaled.get(train[k], c) / width;
        squares += left[train[k]][c] * left[train[k]][c] / train.length;
      }
      weight[c] = squares > 0 ? weight[c] / Math.sqrt(squares) : 0;
    }
    return weight;
  }

  /** What the embedding of a person adds. */
  double added(double[] embedding, int person) {
    double sum = constant;
    for (int c = 0; c < weight.length; c++) {
      sum += weight[c] * (embedding[c] - base[person][c]);
    }
    return sum;
  }
}
