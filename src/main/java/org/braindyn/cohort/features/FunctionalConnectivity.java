package org.braindyn.cohort.features;

import java.util.Arrays;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.Correlation;

/** Pearson correlation of every pair of regions as Fisher's z. */
public final class FunctionalConnectivity implements FeatureSet {
  /** Its name in tables and macros. */
  public static final String NAME = "functional connectivity";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double[] of(RegionSignals recording) {
    double[][] r = Correlation.of(recording.values());
    return Arrays.stream(Pairs.take(r, Pairs.undirected(r.length))).map(Pairs::fisher).toArray();
  }

  @Override
  public int[][] places(int regions) {
    return Pairs.undirected(regions);
  }

  @Override
  public boolean mixed() {
    return false;
  }
}
