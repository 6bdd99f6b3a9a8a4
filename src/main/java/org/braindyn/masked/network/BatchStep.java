package org.braindyn.masked.network;

import java.util.List;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.token.Slot;
import org.braindyn.masked.token.Team;

/**
 * Loss of a batch and its gradient: one quotient over all hidden values of the batch. A worker
 * takes whole windows; where there are fewer windows than workers they share one. Results are the
 * same bits for any number of threads, and a window's outputs do not depend on its neighbours
 * (unless the network says that windows meet).
 */
public final class BatchStep {
  private final MaskedNetwork network;
  private final Team team;
  private final Loss loss;

  /**
   * @param network what computes
   * @param team who computes; of the precision of all arrays
   * @param loss error of hidden values
   */
  public BatchStep(MaskedNetwork network, Team team, Loss loss) {
    this.network = network;
    this.team = team;
    this.loss = loss;
  }

  /**
   * Loss over the hidden values; NaN if none is hidden.
   *
   * @param parameters the network's parameters
   * @param windows the batch
   * @param gradient gets the gradient added; null to compute the loss alone
   */
  public double run(Vec parameters, List<Window> windows, Vec gradient) {
    double hidden = 0;
    for (Window window : windows) {
      for (double h : network.hidden(window)) {
        hidden += h;
      }
    }
    double count = hidden;
    if (count == 0) {
      return Double.NaN;
    }
    if (network.windowsMeet() || windows.size() == 1) {
      // a single window needs no sum of its own, which would be as large as all parameters
      return part(team, parameters, windows, gradient, count);
    }
    double[] losses = new double[windows.size()];
    if (windows.size() < team.size()) {
      for (int i = 0; i < losses.length; i++) {
        losses[i] = alone(team, parameters, windows.get(i), gradient, count);
        commit(team, gradient);
      }
    } else {
      team.run(
          losses.length,
          (i, worker) ->
              losses[i] = alone(worker.alone(), parameters, windows.get(i), gradient, count),
          (i, worker) -> commit(worker.alone(), gradient));
    }
    double sum = 0;
    for (double l : losses) {
      sum += l;
    }
    return sum;
  }

  /** One window; its gradient is left with the first worker. */
  private double alone(Team who, Vec parameters, Window window, Vec gradient, double count) {
    Vec own = null;
    if (gradient != null) {
      own = who.first().vec(Slot.WINDOW, gradient.length());
      own.fill(0, gradient.length(), 0);
    }
    return part(who, parameters, List.of(window), own, count);
  }

  private static void commit(Team who, Vec gradient) {
    if (gradient != null) {
      Vec own = who.first().vec(Slot.WINDOW, gradient.length());
      gradient.addScaled(0, 1, own, 0, gradient.length());
    }
  }

  private double part(Team who, Vec parameters, List<Window> windows, Vec gradient, double count) {
    MaskedNetwork.Encoded encoded = network.encode(who, parameters, windows, Probe.NONE);
    MaskedNetwork.Decoded decoded = network.decode(who, parameters, encoded, Probe.NONE);
    double sum = 0;
    double[][] grad = new double[windows.size()][];
    for (int w = 0; w < grad.length; w++) {
      double[] x = windows.get(w).signals();
      double[] hidden = network.hidden(windows.get(w));
      double[] prediction = decoded.prediction()[w];
      grad[w] = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        if (hidden[i] != 0) {
          double error = prediction[i] - x[i];
          sum += loss.value(error) / count;
          grad[w][i] = loss.slope(error) / count;
        }
      }
    }
    if (gradient != null) {
      network.backward(who, parameters, decoded, grad, gradient);
    }
    return sum;
  }
}
