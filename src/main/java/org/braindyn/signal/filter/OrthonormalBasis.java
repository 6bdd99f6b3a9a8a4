package org.braindyn.signal.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * An orthonormal basis of the span of some time courses, by Gram-Schmidt done twice (Giraud et al.
 * 2005: twice is enough). Columns that the others explain are left out, so collinear confounds do
 * no harm.
 */
public final class OrthonormalBasis {
  private static final double DEPENDENT = 1e-9;

  private final List<double[]> vectors = new ArrayList<>();

  /**
   * Adds a time course.
   *
   * @return false if it lies within the span already
   */
  public boolean add(double[] column) {
    double before = norm(column);
    double[] rest = column.clone();
    remove(rest);
    double after = norm(rest);
    if (!(after > DEPENDENT * before)) {
      return false;
    }
    for (int t = 0; t < rest.length; t++) {
      rest[t] /= after;
    }
    vectors.add(rest);
    return true;
  }

  public int size() {
    return vectors.size();
  }

  /** Takes the part within the span away from a time course, in place. */
  public void remove(double[] signal) {
    for (int pass = 0; pass < 2; pass++) {
      for (double[] v : vectors) {
        double share = dot(v, signal);
        for (int t = 0; t < signal.length; t++) {
          signal[t] -= share * v[t];
        }
      }
    }
  }

  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }

  public static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }
}
