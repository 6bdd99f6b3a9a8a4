package org.braindyn.forecast.family.personal;

import java.util.stream.IntStream;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * Activity as a smooth random field and a fine texture, cut to regions: covariances of region means
 * follow from where regions lie (block kriging; Cressie 1993, section 5.2), so that regions of one
 * atlas can be told from those of another. Width and texture are those with which the recording's
 * regions are best told from each other, each from all others.
 *
 * @param there the model's regions from the recording's, [model's][recording's], in standard
 *     deviations
 * @param back the recording's from the model's, [recording's][model's]
 * @param width standard deviation of a source, mm
 * @param texture share of a region's variance that is its own
 */
record SmoothField(Matrix there, Matrix back, double width, double texture) {
  private static final double[] WIDTHS = {6, 9, 12, 15, 19, 24, 30};
  private static final double[] TEXTURES = {0.02, 0.06, 0.18};
  private static final double ROUNDING = 1e-9;

  /** Covariances of a width: smooth parts and textures (per unit of texture). */
  private record Parts(Matrix smooth, Matrix fine) {
    Matrix with(double texture) {
      Matrix k = smooth.copy();
      for (int i = 0; i < k.values().length; i++) {
        k.values()[i] += texture * fine.values()[i];
      }
      return k;
    }
  }

  /**
   * Chooses and cuts.
   *
   * @param alike correlations of the recording's regions
   */
  static SmoothField of(CutField field, Matrix alike) {
    double best = Double.POSITIVE_INFINITY;
    double width = WIDTHS[0];
    double texture = TEXTURES[0];
    Parts own = null;
    for (double w : WIDTHS) {
      Parts parts = own(field, w);
      for (double t : TEXTURES) {
        double error = leftOut(parts.with(t), alike);
        if (error < best) {
          best = error;
          width = w;
          texture = t;
          own = parts;
        }
      }
    }
    Matrix ss = own.with(texture);
    Matrix aa = model(field, width).with(texture);
    Matrix as = between(field, width).with(texture);
    scale(as, diagonal(aa), diagonal(ss));
    scale(aa, diagonal(aa), diagonal(aa));
    scale(ss, diagonal(ss), diagonal(ss));
    Matrix there = Products.multiply(as, inverse(ss));
    Matrix back = Products.multiply(as.transposed(), inverse(aa));
    return new SmoothField(there, back, width, texture);
  }

  private static Matrix inverse(Matrix k) {
    k.addToDiagonal(ROUNDING);
    return Cholesky.of(k).inverse();
  }

  /** Mean squared error of every region told from all others (Dubrule 1983). */
  private static double leftOut(Matrix k, Matrix alike) {
    scale(k, diagonal(k), diagonal(k));
    Matrix inverse = inverse(k);
    Matrix half = Products.multiply(inverse, alike);
    double sum = 0;
    for (int i = 0; i < k.rows(); i++) {
      double variance = 0;
      for (int j = 0; j < k.rows(); j++) {
        variance += half.get(i, j) * inverse.get(j, i);
      }
      sum += variance / (inverse.get(i, i) * inverse.get(i, i));
    }
    return sum / k.rows();
  }

  private static double[] diagonal(Matrix k) {
    return IntStream.range(0, k.rows()).mapToDouble(i -> k.get(i, i)).toArray();
  }

  private static void scale(Matrix k, double[] rows, double[] columns) {
    for (int i = 0; i < k.rows(); i++) {
      for (int j = 0; j < k.columns(); j++) {
        double by = Math.sqrt(rows[i] * columns[j]);
        k.set(i, j, by > 0 ? k.get(i, j) / by : 0);
      }
    }
  }

  private static Parts own(CutField field, double width) {
    return itself(field.own(), field.overlap().second(), scale(field), width);
  }

  private static Parts model(CutField field, double width) {
    return itself(field.model(), field.overlap().first(), scale(field), width);
  }

  /** A region's volume whose texture has a variance of 1: the mean of the recording's. */
  private static double scale(CutField field) {
    return IntStream.range(0, field.own().length)
        .mapToDouble(i -> field.overlap().second()[i])
        .filter(v -> v > 0)
        .average()
        .orElse(1);
  }

  private static Parts itself(double[][][] points, double[] volumes, double unit, double width) {
    Matrix smooth = kernel(points, points, width);
    Matrix fine = new Matrix(points.length, points.length);
    for (int i = 0; i < points.length; i++) {
      fine.set(i, i, volumes[i] > 0 ? unit / volumes[i] : 0);
      if (points[i].length == 0) {
        smooth.set(i, i, 1); // a region that lies nowhere goes with nothing
      }
    }
    return new Parts(smooth, fine);
  }

  private static Parts between(CutField field, double width) {
    double unit = scale(field);
    double[][] shared = field.overlap().volume();
    Matrix fine = new Matrix(shared.length, shared[0].length);
    for (int i = 0; i < shared.length; i++) {
      for (int j = 0; j < shared[i].length; j++) {
        double volumes = field.overlap().first()[i] * field.overlap().second()[j];
        fine.set(i, j, volumes > 0 ? unit * shared[i][j] / volumes : 0);
      }
    }
    return new Parts(kernel(field.model(), field.own(), width), fine);
  }

  /** Covariance of the means of a field whose sources are Gaussian, exp(-d^2 / 4 width^2). */
  private static Matrix kernel(double[][][] a, double[][][] b, double width) {
    Matrix k = new Matrix(a.length, b.length);
    double by = -1 / (4 * width * width);
    Parallel.each(
        a.length,
        i -> {
          for (int j = 0; j < b.length; j++) {
            double sum = 0;
            for (double[] u : a[i]) {
              for (double[] v : b[j]) {
                double x = u[0] - v[0];
                double y = u[1] - v[1];
                double z = u[2] - v[2];
                sum += Math.exp(by * (x * x + y * y + z * z));
              }
            }
            k.set(i, j, sum / Math.max(1, a[i].length * b[j].length));
          }
        });
    return k;
  }
}
