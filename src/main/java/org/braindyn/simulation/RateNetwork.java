package org.braindyn.simulation;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;

/**
 * A directed, signed network of firing rates with process noise,
 *
 * <p>{@code tau dx_v/dt = -x_v + sum_u W[u][v] g(x_u) + I_v + noise}, g(x) = x or tanh x
 *
 * <p>(Sompolinsky, Crisanti and Sommers 1988, Phys Rev Lett 61:259, for g = tanh), integrated by
 * Euler and Maruyama. {@code noise} is the standard deviation that a region without input would
 * have.
 *
 * @param weight wiring, [source][target]
 * @param timeConstant tau in s
 * @param saturating true for g = tanh, false for a linear network
 * @param noise standard deviation of an isolated region
 * @param step integration step in s
 */
public record RateNetwork(
    double[][] weight, double timeConstant, boolean saturating, double noise, double step)
    implements Simulator {
  /** Checks shapes and ranges. */
  public RateNetwork {
    for (double[] row : weight) {
      if (row.length != weight.length) {
        throw new BadInput(
            "The wiring has " + weight.length + " rows but a row of " + row.length + " columns.");
      }
    }
    if (!(timeConstant > 0) || !(step > 0) || !(step < timeConstant) || !(noise >= 0)) {
      throw new BadInput(
          String.format(
              "A rate network needs 0 < step < time constant and noise of 0 or more; got step %s s,"
                  + " time constant %s s, noise %s.",
              step, timeConstant, noise));
    }
  }

  @Override
  public int regions() {
    return weight.length;
  }

  @Override
  public double settling() {
    return 20 * timeConstant;
  }

  @Override
  public double[][] run(
      double lead, double duration, List<Stimulus> stimuli, Seed seed, Progress progress) {
    int n = weight.length;
    int before = (int) Math.round(lead / step);
    int samples = before + (int) Math.round(duration / step);
    double[][] activity = new double[n][samples];
    double[] x = new double[n];
    double[] input = new double[n];
    Seed.Stream random = seed.stream("process noise");
    double kick = noise * Math.sqrt(2 * step / timeConstant);
    double rate = step / timeConstant;
    for (int s = 0; s < samples; s++) {
      if (s % 4096 == 0) {
        Cancelled.check(progress, "Simulation");
        progress.report((double) s / samples, "Simulating");
      }
      drive(x, input);
      double time = (s - before) * step;
      for (Stimulus stimulus : stimuli) {
        if (!stimulus.silence() && stimulus.active(time)) {
          for (int r : stimulus.regions()) {
            input[r] += stimulus.size();
          }
        }
      }
      for (int r = 0; r < n; r++) {
        x[r] += rate * (input[r] - x[r]) + kick * random.gaussian();
      }
      for (Stimulus stimulus : stimuli) {
        if (stimulus.silence() && stimulus.active(time)) {
          for (int r : stimulus.regions()) {
            x[r] = 0;
          }
        }
      }
      for (int r = 0; r < n; r++) {
        activity[r][s] = x[r];
      }
    }
    return activity;
  }

  private void drive(double[] x, double[] input) {
    java.util.Arrays.fill(input, 0);
    for (int u = 0; u < x.length; u++) {
      double out = saturating ? Math.tanh(x[u]) : x[u];
      double[] row = weight[u];
      for (int v = 0; v < x.length; v++) {
        input[v] += row[v] * out;
      }
    }
  }
}
