package org.braindyn.cohort.features;

import org.braindyn.data.RegionSignals;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * Co-skewness of every ordered pair of regions, the mean over time of z_i^2 z_j: whether one region
 * is high when another is far from its mean. Correlation knows nothing of it.
 */
public final class CoSkewness implements FeatureSet {
  /** Its name in tables and macros. */
  public static final String NAME = "co-skewness";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double[] of(RegionSignals recording) {
    Matrix z = Matrix.of(ZScores.of(recording.values()));
    Matrix squares = z.copy();
    double[] cells = squares.values();
    for (int k = 0; k < cells.length; k++) {
      cells[k] *= cells[k] / recording.frames();
    }
    double[][] product = Products.multiplyTransposed(squares, z).toRows();
    return Pairs.take(product, Pairs.directed(recording.size()));
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
