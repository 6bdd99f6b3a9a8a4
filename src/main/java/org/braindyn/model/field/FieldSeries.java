package org.braindyn.model.field;

import java.util.function.IntToDoubleFunction;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.ModelSettings;

/**
 * One region's field {@code F(x, L)} and its derivative by L as Chebyshev series in x on an
 * interval, at the unperturbed L.
 */
public final class FieldSeries {
  private static final int[] NODES = {16, 32};

  /**
   * The derivative rounds more than the field, and its error counts against the remainder's only.
   */
  private static final int SLOPE = 10;

  private final FieldValues field;
  private final int hidden;
  private final double precise;
  private final double enough;
  private final Vec points;
  private final Vec column;
  private final Vec values;
  private final Vec gradient;
  private final double[] rate = new double[Chebyshev.MOST];
  private final double[] slope;
  private double centre;
  private double half;
  private int rateTerms;
  private int slopeTerms;
  private double size;
  private double norm;

  public FieldSeries(Kernel kernel, ModelSettings s, FieldValues field) {
    this.field = field;
    hidden = s.hidden();
    boolean single = kernel.precision() == Precision.FLOAT;
    precise = single ? 2e-7 : 1e-12;
    enough = single ? 5e-7 : 1e-8;
    points = kernel.vec(Chebyshev.MOST);
    column = kernel.vec(Chebyshev.MOST);
    values = kernel.vec(Chebyshev.MOST);
    gradient = kernel.vec((1 + hidden) * Chebyshev.MOST);
    slope = new double[Chebyshev.MOST * hidden];
  }

  /**
   * Fits both series.
   *
   * @param message L of all regions, [hidden][region]
   * @return false if the field is not smooth enough for the most nodes
   */
  public boolean fit(double low, double high, Vec message, int region, int regions) {
    centre = (low + high) / 2;
    half = (high - low) / 2;
    for (int nodes : NODES) {
      sample(nodes, message, region, regions);
      if (rateTerms < nodes && slopeTerms < nodes) {
        return true;
      }
    }
    return false;
  }

  private void sample(int k, Vec message, int region, int regions) {
    for (int i = 0; i < k; i++) {
      points.set(i, centre + half * Chebyshev.node(k, i));
    }
    field.rows(k);
    field.column(0, points, 0);
    for (int j = 0; j < hidden; j++) {
      column.fill(0, k, message.get(j * regions + region));
      field.column(1 + j, column, 0);
    }
    field.values(values);
    field.gradient(gradient);
    size = field.scale();
    for (int m = 0; m < k; m++) {
      rate[m] = coefficient(k, m, values, 0);
      size += Math.abs(rate[m]);
      for (int j = 0; j < hidden; j++) {
        slope[m * hidden + j] = coefficient(k, m, gradient, (1 + j) * k);
      }
    }
    norm = length(0);
    double all = 0;
    for (int m = 0; m < k; m++) {
      all += length(m);
    }
    rateTerms = terms(k, size, m -> Math.abs(rate[m]));
    slopeTerms = terms(k, SLOPE * all, this::length);
  }

  private static double coefficient(int k, int m, Vec values, int at) {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += Chebyshev.weight(k, m, i) * values.get(at + i);
    }
    return sum;
  }

  /** Length of the derivative's coefficient m. */
  private double length(int m) {
    double sum = 0;
    for (int j = 0; j < hidden; j++) {
      sum += slope[m * hidden + j] * slope[m * hidden + j];
    }
    return Math.sqrt(sum);
  }

  /** Terms to keep: all but a tail of no size; k if the series has not come to its end. */
  private int terms(int k, double of, IntToDoubleFunction length) {
    if (!(length.applyAsDouble(k - 1) + length.applyAsDouble(k - 2) <= enough * of)) {
      return k;
    }
    int count = k - 1;
    double tail = length.applyAsDouble(k - 1);
    while (count > 1 && tail + length.applyAsDouble(count - 1) <= precise * of) {
      count--;
      tail += length.applyAsDouble(count);
    }
    return count;
  }

  public double centre() {
    return centre;
  }

  public double half() {
    return half;
  }

  public int rateTerms() {
    return rateTerms;
  }

  public int slopeTerms() {
    return slopeTerms;
  }

  public double rate(int term) {
    return term < rateTerms ? rate[term] : 0;
  }

  public double slope(int term, int entry) {
    return slope[term * hidden + entry];
  }

  /** Value of the first series. */
  double rateAt(double t) {
    double sum = 0;
    for (int m = 0; m < rateTerms; m++) {
      sum += rate[m] * Chebyshev.polynomial(m, t);
    }
    return sum;
  }

  /** Size of F that rounding goes by. */
  double size() {
    return size;
  }

  /** Length of the mean derivative by L over the interval. */
  public double norm() {
    return norm;
  }
}
