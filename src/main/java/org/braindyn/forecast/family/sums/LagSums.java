package org.braindyn.forecast.family.sums;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.forecast.MemoryNeed;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * Sums of products of the present and the last P samples of all regions: all that a linear
 * autoregression of order P or less needs to know about recordings. Sums of people add up, with
 * weights, and can be taken away again, so that one pass over the data serves every family, fold
 * and ridge.
 *
 * <p>Only the products with the present are computed in full. Those of two pasts are the same sums
 * shifted by one sample, but for the ends of each stretch.
 */
public final class LagSums implements Serializable {
  private final int regions;
  private final int order;

  /** [k][l - k][i * regions + j]: sum over t of x_i(t - k) x_j(t - l). */
  private final double[][][] blocks;

  private double samples;

  /**
   * Empty sums.
   *
   * @param regions number of regions
   * @param order largest lag P, 1 or more
   */
  public LagSums(int regions, int order) {
    if (regions < 1 || order < 1) {
      throw new BadInput(
          "Sums over lags need 1 region or more and an order of 1 or more; got "
              + regions
              + " regions and order "
              + order
              + ".");
    }
    double pairs = (double) regions * regions * (order + 1) * (order + 2) / 2;
    MemoryNeed.check("An autoregression of order " + order, regions, Double.BYTES * pairs);
    this.regions = regions;
    this.order = order;
    blocks = new double[order + 1][][];
    for (int k = 0; k <= order; k++) {
      blocks[k] = new double[order + 1 - k][regions * regions];
    }
  }

  /**
   * Sums of stretches of signal that are not joined to one another.
   *
   * @param stretches each [region][time], of mean about 0 and longer than the order
   */
  public static LagSums of(List<double[][]> stretches, int order) {
    if (stretches.isEmpty()) {
      throw new BadInput("There is no recording to fit an autoregression to. Give at least one.");
    }
    LagSums sums = new LagSums(stretches.get(0).length, order);
    int columns = 0;
    for (double[][] stretch : stretches) {
      sums.check(stretch);
      columns += stretch[0].length;
    }
    sums.present(stretches, columns);
    sums.shifted(stretches);
    return sums;
  }

  private void check(double[][] stretch) {
    if (stretch.length != regions || stretch[0].length <= order) {
      throw new BadInput(
          String.format(
              "A stretch of %d regions and %d frames was given to an autoregression of %d regions"
                  + " and order %d. Give longer recordings or a smaller order.",
              stretch.length, stretch[0].length, regions, order));
    }
    samples += stretch[0].length - order;
  }

  /** Products with the present; samples whose past is not known are left out (zero). */
  private void present(List<double[][]> stretches, int columns) {
    double[] now = new double[columns * regions];
    double[] past = new double[(columns + order) * regions]; // later by the order
    int at = 0;
    for (double[][] stretch : stretches) {
      for (int t = 0; t < stretch[0].length; t++, at++) {
        for (int i = 0; i < regions; i++) {
          past[(at + order) * regions + i] = stretch[i][t];
          now[at * regions + i] = t < order ? 0 : stretch[i][t];
        }
      }
    }
    Matrix present = new Matrix(columns, regions, now);
    for (int lag = 0; lag <= order; lag++) {
      int from = (order - lag) * regions;
      Matrix shifted =
          new Matrix(columns, regions, Arrays.copyOfRange(past, from, from + now.length));
      double[] product = Products.transposedMultiply(present, shifted).values();
      System.arraycopy(product, 0, blocks[0][lag], 0, product.length);
    }
  }

  /**
   * sum x(t-k) x(t-l)' = sum x(t-k+1) x(t-l+1)' + what enters - what leaves, stretch by stretch.
   */
  private void shifted(List<double[][]> stretches) {
    for (int k = 1; k <= order; k++) {
      for (int l = k; l <= order; l++) {
        double[] block = blocks[k][l - k];
        System.arraycopy(blocks[k - 1][l - k], 0, block, 0, block.length);
        for (double[][] x : stretches) {
          int end = x[0].length;
          for (int i = 0; i < regions; i++) {
            double enters = x[i][order - k];
            double leaves = x[i][end - k];
            for (int j = 0; j < regions; j++) {
              block[i * regions + j] += enters * x[j][order - l] - leaves * x[j][end - l];
            }
          }
        }
      }
    }
  }

