package org.braindyn.parcellation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.braindyn.data.Grid;

/**
 * Where the voxels that made a region's signal lie, against where the region is.
 *
 * @param centroid of the voxels used, mm; null if there are none
 * @param mm distance of that centroid from the region's place, NaN if either is unknown
 * @param voxels the same in voxels of the scan
 * @param volume volume of the voxels used against the region's volume in the label image as given
 * @param few true if resampling left one or two voxels
 */
public record UsedPlace(double[] centroid, double mm, double voxels, double volume, boolean few) {
  /** Further than this, in voxels of the scan, a region is said to have moved. */
  static final double FAR = 0.5;

  private static final double LITTLE = 0.5;
  private static final int FEW = 2;
  private static final int NAMED = 12;
  private static final int LEAST_REGIONS = 6;

  static UsedPlace of(
      Grid scan, double[] centroid, double[] atlas, double volume, long used, boolean resampled) {
    double mm = Double.NaN;
    double voxels = Double.NaN;
    if (centroid != null && atlas != null) {
      mm = distance(centroid, atlas);
      voxels = distance(scan.toVoxel(centroid), scan.toVoxel(atlas));
    }
    return new UsedPlace(centroid, mm, voxels, volume, resampled && used <= FEW && used > 0);
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }

  boolean moved() {
    return voxels > FAR;
  }

  boolean shrunk() {
    return volume > 0 && volume < LITTLE;
  }

  /** What is doubtful about the region, or an empty text. */
  public String warning() {
    List<String> found = new ArrayList<>();
    if (moved()) {
      found.add(String.format(Locale.ROOT, "moved %.2f voxels", voxels));
    }
    if (shrunk()) {
      found.add(String.format(Locale.ROOT, "%.0f %% of its volume", 100 * volume));
    }
    if (few) {
      found.add("one or two voxels");
    }
    return String.join(", ", found);
  }

  /** One sentence for each kind of doubt, naming regions. */
  static void warn(List<RegionQuality> quality, List<String> notes) {
    warn(
        quality.stream().filter(q -> q.place().moved()).toList(),
        quality.size(),
        "moved more than half a voxel (voxels used against the region's place)",
        q -> String.format(Locale.ROOT, " %.2f", q.place().voxels()),
        notes);
    warn(
        quality.stream().filter(q -> q.place().shrunk()).toList(),
        quality.size(),
        "kept less than half of their volume",
        q -> String.format(Locale.ROOT, " %.0f %%", 100 * q.place().volume()),
        notes);
    warn(
        quality.stream().filter(q -> q.place().few()).toList(),
        quality.size(),
        "have one or two voxels after resampling",
        q -> "",
        notes);
  }

  /** Affines bring nothing into place that was never registered. */
  static void warnOfSpace(List<RegionQuality> quality, List<String> notes) {
    long odd = quality.stream().filter(q -> !q.kept() || q.place().moved()).count();
    if (quality.size() >= LEAST_REGIONS && odd > quality.size() / 3) {
      notes.add(
          "Warning: "
              + odd
              + " of "
              + quality.size()
              + " regions were lost or moved. Either the scan's voxels are too coarse for this atlas, or the"
              + " two are not in the same space: labels are brought over by the affines alone, so"
              + " register one to the other first. Look at them with Show Regions.");
    }
  }

  private static void warn(
      List<RegionQuality> found,
      int all,
      String what,
      Function<RegionQuality, String> figure,
      List<String> notes) {
    if (found.isEmpty()) {
      return;
    }
    List<String> named =
        found.stream().limit(NAMED).map(q -> q.region().name() + figure.apply(q)).toList();
    notes.add(
        String.format(
            "Warning: %d of %d regions %s: %s%s.",
            found.size(),
            all,
            what,
            String.join(", ", named),
            found.size() > NAMED ? ", ... (all in the quality table)" : ""));
  }
}
