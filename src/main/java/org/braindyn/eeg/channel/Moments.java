package org.braindyn.eeg.channel;

/**
 * Mean and covariance of channels over the samples that all of them have.
 *
 * @param count samples
 * @param mean per channel
 * @param covariance [channel][channel], divided by the count
 */
record Moments(long count, double[] mean, double[][] covariance) {
  /**
   * Over the samples that are marked and finite in every channel.
   *
   * @param values [channel][time]
   * @param channels rows that count
   * @param use [time]
   */
  static Moments of(double[][] values, int[] channels, boolean[] use) {
    int n = channels.length;
    long count = 0;
    double[] mean = new double[n];
    double[][] products = new double[n][n];
    double[] row = new double[n];
    for (int t = 0; t < use.length; t++) {
      boolean whole = use[t];
      for (int i = 0; i < n && whole; i++) {
        row[i] = values[channels[i]][t];
        whole = Double.isFinite(row[i]);
      }
      if (!whole) {
        continue;
      }
      count++;
      for (int i = 0; i < n; i++) {
        double before = row[i] - mean[i]; // Welford
        mean[i] += before / count;
        row[i] = before;
      }
      double scale = (count - 1.0) / count;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          products[i][j] += scale * row[i] * row[j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] /= Math.max(1, count);
        products[j][i] = products[i][j];
      }
    }
    return new Moments(count, mean, products);
  }
}
