package org.braindyn.figure.colour;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Which colour a value has.
 *
 * @param palette the colours
 * @param low value of the lowest colour; smaller ones have it too
 * @param high value of the highest colour; larger ones have it too
 * @param unit unit of the values with what they are, e.g. "effect (sd)"
 */
public record ColourScale(Palette palette, double low, double high, String unit) {
  /** The share of values that a scale covers, so that one outlier does not fade the rest. */
  private static final double COVERED = 0.99;

  /** Around zero, as far as all but the largest hundredth of the values; zeros do not count. */
  public static ColourScale around(DoubleStream values, String unit) {
    double[] sizes =
        values.filter(v -> Double.isFinite(v) && v != 0).map(Math::abs).sorted().toArray();
    double limit = sizes.length == 0 ? 1 : sizes[(int) Math.round(COVERED * (sizes.length - 1))];
    return new ColourScale(Palette.DIVERGING, -limit, limit, unit);
  }

  /** From zero to the largest value. */
  public static ColourScale rising(DoubleStream values, String unit) {
    double most = values.filter(Double::isFinite).max().orElse(1);
    return new ColourScale(Palette.SEQUENTIAL, 0, most > 0 ? most : 1, unit);
  }

  /** Around zero for a matrix of which the diagonal does not count, [source][target]. */
  public static ColourScale ofLinks(double[][] matrix, String unit) {
    double[][] off = new double[matrix.length][];
    for (int i = 0; i < off.length; i++) {
      off[i] = matrix[i].clone();
      off[i][i] = Double.NaN;
    }
    return around(Arrays.stream(off).flatMapToDouble(Arrays::stream), unit);
  }

  /** Colour of a value, 0xRRGGBB; grey for NaN. */
  public int rgb(double value) {
    return palette.at((value - low) / (high - low));
  }
}
