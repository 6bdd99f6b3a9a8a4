package org.braindyn.forecast.family;

import java.util.Map;
import java.util.Optional;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.LinearForecast;
import org.braindyn.forecast.family.sums.Dense;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * A linear autoregression, x(t) = sum over k of B_k' x(t - k), whoever fitted it: forecasts by
 * iteration, all windows in one matrix product; impulse responses by powers.
 */
public final class LagModel implements FamilyModel, LinearForecast {
  private static final int BLOCK = 512;

  private final String name;
  private final double[][][] coefficients;
  private final int parameters;

  /**
   * @param name name for tables, e.g. "network AR(5)"
   * @param coefficients B_k, [lag - 1][source][target]
   * @param parameters numbers that were fitted
   */
  public LagModel(String name, double[][][] coefficients, int parameters) {
    this.name = name;
    this.coefficients = coefficients;
    this.parameters = parameters;
  }

  /** From coefficients stacked as [(lag - 1) * regions + source][target]. */
  static LagModel ofStacked(String name, double[][] stacked, int parameters) {
    int n = stacked[0].length;
    double[][][] coefficients = new double[stacked.length / n][n][];
    for (int i = 0; i < stacked.length; i++) {
      coefficients[i / n][i % n] = stacked[i];
    }
    return new LagModel(name, coefficients, parameters);
  }

  static LagModel restore(StoredModel stored) {
    NamedArray array = stored.array("coefficients");
    if (array.shape().length != 3 || array.shape()[1] != array.shape()[2]) {
      throw new BadInput(
          "The model "
              + stored.name()
              + " has no coefficients per lag, source and target. Train it"
              + " again.");
    }
    return ofStacked(stored.name(), array.rows(), (int) stored.array("parameters").values()[0]);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int parameters() {
    return parameters;
  }

  @Override
  public Optional<LagModel> linear() {
    return Optional.of(this);
  }

  /** The coefficients B_k, [lag - 1][source][target]; not a copy. */
  public double[][][] coefficients() {
    return coefficients;
  }

  /** Lags. */
  public int order() {
    return coefficients.length;
  }

  /** Number of regions. */
  public int regions() {
    return coefficients[0].length;
  }

  /** The same model under another name. */
  public LagModel named(String other) {
    return new LagModel(other, coefficients, parameters);
  }

  @Override
  public StoredModel store() {
    int n = regions();
    double[] values = new double[order() * n * n];
    for (int i = 0; i < order() * n; i++) {
      System.arraycopy(coefficients[i / n][i % n], 0, values, i * n, n);
    }
    return StoredModel.of(
        "linear",
        name,
        Map.of(
            "coefficients",
            new NamedArray(new int[] {order(), n, n}, values),
            "parameters",
            NamedArray.of(parameters)));
  }

  /**
   * What a unit added to one region in the present does later, Psi_h = sum over k of Psi_(h-k) B_k
   * (Luetkepohl 2005, eq. 2.1.22).
   *
   * @param horizon steps ahead
   * @return [step][source][target], step 0 being the unit itself
   */
  public double[][][] impulse(int horizon) {
    int n = regions();
    double[][][] psi = new double[horizon + 1][n][n];
    for (int i = 0; i < n; i++) {
      psi[0][i][i] = 1;
    }
    for (int h = 1; h <= horizon; h++) {
      for (int k = 1; k <= Math.min(h, order()); k++) {
        add(psi[h], Dense.multiply(psi[h - k], coefficients[k - 1]));
      }
    }
    return psi;
  }

  private static void add(double[][] sum, double[][] part) {
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[i][j] += part[i][j];
      }
    }
  }

  /**
   * What the regions do when one of them is made to follow a course.
   *
   * @param region whose course is given
   * @param course its own change per frame
   * @return change, [region][frame]; the region's own row is the course
   */
  public double[][] response(int region, double[] course) {
    int n = regions();
    double[][] change = new double[n][course.length];
    change[region] = course.clone();
    for (int t = 1; t < course.length; t++) {
      for (int k = 1; k <= Math.min(t, order()); k++) {
        for (int i = 0; i < n; i++) {
          double x = change[i][t - k];
          double[] row = coefficients[k - 1][i];
          for (int j = 0; j < n && x != 0; j++) {
            change[j][t] += j == region ? 0 : x * row[j];
          }
        }
      }
    }
    return change;
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    int n = regions();
    if (n != context.regions() || context.signals() != 1 || context.steps() < order()) {
      throw new BadInput(
          String.format(
              "%s was fitted to %d regions and needs %d frames; it was given %d regions, %d frames"
                  + " and %d signals per region.",
              name, n, order(), context.regions(), context.steps(), context.signals()));
    }
    SignalBatch result = new SignalBatch(context.windows(), n, horizon);
    Matrix[] links = new Matrix[order()];
    for (int k = 0; k < links.length; k++) {
      links[k] = Matrix.of(coefficients[k]);
    }
    for (int from = 0; from < context.windows(); from += BLOCK) {
      Cancelled.check(progress, "Forecasting");
      iterate(links, context, result, from, Math.min(BLOCK, context.windows() - from));
    }
    return result;
  }

  /** Samples are [window][region], one matrix after the other. */
  private void iterate(
      Matrix[] links, SignalBatch context, SignalBatch result, int from, int count) {
    int n = regions();
    Matrix[] path = new Matrix[order() + result.steps()];
    for (int t = 0; t < order(); t++) {
      path[t] = new Matrix(count, n);
      for (int w = 0; w < count; w++) {
        for (int i = 0; i < n; i++) {
          path[t].set(w, i, context.get(from + w, i, context.steps() - order() + t));
        }
      }
    }
    for (int p = 0; p < result.steps(); p++) {
      Matrix next = new Matrix(count, n);
      for (int k = 1; k <= order(); k++) {
        Products.multiply(false, false, 1, path[order() + p - k], links[k - 1], 1, next);
      }
      path[order() + p] = next;
      for (int w = 0; w < count; w++) {
        for (int i = 0; i < n; i++) {
          result.set(from + w, i, p, next.get(w, i));
        }
      }
    }
  }
}
