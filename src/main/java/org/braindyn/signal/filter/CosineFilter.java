package org.braindyn.signal.filter;

/**
 * Removes cosines (discrete cosine transform II) outside of a band, as SPM and fMRIPrep do for slow
 * drifts: component k over n frames has the frequency k / (2 n interval).
 */
public final class CosineFilter {
  private CosineFilter() {}

  /**
   * The cosines to remove.
   *
   * @param low remove frequencies below, Hz; 0 for none
   * @param high remove frequencies above, Hz; 0 for none
   */
  public static OrthonormalBasis outside(int n, double low, double high, double interval) {
    OrthonormalBasis basis = new OrthonormalBasis();
    for (int k = 1; k < n; k++) {
      double frequency = k / (2.0 * n * interval);
      if (frequency < low || (high > 0 && frequency > high)) {
        double[] column = new double[n];
        for (int t = 0; t < n; t++) {
          column[t] = Math.cos(Math.PI * k * (t + 0.5) / n);
        }
        basis.add(column);
      }
    }
    return basis;
  }
}
