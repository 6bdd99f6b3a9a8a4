package org.braindyn.cohort.features;

import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.OwnPast;
import org.braindyn.forecast.family.sums.LagSums;

/**
 * Effective connectivity in its cheapest form: coefficients of an autoregression of order 1 on
 * z-scores, shrunk to every region's own past; what one region's past adds to another's forecast.
 */
public final class LaggedConnectivity implements FeatureSet {
  /** Its name in tables and macros. */
  public static final String NAME = "effective connectivity";

  /** Penalty in sums of squares of z-scores: links of about 0.03 are expected before any data. */
  private static final double SHRINKAGE = 1000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double[] of(RegionSignals recording) {
    LagSums sums = LagSums.of(List.<double[][]>of(ZScores.of(recording.values())), 1);
    LagModel fit = LinearFits.shrunk(sums, 1, SHRINKAGE, OwnPast.fit(sums, 1));
    return Pairs.take(fit.coefficients()[0], Pairs.directed(recording.size()));
  }

  @Override
  public int[][] places(int regions) {
    return Pairs.directed(regions);
  }

  @Override
  public boolean mixed() {
    return false;
  }
}
