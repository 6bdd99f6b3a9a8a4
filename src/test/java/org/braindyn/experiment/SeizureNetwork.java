package org.braindyn.experiment;

import org.braindyn.data.Seed;

/**
 * Seizures that spread: regions that either rest or oscillate, both stable, driven from one state
 * into the other by their neighbours and by noise,
 *
 * <p>{@code dz_v = r [z_v (lambda_v - 1 + 2 |z_v|^2 - |z_v|^4) + G sum_u W[u][v] (z_u - z_v)] dt +
 * i omega z_v dt + noise}
 *
 * <p>(Benjamin et al. 2012, J Math Neurosci 2:1, eq. 2.1; coupling as there). From the onset on the
 * focus has only the oscillation.
 *
 * @param wiring [source][target], 0 or more
 * @param coupling G
 * @param lambda of regions that are not the focus, 0 to 1: how readily they are recruited
 * @param noise per square root of a second
 */
record SeizureNetwork(double[][] wiring, int focus, double coupling, double lambda, double noise) {
  private static final double RATE = 4;
  private static final double STEP = 0.01;
  private static final int WINDOW = 50;
  private static final double FREQUENCY = 4;
  private static final double ICTAL = 1.5;

  /** Seconds between values of {@link #power}. */
  static final double INTERVAL = WINDOW * STEP;

  /**
   * Log power in windows of half a second.
   *
   * @param seconds length
   * @param onset of the seizure, s
   * @param cut region without links, from the onset on; -1 for none
   * @return [region][window]
   */
  double[][] power(double seconds, double onset, int cut, Seed seed) {
    int n = wiring.length;
    int steps = (int) Math.round(seconds / STEP);
    double[][] power = new double[n][steps / WINDOW];
    double[] x = new double[n];
    double[] y = new double[n];
    double[] dx = new double[n];
    double[] dy = new double[n];
    Seed.Stream random = seed.stream("noise");
    double kick = noise * Math.sqrt(STEP);
    double cos = Math.cos(2 * Math.PI * FREQUENCY * STEP);
    double sin = Math.sin(2 * Math.PI * FREQUENCY * STEP);
    for (int t = 0; t < steps; t++) {
      boolean ictal = t * STEP >= onset;
      for (int v = 0; v < n; v++) {
        double square = x[v] * x[v] + y[v] * y[v];
        double own = (ictal && v == focus ? ICTAL : lambda) - 1 + 2 * square - square * square;
        dx[v] = own * x[v];
        dy[v] = own * y[v];
        for (int u = 0; u < n; u++) {
          boolean gone = ictal && (u == cut || v == cut);
          if (wiring[u][v] != 0 && !gone) {
            dx[v] += coupling * wiring[u][v] * (x[u] - x[v]);
            dy[v] += coupling * wiring[u][v] * (y[u] - y[v]);
          }
        }
      }
      for (int v = 0; v < n; v++) {
        double a = x[v] + RATE * STEP * dx[v] + kick * random.gaussian();
        double b = y[v] + RATE * STEP * dy[v] + kick * random.gaussian();
        x[v] = cos * a - sin * b; // turns exactly: 4 Hz and steps of 10 ms
        y[v] = sin * a + cos * b;
        power[v][Math.min(t / WINDOW, power[v].length - 1)] += x[v] * x[v] / WINDOW;
      }
    }
    for (double[] row : power) {
      for (int t = 0; t < row.length; t++) {
        row[t] = Math.log(row[t] + 1e-4);
      }
    }
    return power;
  }
}
