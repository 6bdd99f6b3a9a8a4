package org.braindyn.forecast.family.choice;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.FamilyFolds;
import org.braindyn.signal.Windows;

/**
 * Forecasts of every fold by models that have not seen it.
 *
 * @param forecasts [candidate][fold]
 * @param targets what followed, by fold
 * @param units the piece of every window, by fold
 */
record LeftOut(List<List<SignalBatch>> forecasts, List<SignalBatch> targets, List<int[]> units) {
  /** Fits candidates without each fold and forecasts it. */
  static LeftOut of(FamilyFolds folds, List<Candidate> candidates, Progress progress) {
    List<List<SignalBatch>> forecasts = new ArrayList<>();
    candidates.forEach(c -> forecasts.add(new ArrayList<>()));
    List<SignalBatch> targets = new ArrayList<>();
    List<int[]> units = new ArrayList<>();
    for (int f = 0; f < folds.size(); f++) {
      var data = folds.without(f);
      Windows test = folds.test(f);
      targets.add(test.target());
      units.add(folds.units(f));
      for (int c = 0; c < candidates.size(); c++) {
        Candidate one = candidates.get(c);
        forecasts
            .get(c)
            .add(
                one.family()
                    .fit(data, one.settings(), progress)
                    .forecast(test.context(), test.target().steps(), progress));
      }
    }
    return new LeftOut(forecasts, targets, units);
  }

  int folds() {
    return targets.size();
  }

  /**
   * Weights of 0 or more per step, fitted on all folds but one.
   *
   * @param without the fold left out; -1 for none
   * @return [candidate][step]
   */
  double[][] weights(int without) {
    int k = forecasts.size();
    int steps = targets.get(0).steps();
    double[][][] a = new double[steps][k][k];
    double[][] b = new double[steps][k];
    for (int f = 0; f < folds(); f++) {
      if (f != without) {
        products(f, a, b);
      }
    }
    double[][] weights = new double[k][steps];
    for (int p = 0; p < steps; p++) {
      double[] w = NonNegative.solve(a[p], b[p]);
      for (int c = 0; c < k; c++) {
        weights[c][p] = w[c];
      }
    }
    return weights;
  }

  private void products(int fold, double[][][] a, double[][] b) {
    int k = forecasts.size();
    double[] y = targets.get(fold).values();
    int steps = a.length;
    double[][] x = new double[k][];
    for (int c = 0; c < k; c++) {
      x[c] = forecasts.get(c).get(fold).values();
    }
    for (int i = 0; i < y.length; i++) {
      int p = i % steps;
      for (int c = 0; c < k; c++) {
        b[p][c] += x[c][i] * y[i];
        for (int d = 0; d <= c; d++) {
          double product = x[c][i] * x[d][i];
          a[p][c][d] += product;
          a[p][d][c] += d == c ? 0 : product;
        }
      }
    }
  }

  /** Weighted sums of forecasts, every fold by weights fitted on the others. */
  List<SignalBatch> stacked() {
    List<SignalBatch> sums = new ArrayList<>();
    for (int f = 0; f < folds(); f++) {
      double[][] weights = weights(f);
      SignalBatch sum = forecasts.get(0).get(f).copy();
      int steps = sum.steps();
      for (int i = 0; i < sum.values().length; i++) {
        double value = 0;
        for (int c = 0; c < weights.length; c++) {
          value += weights[c][i % steps] * forecasts.get(c).get(f).values()[i];
        }
        sum.values()[i] = value;
      }
      sums.add(sum);
    }
    return sums;
  }

  /** Mean squared error of every piece. */
  static double[] errors(
      List<SignalBatch> forecasts, List<SignalBatch> targets, List<int[]> units, int count) {
    double[] sum = new double[count];
    long[] values = new long[count];
    for (int f = 0; f < targets.size(); f++) {
      add(forecasts.get(f), targets.get(f), units.get(f), sum, values);
    }
    return means(sum, values);
  }

  /** Adds the squared errors of a fold to those of its pieces. */
  static void add(
      SignalBatch forecast, SignalBatch target, int[] units, double[] sum, long[] values) {
    int size = target.regions() * target.steps();
    for (int w = 0; w < units.length; w++) {
      double squares = 0;
      for (int i = w * size; i < (w + 1) * size; i++) {
        double e = forecast.values()[i] - target.values()[i];
        squares += e * e;
      }
      sum[units[w]] += squares;
      values[units[w]] += size;
    }
  }

  /** Means of the pieces that have windows. */
  static double[] means(double[] sum, long[] values) {
    List<Double> means = new ArrayList<>();
    for (int u = 0; u < sum.length; u++) {
      if (values[u] > 0) {
        means.add(sum[u] / values[u]);
      }
    }
    return means.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
