package org.braindyn.cohort.features;

import org.braindyn.data.RegionSignals;

/** A way to make a recording into numbers. */
public interface FeatureSet {
  /** What it is called in tables, e.g. "functional connectivity". */
  String name();

  /**
   * The features of a recording.
   *
   * @param recording no missing value, no constant region
   * @return [feature], the same number for every recording of these regions
   */
  double[] of(RegionSignals recording);

  /**
   * Which regions a feature is about.
   *
   * @param regions number of regions
   * @return [feature][one or two regions]; no row if features are of no region
   */
  int[][] places(int regions);

  /** True if features have different units, so that they are standardised before a comparison. */
  boolean mixed();
}
