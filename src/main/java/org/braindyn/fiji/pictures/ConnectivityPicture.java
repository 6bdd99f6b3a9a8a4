package org.braindyn.fiji.pictures;

import ij.process.ColorProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Regions;

/** Two connectivity matrices beside each other, on one colour scale. */
public final class ConnectivityPicture {
  private ConnectivityPicture() {}

  /**
   * @param left [region][region]
   * @param right the same regions
   * @param title first line
   * @param across what is where, e.g. "left: real, right: generated"
   */
  public static ColorProcessor of(
      double[][] left, double[][] right, Regions regions, String title, String across) {
    int n = left.length;
    double[][] both = new double[n][2 * n + 1];
    for (int i = 0; i < n; i++) {
      Arrays.fill(both[i], Double.NaN);
      System.arraycopy(left[i], 0, both[i], 0, n);
      System.arraycopy(right[i], 0, both[i], n + 1, n);
    }
    List<String> columns = new ArrayList<>(regions.names());
    columns.add("");
    columns.addAll(regions.names());
    return GridPicture.of(both, regions.names(), columns, title, across);
  }
}
