package org.braindyn.forecast;

import java.util.stream.IntStream;
import org.braindyn.data.SignalBatch;
import org.braindyn.signal.Windows;

/** Sums of products behind the direct linear forecast; rows are added up in parallel. */
final class DirectRidgeSums {
  private static final int TOGETHER = 4;

  private final int regions;
  private final LagBins bins;
  private final int horizon;
  private final double[][] gram;
  private final double[][] cross;
  private final double[] squares;
  private long windows;

  DirectRidgeSums(int regions, LagBins bins, int horizon) {
    this.regions = regions;
    this.bins = bins;
    this.horizon = horizon;
    int size = regions * bins.count();
    gram = new double[size][size];
    cross = new double[size][regions * horizon];
    squares = new double[horizon];
  }

  /** [feature][feature], feature = bin * regions + region. */
  double[][] gram() {
    return gram;
  }

  /** [feature][region * horizon + step]. */
  double[][] cross() {
    return cross;
  }

  long windows() {
    return windows;
  }

  /** Features of one window. */
  static double[] features(LagBins bins, SignalBatch context, int window) {
    int n = context.regions();
    double[] features = new double[n * bins.count()];
    for (int i = 0; i < n; i++) {
      int at = context.index(window, i, 0);
      bins.apply(context.values(), at, context.steps(), features, i, n);
    }
    return features;
  }

  void add(Windows block) {
    int count = block.size();
    double[][] x = new double[count + TOGETHER - 1][];
    double[][] y = new double[count + TOGETHER - 1][];
    int outputs = regions * horizon;
    for (int w = 0; w < x.length; w++) {
      boolean real = w < count;
      x[w] = real ? features(bins, block.context(), w) : new double[gram.length];
      y[w] = new double[outputs];
      if (real) {
        System.arraycopy(block.target().values(), w * outputs, y[w], 0, outputs);
        for (int j = 0; j < outputs; j++) {
          squares[j % horizon] += y[w][j] * y[w][j];
        }
      }
    }
    IntStream.range(0, gram.length)
        .parallel()
        .forEach(
            i -> {
              for (int w = 0; w < count; w += TOGETHER) {
                addRow(gram[i], x, x, i, w, i + 1);
                addRow(cross[i], y, x, i, w, outputs);
              }
            });
    windows += count;
  }

  private static void addRow(
      double[] sum, double[][] values, double[][] factors, int i, int w, int length) {
    double a = factors[w][i];
    double b = factors[w + 1][i];
    double c = factors[w + 2][i];
    double d = factors[w + 3][i];
    double[] va = values[w];
    double[] vb = values[w + 1];
    double[] vc = values[w + 2];
    double[] vd = values[w + 3];
    for (int j = 0; j < length; j++) {
      sum[j] += a * va[j] + b * vb[j] + c * vc[j] + d * vd[j];
    }
  }

  /**
   * Adds, for every step ahead, the squared error on these windows: {@code w'Gw - 2 w'r + y'y},
   * summed over regions.
   */
  void addError(double[][] coefficients, double[] error) {
    int size = gram.length;
    double[][] parts = new double[size][horizon];
    IntStream.range(0, size)
        .parallel()
        .forEach(
            i -> {
              double[] product = new double[coefficients[0].length];
              for (int k = 0; k < size; k++) {
                double g = k <= i ? gram[i][k] : gram[k][i];
                double[] row = coefficients[k];
                for (int j = 0; j < product.length; j++) {
                  product[j] += g * row[j];
                }
              }
              for (int j = 0; j < product.length; j++) {
                parts[i][j % horizon] += coefficients[i][j] * (product[j] - 2 * cross[i][j]);
              }
            });
    for (int p = 0; p < horizon; p++) {
      error[p] += squares[p];
      for (double[] part : parts) {
        error[p] += part[p];
      }
    }
  }

  /** This minus another (or plus, with sign 1); a new sum, its Gram matrix complete. */
  DirectRidgeSums plus(DirectRidgeSums other, int sign) {
    DirectRidgeSums result = new DirectRidgeSums(regions, bins, horizon);
    for (int i = 0; i < gram.length; i++) {
      for (int j = 0; j <= i; j++) {
        result.gram[i][j] = gram[i][j] + sign * other.gram[i][j];
        result.gram[j][i] = result.gram[i][j];
      }
      for (int j = 0; j < cross[i].length; j++) {
        result.cross[i][j] = cross[i][j] + sign * other.cross[i][j];
      }
    }
    result.windows = windows + sign * other.windows;
    return result;
  }

  /** The mean of these sums and those of the mirrored data. */
  DirectRidgeSums mirrored(int[] mirror) {
    DirectRidgeSums result = new DirectRidgeSums(regions, bins, horizon);
    for (int i = 0; i < gram.length; i++) {
      int mi = i - i % regions + mirror[i % regions];
      for (int j = 0; j < gram.length; j++) {
        int mj = j - j % regions + mirror[j % regions];
        result.gram[i][j] = (gram[i][j] + gram[mi][mj]) / 2;
      }
      for (int j = 0; j < cross[i].length; j++) {
        int mj = mirror[j / horizon] * horizon + j % horizon;
        result.cross[i][j] = (cross[i][j] + cross[mi][mj]) / 2;
      }
    }
    result.windows = windows;
    return result;
  }
}
