package org.braindyn.parcellation;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Region;

/** The quality table as text cells, for files and for the table window. */
public final class QualityTable {
  /** Column names. */
  public static final List<String> COLUMNS =
      List.of(
          "region",
          "label",
          "voxels_before",
          "voxels",
          "voxels_used",
          "nan_voxels",
          "constant",
          "mean",
          "sd",
          "tsnr",
          "x_mm",
          "y_mm",
          "z_mm",
          "used_x_mm",
          "used_y_mm",
          "used_z_mm",
          "shift_mm",
          "shift_voxels",
          "warning",
          "lost");

  private QualityTable() {}

  static RegionQuality row(
      Region region,
      long before,
      long used,
      long nan,
      double[] signal,
      UsedPlace place,
      String lost) {
    int n = signal.length;
    double mean = 0;
    boolean constant = lost.isEmpty();
    for (double v : signal) {
      mean += v / n;
      constant &= v == signal[0];
    }
    double squares = 0;
    for (double v : signal) {
      squares += (v - mean) * (v - mean);
    }
    double sd = constant ? 0 : n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN;
    return new RegionQuality(region, before, used, nan, constant, mean, sd, place, lost);
  }

  /** One list of cells per region, in the order of {@link #COLUMNS}. */
  public static List<List<String>> cells(List<RegionQuality> quality) {
    List<List<String>> rows = new ArrayList<>();
    for (RegionQuality q : quality) {
      double[] mm = q.region().centroid();
      List<String> row = new ArrayList<>();
      row.add(q.region().name());
      row.add(Integer.toString(q.region().label()));
      row.add(Long.toString(q.voxelsBefore()));
      row.add(Long.toString(q.region().voxels()));
      row.add(Long.toString(q.used()));
      row.add(Long.toString(q.nanVoxels()));
      row.add(q.constant() ? "yes" : "no");
      row.add(number(q.mean()));
      row.add(number(q.sd()));
      row.add(number(q.tsnr()));
      for (int i = 0; i < 3; i++) {
        row.add(number(mm == null ? Double.NaN : mm[i]));
      }
      double[] usedAt = q.place().centroid();
      for (int i = 0; i < 3; i++) {
        row.add(number(usedAt == null ? Double.NaN : usedAt[i]));
      }
      row.add(number(q.place().mm()));
      row.add(number(q.place().voxels()));
      row.add(q.place().warning());
      row.add(q.lost());
      rows.add(row);
    }
    return rows;
  }

  private static String number(double v) {
    return Double.isNaN(v) ? "n/a" : Double.toString(v);
  }
}
