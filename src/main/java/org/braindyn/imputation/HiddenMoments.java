package org.braindyn.imputation;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * Sums over time of the posterior covariances between missing values at lags 0 to p: what the
 * expectation step adds to the products of the filled values (Shumway and Stoffer 1982).
 */
final class HiddenMoments {
  private final StateSpace model;
  private final VisiblePatterns patterns;
  private final List<Matrix> sums = new ArrayList<>();

  HiddenMoments(StateSpace model, VisiblePatterns patterns) {
    this.model = model;
    this.patterns = patterns;
    for (int l = 0; l <= model.order(); l++) {
      sums.add(new Matrix(model.regions(), model.regions()));
    }
  }

  /** Sum at a lag: [i][j] over t of cov(x_i(t), x_j(t - lag)). */
  Matrix sum(int lag) {
    return sums.get(lag);
  }

  void add(int frame, FilterStep step, SmootherStep back, FilterStep before) {
    int[] late = step.hidden;
    if (late.length == 0) {
      return;
    }
    int order = model.order();
    for (int lag = 0; lag <= Math.min(order, frame); lag++) {
      int[] early = patterns.hidden(patterns.at(frame - lag));
      if (early.length > 0) {
        Matrix prior = lag < order ? state(step, early, lag) : across(before, early);
        addTo(sums.get(lag), late, early, prior, Products.multiply(back.weighted, prior));
      }
    }
  }

  /** Covariance of the whole state with the regions {@code lag} frames ago, before this frame. */
  private Matrix state(FilterStep step, int[] early, int lag) {
    return Blocks.columns(step.predicted, shifted(early, lag));
  }

  /** The same for the oldest part of the state that the step has just left behind. */
  private Matrix across(FilterStep before, int[] early) {
    int[] columns = shifted(early, model.order() - 1);
    Matrix result = new Matrix(model.size(), early.length);
    Blocks.put(Blocks.columns(before.lead(model), columns), result, 0, 0);
    int rest = model.size() - model.regions();
    Matrix left = Blocks.columns(before.updated, columns);
    Blocks.put(Blocks.part(left, 0, 0, rest, early.length), result, model.regions(), 0);
    return result;
  }

  private int[] shifted(int[] rows, int lag) {
    return java.util.Arrays.stream(rows).map(r -> r + lag * model.regions()).toArray();
  }

  private static void addTo(Matrix sum, int[] late, int[] early, Matrix prior, Matrix known) {
    for (int i = 0; i < late.length; i++) {
      for (int j = 0; j < early.length; j++) {
        sum.add(late[i], early[j], prior.get(late[i], j) - known.get(i, j));
      }
    }
  }
}
