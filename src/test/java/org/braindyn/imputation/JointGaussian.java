package org.braindyn.imputation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.braindyn.kernel.linalg.Matrix;

/**
 * All values of a recording as one Gaussian vector: its covariance is written out, whole, and
 * conditioned on what is seen. Slow, and independent of any recursion.
 */
final class JointGaussian {
  private final RealMatrix states; // covariance of all states of all frames
  private final int regions;
  private final int size;
  private final int frames;

  JointGaussian(StateSpace model, int frames) {
    regions = model.regions();
    size = model.size();
    this.frames = frames;
    RealMatrix f = new Array2DRowRealMatrix(size, size);
    RealMatrix q = new Array2DRowRealMatrix(size, size);
    f.setSubMatrix(model.coefficients().toRows(), 0, 0);
    q.setSubMatrix(model.innovation().toRows(), 0, 0);
    for (int i = regions; i < size; i++) {
      f.setEntry(i, i - regions, 1);
    }
    states = new Array2DRowRealMatrix(size * frames, size * frames);
    RealMatrix own = matrix(model.start());
    for (int t = 0; t < frames; t++) {
      RealMatrix later = own;
      for (int u = t; u < frames; u++) {
        states.setSubMatrix(later.getData(), u * size, t * size);
        states.setSubMatrix(later.transpose().getData(), t * size, u * size);
        later = f.multiply(later);
      }
      own = f.multiply(own).multiply(f.transpose()).add(q);
    }
  }

  static RealMatrix matrix(Matrix a) {
    return new Array2DRowRealMatrix(a.toRows(), false);
  }

  /**
   * Posterior of the missing values: mean [k], covariance [k][k], k in the order of {@link #at}.
   */
  Posterior given(double[][] z, boolean[][] seen, double noise) {
    List<int[]> visible = at(seen, true);
    List<int[]> hidden = at(seen, false);
    RealMatrix vv = part(visible, visible);
    RealMatrix hv = part(hidden, visible);
    RealMatrix x = new Array2DRowRealMatrix(visible.size(), 1);
    for (int i = 0; i < visible.size(); i++) {
      vv.addToEntry(i, i, noise);
      x.setEntry(i, 0, z[visible.get(i)[0]][visible.get(i)[1]]);
    }
    RealMatrix gain = hv.multiply(new LUDecomposition(vv).getSolver().getInverse());
    return new Posterior(
        hidden,
        gain.multiply(x).getColumn(0),
        part(hidden, hidden).subtract(gain.multiply(hv.transpose())));
  }

  List<int[]> at(boolean[][] seen, boolean wanted) {
    List<int[]> result = new ArrayList<>();
    for (int t = 0; t < frames; t++) {
      for (int n = 0; n < regions; n++) {
        if (seen[n][t] == wanted) {
          result.add(new int[] {n, t});
        }
      }
    }
    return result;
  }

  private RealMatrix part(List<int[]> rows, List<int[]> columns) {
    RealMatrix result = new Array2DRowRealMatrix(rows.size(), columns.size());
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        int r = rows.get(i)[1] * size + rows.get(i)[0];
        result.setEntry(i, j, states.getEntry(r, columns.get(j)[1] * size + columns.get(j)[0]));
      }
    }
    return result;
  }

  record Posterior(List<int[]> at, double[] mean, RealMatrix covariance) {}
}
