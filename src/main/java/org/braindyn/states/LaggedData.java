package org.braindyn.states;

import java.util.List;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;

/**
 * Recordings as an autoregression sees them: z-scored, in their principal components if regions are
 * many, the present beside the last p samples.
 *
 * @param present [frame][component], recordings one after another
 * @param past [frame][(lag - 1) * components + component]
 * @param starts first row of every recording, and the number of rows at the end
 * @param order lags p; the first p frames of a recording have no row
 */
record LaggedData(Matrix present, Matrix past, int[] starts, int order) {
  /** Components kept at most: what more regions add is noise to tell states apart by. */
  static final int MOST = 20;

  /** z-scores in components, [recording][time][component]. */
  static double[][][] components(List<double[][]> recordings) {
    int n = recordings.get(0).length;
    Matrix gram = new Matrix(n, n);
    double[][][] scaled = scaled(recordings);
    for (int r = 0; r < scaled.length; r++) {
      Products.addGram(Matrix.of(scaled[r]), 1.0 / scaled[r].length, gram);
    }
    if (n <= MOST) {
      return scaled;
    }
    SymmetricEigen eigen = SymmetricEigen.of(gram);
    Matrix axes = new Matrix(n, MOST);
    for (int c = 0; c < MOST; c++) {
      double scale = Math.sqrt(scaled.length / eigen.values()[n - 1 - c]);
      for (int i = 0; i < n; i++) {
        axes.set(i, c, eigen.vectors().get(i, n - 1 - c) * scale);
      }
    }
    double[][][] made = new double[scaled.length][][];
    for (int r = 0; r < made.length; r++) {
      made[r] = Products.multiply(Matrix.of(scaled[r]), axes).toRows();
    }
    return made;
  }

  /** [recording][time][region] in standard deviations of the recording. */
  static double[][][] scaled(List<double[][]> recordings) {
    return recordings.stream().map(LaggedData::scaled).toArray(double[][][]::new);
  }

  /** [time][region] in standard deviations. */
  private static double[][] scaled(double[][] values) {
    int frames = values[0].length;
    double[][] made = new double[frames][values.length];
    for (int r = 0; r < values.length; r++) {
      double mean = 0;
      double squares = 0;
      for (double v : values[r]) {
        mean += v / frames;
      }
      for (double v : values[r]) {
        squares += (v - mean) * (v - mean) / frames;
      }
      for (int t = 0; t < frames; t++) {
        made[t][r] = (values[r][t] - mean) / Math.sqrt(squares);
      }
    }
    return made;
  }

  /**
   * Rows of some recordings.
   *
   * @param components [recording][time][component]
   */
  static LaggedData of(double[][][] components, int order) {
    int d = components[0][0].length;
    int[] starts = new int[components.length + 1];
    for (int r = 0; r < components.length; r++) {
      starts[r + 1] = starts[r] + components[r].length - order;
    }
    Matrix present = new Matrix(starts[components.length], d);
    Matrix past = new Matrix(present.rows(), d * order);
    for (int r = 0; r < components.length; r++) {
      for (int t = order; t < components[r].length; t++) {
        int row = starts[r] + t - order;
        System.arraycopy(components[r][t], 0, present.values(), row * d, d);
        for (int lag = 1; lag <= order; lag++) {
          System.arraycopy(
              components[r][t - lag], 0, past.values(), (row * order + lag - 1) * d, d);
        }
      }
    }
    return new LaggedData(present, past, starts, order);
  }

  int frames() {
    return present.rows();
  }

  int recordings() {
    return starts.length - 1;
  }
}
