package org.braindyn.masked.token;

import java.util.List;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * Linear maps of every token, {@code y = x W^T + b}; several maps of the same input stand side by
 * side in the result.
 */
public final class Linear {
  private record Map(int weight, int bias, int from, int out) {}

  private final int in;
  private final int out;
  private final List<Map> maps;

  /**
   * @param layout where weights and biases are
   * @param names names without ".weight" and ".bias"
   */
  public Linear(Layout layout, String... names) {
    List<Map> list = new java.util.ArrayList<>();
    int width = 0;
    int wide = 0;
    for (String name : names) {
      int[] shape = layout.shape(name + ".weight");
      int rows = shape[0];
      wide = Layout.count(shape) / rows;
      list.add(new Map(layout.at(name + ".weight"), layout.at(name + ".bias"), width, rows));
      width += rows;
    }
    maps = List.copyOf(list);
    in = wide;
    out = width;
  }

  /** Features of the input. */
  public int in() {
    return in;
  }

  /** Features of the result. */
  public int out() {
    return out;
  }

  /** The result [token, out] of x [token, in]. */
  public TokenMatrix forward(Team team, Vec parameters, TokenMatrix x) {
    TokenMatrix y = new TokenMatrix(team.first().kernel(), x.rows(), out);
    team.run(
        Parts.count(x),
        (part, worker) -> {
          Panel weights = weights(worker, parameters);
          for (int t = Parts.start(x, part); t < Parts.start(x, part + 1); t++) {
            tile(worker, weights, parameters, x, t, y);
          }
        });
    return y;
  }

  private Panel weights(Worker worker, Vec parameters) {
    Panel panel = worker.panel(Slot.WEIGHTS, in * out);
    for (Map map : maps) {
      panel.put(map.from * in, parameters, map.weight, map.out * in);
    }
    return panel;
  }

  private void tile(
      Worker worker, Panel weights, Vec parameters, TokenMatrix x, int t, TokenMatrix y) {
    int n = x.rows(t);
    Panel input = worker.panel(Slot.INPUT, TokenMatrix.TILE * in);
    Panel output = worker.panel(Slot.OUTPUT, TokenMatrix.TILE * out);
    input.put(0, x.values(), x.at(t), n * in);
    worker.kernel().multiply(n, out, in, input, 0, weights, 0, output, 0);
    output.get(0, y.values(), y.at(t), n * out);
    for (Map map : maps) {
      worker
          .ops()
          .norms()
          .addBias(y.values(), y.at(t) + map.from * n, n, map.out, parameters, map.bias);
    }
  }

  /** Gradients for the parameters, added to {@code gradient}, of which nothing else is wanted. */
  public void backwardWeights(Team team, TokenMatrix x, TokenMatrix dy, Vec gradient) {
    backward(team, null, x, dy, gradient, null);
  }

  /** Gradients for the parameters, added to {@code gradient}, and for the input [token, in]. */
  public TokenMatrix backward(
      Team team, Vec parameters, TokenMatrix x, TokenMatrix dy, Vec gradient) {
    TokenMatrix dx = new TokenMatrix(team.first().kernel(), x.rows(), in);
    backward(team, parameters, x, dy, gradient, dx);
    return dx;
  }

  private void backward(
      Team team, Vec parameters, TokenMatrix x, TokenMatrix dy, Vec gradient, TokenMatrix dx) {
    team.run(
        Parts.count(x),
        (part, worker) -> {
          Panel weights = dx == null ? null : weights(worker, parameters);
          Panel sum = worker.panel(Slot.GRADIENT, in * out);
          Vec biases = worker.vec(Slot.SMALL, out);
          biases.fill(0, out, 0);
          int first = Parts.start(x, part);
          for (int t = first; t < Parts.start(x, part + 1); t++) {
            int n = x.rows(t);
            Panel input = worker.panel(Slot.INPUT, TokenMatrix.TILE * in);
            Panel output = worker.panel(Slot.OUTPUT, TokenMatrix.TILE * out);
            output.put(0, dy.values(), dy.at(t), n * out);
            if (dx != null) {
              // input serves for its gradient first
              worker.kernel().multiplyByTransposed(n, in, out, output, 0, weights, 0, input, 0);
              input.get(0, dx.values(), dx.at(t), n * in);
            }
            input.put(0, x.values(), x.at(t), n * in);
            int beta = t == first ? 0 : 1;
            worker.kernel().multiplyTransposed(in, out, n, input, 0, output, 0, beta, sum);
            worker.ops().norms().columnSums(dy.values(), dy.at(t), n, out, biases, 0);
          }
        },
        (part, worker) -> commit(worker, gradient));
  }

  private void commit(Worker worker, Vec gradient) {
    Panel sum = worker.panel(Slot.GRADIENT, in * out);
    for (Map map : maps) {
      worker.add(sum, map.from * in, gradient, map.weight, map.out * in);
      gradient.addScaled(map.bias, 1, worker.vec(Slot.SMALL, out), map.from, map.out);
    }
  }
}
