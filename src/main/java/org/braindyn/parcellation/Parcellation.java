package org.braindyn.parcellation;

import java.util.List;
import org.braindyn.data.Labels3D;
import org.braindyn.data.RegionSignals;

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
    List<String> notes) {}
