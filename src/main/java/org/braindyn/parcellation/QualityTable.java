package org.braindyn.parcellation;

import java.util.List;
import org.braindyn.data.Region;
import org.braindyn.data.text.ResultTable;

/** The quality table as text cells, for files and for the table window. */
public final class QualityTable {

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

  /** One row per region. */
  public static ResultTable of(List<RegionQuality> quality) {
    ResultTable table =
        new ResultTable(
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
                "lost"),
            ResultTable.Numbers.EXACT_OR_NA);
    for (RegionQuality q : quality) {
      table.row(
          q.region().name(),
          q.region().label(),
          q.voxelsBefore(),
          q.region().voxels(),
          q.used(),
          q.nanVoxels(),
          q.constant(),
          q.mean(),
          q.sd(),
          q.tsnr(),
          mm(q.region().centroid()),
          mm(q.place().centroid()),
          q.place().mm(),
          q.place().voxels(),
          q.place().warning(),
          q.lost());
    }
    return table;
  }

  private static double[] mm(double[] centroid) {
    return centroid == null ? new double[] {Double.NaN, Double.NaN, Double.NaN} : centroid;
  }
}
