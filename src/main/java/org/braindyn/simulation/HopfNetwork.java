package org.braindyn.simulation;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;

/**
 * A whole brain of noisy oscillators near the Hopf bifurcation, coupled by structure,
 *
 * <p>{@code dz_v/dt = z_v (a + i omega - |z_v|^2) + G sum_u C[u][v] (z_u - z_v) + I_v + noise}
 *
 * <p>(Deco et al. 2017, Sci Rep 7:3095, eq. 4; Euler-Maruyama). The activity is the real part. A
 * stimulus is added to the real part's derivative, per second.
 *
 * @param coupling structural connectome, [source][target], 0 or more
 * @param globalCoupling G, per second and unit of {@code coupling}
 * @param bifurcation a per second; slightly negative for noisy fluctuations
 * @param frequency omega / 2 pi in Hz, per region
 * @param noise amplitude beta, per square root of a second
 * @param step integration step in s
 */
record HopfNetwork(
    double[][] coupling,
    double globalCoupling,
    double bifurcation,
    double[] frequency,
    double noise,
    double step)
    implements Simulator {
  /** Checks shapes and ranges. */
  public HopfNetwork {
    if (coupling.length != frequency.length || coupling[0].length != coupling.length) {
      throw new BadInput(
          "The connectome is "
              + coupling.length
              + " x "
              + coupling[0].length
              + " and there are "
              + frequency.length
              + " frequencies. Give one row, column and frequency per region.");
    }
    if (!(step > 0 && step <= 0.5) || !(globalCoupling >= 0) || !(noise >= 0)) {
      throw new BadInput(
          String.format(
              "The oscillators need a step of 0 to 0.5 s, coupling and noise of 0 or more; got %s s,"
                  + " %s, %s.",
              step, globalCoupling, noise));
    }
  }

  @Override
  public int regions() {
    return coupling.length;
  }

  @Override
  public double settling() {
    return 120;
  }

  @Override
  public double[][] run(
      double lead, double duration, List<Stimulus> stimuli, Seed seed, Progress progress) {
    int n = coupling.length;
    int before = (int) Math.round(lead / step);
    int samples = before + (int) Math.round(duration / step);
    double[][] activity = new double[n][samples];
    double[] x = new double[n];
    double[] y = new double[n];
    double[] dx = new double[n];
    double[] dy = new double[n];
    double[] strength = new double[n];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        strength[v] += coupling[u][v];
      }
    }
    Seed.Stream random = seed.stream("process noise");
    double kick = noise * Math.sqrt(step);
    for (int s = 0; s < samples; s++) {
      if (s % 1024 == 0) {
        Cancelled.check(progress, "Simulation");
        progress.report((double) s / samples, "Simulating");
      }
      double time = (s - before) * step;
      slope(x, y, strength, dx, dy);
      for (Stimulus stimulus : stimuli) {
        if (stimulus.active(time)) {
          for (int r : stimulus.regions()) {
            dx[r] = stimulus.silence() ? 0 : dx[r] + stimulus.size();
          }
        }
      }
      for (int v = 0; v < n; v++) {
        x[v] += step * dx[v] + kick * random.gaussian();
        y[v] += step * dy[v] + kick * random.gaussian();
      }
      for (Stimulus stimulus : stimuli) {
        if (stimulus.silence() && stimulus.active(time)) {
          for (int r : stimulus.regions()) {
            x[r] = 0;
            y[r] = 0;
          }
        }
      }
      for (int v = 0; v < n; v++) {
        activity[v][s] = x[v];
      }
    }
    return activity;
  }

  private void slope(double[] x, double[] y, double[] strength, double[] dx, double[] dy) {
    java.util.Arrays.fill(dx, 0);
    java.util.Arrays.fill(dy, 0);
    for (int u = 0; u < x.length; u++) {
      double[] row = coupling[u];
      for (int v = 0; v < x.length; v++) {
        dx[v] += row[v] * x[u];
        dy[v] += row[v] * y[u];
      }
    }
    for (int v = 0; v < x.length; v++) {
      double growth = bifurcation - x[v] * x[v] - y[v] * y[v];
      double omega = 2 * Math.PI * frequency[v];
      dx[v] = growth * x[v] - omega * y[v] + globalCoupling * (dx[v] - strength[v] * x[v]);
      dy[v] = growth * y[v] + omega * x[v] + globalCoupling * (dy[v] - strength[v] * y[v]);
    }
  }
}
