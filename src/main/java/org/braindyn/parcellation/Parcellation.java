package org.braindyn.parcellation;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;

/**
 * A scan cut into regions.
 *
 * @param signals one row per region, lost ones as NaN
 * @param quality one row per region, in the same order
 * @param labels the label image on the scan's grid, as used
 * @param meanImage mean over time of every voxel, x fastest; NaN where a voxel was not finite
 * @param notes what a user should know (resampling, missing affine or TR), in sentences
 */
public record Parcellation(
    RegionSignals signals,
    List<RegionQuality> quality,
    Labels3D labels,
    double[] meanImage,
    List<String> notes) {
  private static final UsedPlace NOWHERE =
      new UsedPlace(null, Double.NaN, Double.NaN, Double.NaN, false);

  /** The same without places, for scans whose voxels have none. */
  public Parcellation withoutPlaces() {
    List<RegionQuality> unplaced =
        quality.stream()
            .map(
                q ->
                    new RegionQuality(
                        q.region().at(null),
                        q.voxelsBefore(),
                        q.used(),
                        q.nanVoxels(),
                        q.constant(),
                        q.mean(),
                        q.sd(),
                        NOWHERE,
                        q.lost()))
            .toList();
    List<String> told = new ArrayList<>(notes);
    told.add(
        "The labels are those of "
            + labels.name()
            + "; vertices and greyordinates have no place, so the regions have none.");
    Regions regions =
        new Regions(signals.regions().list().stream().map(region -> region.at(null)).toList());
    return new Parcellation(
        new RegionSignals(regions, signals.values(), signals.interval(), signals.source()),
        unplaced,
        labels,
        meanImage,
        told);
  }
}
