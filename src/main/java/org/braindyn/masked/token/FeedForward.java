package org.braindyn.masked.token;

import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * Two linear maps with the exact gelu between them, tile by tile: the wide middle never exists as a
 * whole and is computed again in the backward pass.
 */
public final class FeedForward {
  private final int width;
  private final int middle;
  private final int firstWeight;
  private final int firstBias;
  private final int secondWeight;
  private final int secondBias;

  /**
   * @param first name of the map to the middle
   * @param second name of the map back
   */
  public FeedForward(Layout layout, String first, String second) {
    int[] shape = layout.shape(first + ".weight");
    middle = shape[0];
    width = shape[1];
    firstWeight = layout.at(first + ".weight");
    firstBias = layout.at(first + ".bias");
    secondWeight = layout.at(second + ".weight");
    secondBias = layout.at(second + ".bias");
  }

  /** The result [token, width] of x [token, width]. */
  public TokenMatrix forward(Team team, Vec parameters, TokenMatrix x) {
    TokenMatrix y = x.zeros(team.first().kernel());
    team.run(
        Parts.count(x),
        (part, worker) -> {
          weights(worker, parameters);
          for (int t = Parts.start(x, part); t < Parts.start(x, part + 1); t++) {
            forward(worker, parameters, x, t, y);
          }
        });
    return y;
  }

  private void weights(Worker worker, Vec parameters) {
    int n = width * middle;
    worker.panel(Slot.WEIGHTS, n).put(0, parameters, firstWeight, n);
    worker.panel(Slot.MORE_WEIGHTS, n).put(0, parameters, secondWeight, n);
  }

  /** The middle before gelu, in the worker's array. */
  private Vec middle(Worker worker, Vec parameters, TokenMatrix x, int t) {
    int n = x.rows(t);
    Panel input = worker.panel(Slot.INPUT, TokenMatrix.TILE * width);
    Panel hidden = worker.panel(Slot.MIDDLE, TokenMatrix.TILE * middle);
    Vec values = worker.vec(Slot.MIDDLE, TokenMatrix.TILE * middle);
    input.put(0, x.values(), x.at(t), n * width);
    Panel weights = worker.panel(Slot.WEIGHTS, width * middle);
    worker.kernel().multiply(n, middle, width, input, 0, weights, 0, hidden, 0);
    hidden.get(0, values, 0, n * middle);
    worker.ops().norms().addBias(values, 0, n, middle, parameters, firstBias);
    return values;
  }

  private void forward(Worker worker, Vec parameters, TokenMatrix x, int t, TokenMatrix y) {
    int n = x.rows(t);
    Vec values = middle(worker, parameters, x, t);
    worker.ops().curves().gelu(values, 0, n * middle);
    Panel hidden = worker.panel(Slot.MIDDLE, TokenMatrix.TILE * middle);
    hidden.put(0, values, 0, n * middle);
    Panel output = worker.panel(Slot.OUTPUT, TokenMatrix.TILE * width);
    Panel weights = worker.panel(Slot.MORE_WEIGHTS, width * middle);
    worker.kernel().multiply(n, width, middle, hidden, 0, weights, 0, output, 0);
    output.get(0, y.values(), y.at(t), n * width);
    worker.ops().norms().addBias(y.values(), y.at(t), n, width, parameters, secondBias);
  }

  /** Gradients for the parameters, added to {@code gradient}, and for x. */
  public TokenMatrix backward(
      Team team, Vec parameters, TokenMatrix x, TokenMatrix dy, Vec gradient) {
    TokenMatrix dx = x.zeros(team.first().kernel());
    team.run(
        Parts.count(x),
        (part, worker) -> {
          weights(worker, parameters);
          worker.vec(Slot.SMALL, width + middle).fill(0, width + middle, 0);
          int first = Parts.start(x, part);
          for (int t = first; t < Parts.start(x, part + 1); t++) {
            Vec before = middle(worker, parameters, x, t);
            backward(worker, before, x.rows(t), dy, t, t == first ? 0 : 1);
            Panel input = worker.panel(Slot.OUTPUT, TokenMatrix.TILE * width);
            input.get(0, dx.values(), dx.at(t), x.rows(t) * width);
          }
        },
        (part, worker) -> commit(worker, gradient));
    return dx;
  }

  /** One tile; its input gradient is left in the panel of the output. */
  private void backward(Worker worker, Vec before, int n, TokenMatrix dy, int t, int beta) {
    final int size = width * middle;
    Panel input = worker.panel(Slot.INPUT, TokenMatrix.TILE * width);
    Panel hidden = worker.panel(Slot.MIDDLE, TokenMatrix.TILE * middle);
    Panel grad = worker.panel(Slot.MIDDLE_GRADIENT, TokenMatrix.TILE * middle);
    Vec values = worker.vec(Slot.MIDDLE_GRADIENT, TokenMatrix.TILE * middle);
    Vec biases = worker.vec(Slot.SMALL, width + middle);
    worker.ops().norms().columnSums(dy.values(), dy.at(t), n, width, biases, 0);
    Panel output = worker.panel(Slot.OUTPUT, TokenMatrix.TILE * width);
    output.put(0, dy.values(), dy.at(t), n * width);
    Panel second = worker.panel(Slot.MORE_WEIGHTS, size);
    worker.kernel().multiplyByTransposed(n, middle, width, output, 0, second, 0, grad, 0);
    grad.get(0, values, 0, n * middle);
    worker.ops().curves().geluGradient(before, 0, values, 0, n * middle);
    worker.ops().norms().columnSums(values, 0, n, middle, biases, width);
    hidden.put(0, before, 0, n * middle);
    grad.put(0, values, 0, n * middle);
    Panel secondGradient = worker.panel(Slot.MORE_GRADIENT, size);
    worker
        .kernel()
        .multiplyTransposed(middle, width, n, hidden, 0, output, 0, beta, secondGradient);
    Panel firstGradient = worker.panel(Slot.GRADIENT, size);
    worker.kernel().multiplyTransposed(width, middle, n, input, 0, grad, 0, beta, firstGradient);
    Panel first = worker.panel(Slot.WEIGHTS, size);
    worker.kernel().multiplyByTransposed(n, width, middle, grad, 0, first, 0, output, 0);
  }

  private void commit(Worker worker, Vec gradient) {
    int size = width * middle;
    worker.add(worker.panel(Slot.GRADIENT, size), 0, gradient, firstWeight, size);
    worker.add(worker.panel(Slot.MORE_GRADIENT, size), 0, gradient, secondWeight, size);
    Vec biases = worker.vec(Slot.SMALL, width + middle);
    gradient.addScaled(secondBias, 1, biases, 0, width);
    gradient.addScaled(firstBias, 1, biases, width, middle);
  }
}