  /**
   * These sums and others, weighted; both stay as they are.
   *
   * @param other sums of the same regions and order
   * @param weight of the others; 4 counts their samples four times, -1 takes them away
   */
  public LagSums plus(LagSums other, double weight) {
    if (other.regions != regions || other.order != order) {
      throw new BadInput(
          String.format(
              "Sums of %d regions and order %d cannot be added to sums of %d regions and order %d."
                  + " Recordings must share one parcellation.",
              other.regions, other.order, regions, order));
    }
    LagSums result = new LagSums(regions, order);
    for (int k = 0; k <= order; k++) {
      for (int l = 0; l < blocks[k].length; l++) {
        for (int i = 0; i < regions * regions; i++) {
          result.blocks[k][l][i] = blocks[k][l][i] + weight * other.blocks[k][l][i];
        }
      }
    }
    result.samples = samples + weight * other.samples;
    return result;
  }

  /** Number of regions. */
  public int regions() {
    return regions;
  }

  /** Largest lag. */
  public int order() {
    return order;
  }

  /** Samples summed over, weighted. */
  public double samples() {
    return samples;
  }

  /**
   * Products of pasts, [(lag - 1) * regions + region][the same].
   *
   * @param p lags, 1 to {@link #order()}
   */
  public double[][] gram(int p) {
    int n = regions;
    double[][] gram = new double[checked(p) * n][p * n];
    for (int k = 1; k <= p; k++) {
      for (int l = k; l <= p; l++) {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            double value = blocks[k][l - k][i * n + j];
            gram[(k - 1) * n + i][(l - 1) * n + j] = value;
            gram[(l - 1) * n + j][(k - 1) * n + i] = value;
          }
        }
      }
    }
    return gram;
  }

  /**
   * Products of pasts with the present, [(lag - 1) * regions + source][target].
   *
   * @param p lags, 1 to {@link #order()}
   */
  public double[][] cross(int p) {
    int n = regions;
    double[][] cross = new double[checked(p) * n][n];
    for (int k = 1; k <= p; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          cross[(k - 1) * n + i][j] = blocks[0][k][j * n + i];
        }
      }
    }
    return cross;
  }

  /** Products of the present with itself, [region][region]. */
  public double[][] present() {
    double[][] rows = new double[regions][regions];
    for (int i = 0; i < regions; i++) {
      System.arraycopy(blocks[0][0], i * regions, rows[i], 0, regions);
    }
    return rows;
  }

  /**
   * Mean squared one-step error of a linear forecast on the samples of these sums.
   *
   * @param coefficients [lag - 1][source][target]
   */
  public double error(double[][][] coefficients) {
    int p = coefficients.length;
    double[][] stacked = new double[p * regions][];
    for (int i = 0; i < stacked.length; i++) {
      stacked[i] = coefficients[i / regions][i % regions];
    }
    double[][] product = Dense.multiply(gram(p), stacked);
    double[][] cross = cross(p);
    double sum = 0;
    for (int i = 0; i < regions; i++) {
      sum += blocks[0][0][i * regions + i];
    }
    for (int i = 0; i < stacked.length; i++) {
      for (int j = 0; j < regions; j++) {
        sum += stacked[i][j] * (product[i][j] - 2 * cross[i][j]);
      }
    }
    return sum / (samples * regions);
  }

  /** All numbers in a row, to be kept in a file; {@link #of(double[], int, int)} reads them. */
  public double[] toArray() {
    double[] all = new double[1 + (order + 1) * (order + 2) / 2 * regions * regions];
    all[0] = samples;
    int at = 1;
    for (double[][] row : blocks) {
      for (double[] block : row) {
        System.arraycopy(block, 0, all, at, block.length);
        at += block.length;
      }
    }
    return all;
  }

  /** Sums kept by {@link #toArray()}. */
  public static LagSums of(double[] all, int regions, int order) {
    LagSums sums = new LagSums(regions, order);
    int at = 1;
    for (double[][] row : sums.blocks) {
      for (double[] block : row) {
        if (at + block.length > all.length) {
          throw new BadInput(
              "Sums of "
                  + regions
                  + " regions and order "
                  + order
                  + " were cut short: "
                  + all.length
                  + " numbers. Train the model again.");
        }
        System.arraycopy(all, at, block, 0, block.length);
        at += block.length;
      }
    }
    sums.samples = all[0];
    return sums;
  }

  private int checked(int p) {
    if (p < 1 || p > order) {
      throw new BadInput("Order " + p + " was asked of sums of order " + order + ".");
    }
    return p;
  }
}
