package org.braindyn.masked.attention;

import org.braindyn.kernel.Vec;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Slot;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;
import org.braindyn.masked.token.Worker;

/**
 * The released depthwise convolution of values along the order of the tokens, one kernel for each
 * head, zeros beyond both ends: {@code y[s] = sum_j w_j v[s + j - taps / 2]}.
 */
public final class TokenConvolution {
  private final int heads;
  private final int taps;
  private final int weight;

  /**
   * @param name name of the weights (head, 1, taps, 1)
   */
  public TokenConvolution(Layout layout, String name) {
    int[] shape = layout.shape(name);
    heads = shape[0];
    taps = shape[2];
    weight = layout.at(name);
  }

  /** Adds the convolution of the values in {@code qkv} to {@code sum} [token, width]. */
  public void addTo(Team team, Vec parameters, TokenMatrix qkv, TokenMatrix sum) {
    int d = sum.width() / heads;
    int n = d * stride(sum) - taps + 1;
    team.run(
        heads,
        (head, worker) -> {
          Vec padded = pad(worker, qkv, 2 * sum.width() + head * d, d, Slot.INPUT, taps / 2);
          Vec out = worker.vec(Slot.OUTPUT, n);
          worker.ops().shifts().convolve(padded, parameters, weight + head * taps, taps, out, n);
          addBack(worker, out, sum, head * d, d);
        });
  }

  /** Adds gradients for the values to {@code gradQkv} and for the weights to {@code gradient}. */
  public void backward(
      Team team,
      Vec parameters,
      TokenMatrix qkv,
      TokenMatrix grad,
      TokenMatrix gradQkv,
      Vec gradient) {
    int width = grad.width();
    int d = width / heads;
    int n = d * stride(grad) - taps + 1;
    team.run(
        heads,
        (head, worker) -> {
          int at = weight + head * taps;
          Vec padded = pad(worker, qkv, 2 * width + head * d, d, Slot.INPUT, taps / 2);
          Vec g = pad(worker, grad, head * d, d, Slot.MIDDLE, 0);
          worker.ops().shifts().correlate(padded, g, n, gradient, at, taps);
          Vec before = pad(worker, grad, head * d, d, Slot.MIDDLE, taps - 1 - taps / 2);
          Vec out = worker.vec(Slot.OUTPUT, n);
          worker.ops().shifts().convolveReversed(before, parameters, at, taps, out, n);
          addBack(worker, out, gradQkv, 2 * width + head * d, d);
        });
  }

  private int stride(TokenMatrix x) {
    return x.rows() + taps - 1;
  }

  /** Columns one after another with zeros before and behind each. */
  private Vec pad(Worker worker, TokenMatrix x, int column, int d, Slot slot, int before) {
    int stride = stride(x);
    Vec padded = worker.vec(slot, d * stride);
    padded.fill(0, d * stride, 0);
    for (int c = 0; c < d; c++) {
      for (int t = 0; t < x.tiles(); t++) {
        int n = x.rows(t);
        int to = c * stride + before + t * TokenMatrix.TILE;
        padded.copy(to, x.values(), x.at(t) + (column + c) * n, n);
      }
    }
    return padded;
  }

  private void addBack(Worker worker, Vec out, TokenMatrix sum, int column, int d) {
    for (int c = 0; c < d; c++) {
      for (int t = 0; t < sum.tiles(); t++) {
        int n = sum.rows(t);
        int from = c * stride(sum) + t * TokenMatrix.TILE;
        sum.values().addScaled(sum.at(t) + (column + c) * n, 1, out, from, n);
      }
    }
  }
}
