package org.braindyn.planning;

import java.util.Arrays;
import org.braindyn.data.BadInput;

/**
 * Functional connectivity is moved by added power, not by waveforms (those move means only): noise
 * of power p_s at site s adds p_s times the Gram matrix of the site's answers to the covariance.
 * The powers that bring a covariance nearest to a wanted one are non-negative least squares with a
 * cap on their sum.
 *
 * @param sites rows, as in the responses
 * @param power [site], in squared sd of the site's own answer per block
 * @param removed share of the squared distance between the covariances that is removed
 */
public record AddedPower(int[] sites, double[] power, double removed) {
  private static final int SWEEPS = 4000;
  private static final double ONE = 1e-6;

  /**
   * Plans.
   *
   * @param responses what a block at each site does
   * @param now covariance as it is, [region][region], in squared sd of one common scale
   * @param wanted covariance to reach, in the same scale
   * @param cap largest sum of powers; infinite for none
   * @throws BadInput if both are correlation matrices, from which powers cannot be told
   */
  public static AddedPower of(
      SiteResponses responses, double[][] now, double[][] wanted, double cap) {
    int n = responses.regions();
    if (now.length != n || wanted.length != n) {
      throw new BadInput(
          String.format(
              "The covariances have %d and %d regions, the model has %d. Give all of one"
                  + " parcellation.",
              now.length, wanted.length, n));
    }
    if (correlations(now) && correlations(wanted)) {
      throw new BadInput(
          "Both matrices have ones on the diagonal: from correlations nobody can tell how much power"
              + " to add (a plan would reach about a fifth of what it promises). Give covariances of"
              + " recordings in one unit, not z-scored each by itself.");
    }
    if (!(cap > 0)) {
      throw new BadInput("cap=" + cap + " allows no power at all. Give a sum above 0.");
    }
    double[][] grams = new double[responses.sites().length][];
    for (int s = 0; s < grams.length; s++) {
      grams[s] = gram(responses.answers()[s]);
    }
    double[] change = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        change[i * n + j] = wanted[i][j] - now[i][j];
      }
    }
    double[] power = solve(grams, change, cap);
    double left = 0;
    double all = 0;
    for (int c = 0; c < change.length; c++) {
      double rest = change[c];
      for (int s = 0; s < power.length; s++) {
        rest -= power[s] * grams[s][c];
      }
      left += rest * rest;
      all += change[c] * change[c];
    }
    return new AddedPower(responses.sites(), power, all > 0 ? 1 - left / all : 0);
  }

  /** What unit power at a site adds to the covariance, row after row. */
  static double[] gram(double[][] answer) {
    int n = answer.length;
    double[] gram = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        double sum = 0;
        for (int t = 0; t < answer[i].length; t++) {
          sum += answer[i][t] * answer[j][t];
        }
        gram[i * n + j] = sum;
        gram[j * n + i] = sum;
      }
    }
    return gram;
  }

  private static boolean correlations(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      if (Math.abs(matrix[i][i] - 1) > ONE) {
        return false;
      }
    }
    return true;
  }

  /** Coordinate descent; the cap by a price per unit of power, found by halving. */
  private static double[] solve(double[][] grams, double[] change, double cap) {
    int m = grams.length;
    double[][] inner = new double[m][m];
    double[] right = new double[m];
    for (int a = 0; a < m; a++) {
      right[a] = dot(grams[a], change);
      for (int b = 0; b <= a; b++) {
        inner[a][b] = dot(grams[a], grams[b]);
        inner[b][a] = inner[a][b];
      }
    }
    double[] power = descend(inner, right, 0);
    if (Arrays.stream(power).sum() <= cap) {
      return power;
    }
    double low = 0;
    double high = Arrays.stream(right).max().orElse(0);
    for (int k = 0; k < 60; k++) {
      double price = (low + high) / 2;
      power = descend(inner, right, price);
      if (Arrays.stream(power).sum() > cap) {
        low = price;
      } else {
        high = price;
      }
    }
    return descend(inner, right, high);
  }

  private static double[] descend(double[][] inner, double[] right, double price) {
    double[] power = new double[right.length];
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double moved = 0;
      for (int a = 0; a < power.length; a++) {
        double slope = right[a] - price - dot(inner[a], power);
        double next = Math.max(0, power[a] + slope / inner[a][a]);
        moved = Math.max(moved, Math.abs(next - power[a]));
        power[a] = next;
      }
      if (moved < 1e-12) {
        break;
      }
    }
    return power;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
