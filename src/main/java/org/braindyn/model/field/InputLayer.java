package org.braindyn.model.field;

import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * First layer of a vector field: from features [input][row], as state and messages lie, to
 * pre-activations [row][unit], as the layers inside have them. Inputs are kept under their slot.
 */
final class InputLayer {
  private final Kernel kernel;
  private final int inputs;
  private final int width;
  private final Panel weight;
  private final Panel gradWeight;
  private final Panel kept;
  private final Panel gradInput;
  private final Vec weights;
  private final Bias bias;

  /**
   * @param keep rows whose inputs are kept, over all slots
   * @param block most rows at once
   * @param biased false for a layer without a bias
   */
  InputLayer(Kernel kernel, int inputs, int width, int keep, int block, boolean biased) {
    this.kernel = kernel;
    this.inputs = inputs;
    this.width = width;
    weight = kernel.panel(width * inputs);
    gradWeight = kernel.panel(width * inputs);
    weights = kernel.vec(width * inputs);
    kept = kernel.panel(Math.multiplyExact(inputs, keep));
    gradInput = kernel.panel(inputs * block);
    bias = biased ? new Bias(kernel, width) : null;
  }

  /**
   * Takes columns {@code from .. from + inputs - 1} of a weight [width][columns], and its bias if
   * it has one.
   */
  void load(double[] w, int columns, int from, double[] biases) {
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < inputs; i++) {
        weights.set(i * width + j, w[j * columns + from + i]);
      }
    }
    weight.put(0, weights, 0, weights.length());
    if (bias != null) {
      bias.load(biases);
    }
  }

  /** The bias. */
  Bias bias() {
    return bias;
  }

  /** Sets one input of the rows kept at {@code row}. */
  void input(int row, int size, int input, Vec source, int from) {
    kept.put(row * inputs + input * size, source, from, size);
  }

  /** Pre-activations of what is kept at {@code row}, with the bias. */
  void forward(int row, int size, Panel z) {
    bias.fill(z, width * size);
    add(row, size, z);
  }

  /** Adds the pre-activations without bias of what is kept at {@code row}. */
  void add(int row, int size, Panel z) {
    kernel.multiply(
        width,
        size,
        inputs,
        Block.of(weight, 0, width),
        Block.transposed(kept, row * inputs, size),
        1,
        Block.of(z, 0, width));
  }

  /** Gathers the gradient of the weights; that of the bias comes with the activation's. */
  void gather(int row, int size, Panel gradZ) {
    kernel.multiply(
        width,
        inputs,
        size,
        Block.of(gradZ, 0, width),
        Block.of(kept, row * inputs, size),
        1,
        Block.of(gradWeight, 0, width));
  }

  /** Gradient of the inputs, to be fetched by {@link #pulled}. */
  void pull(int size, Panel gradZ) {
    kernel.multiply(
        size,
        inputs,
        width,
        Block.transposed(gradZ, 0, width),
        Block.of(weight, 0, width),
        0,
        Block.of(gradInput, 0, size));
  }

  /** Copies the gradient of one input of the last {@link #pull}. */
  void pulled(int size, int input, Vec target, int at) {
    gradInput.get(input * size, target, at, size);
  }

  /** Copies the gradient of the first {@code count} inputs of the last {@link #pull}. */
  void pulledRun(int size, int count, Vec target) {
    gradInput.get(0, target, 0, count * size);
  }

  /**
   * Adds the gathered gradient at the same places as {@link #load}, and forgets it.
   *
   * @param biasAt place of the bias
   */
  void flush(double[] sum, int w, int columns, int from, int biasAt) {
    gradWeight.get(0, weights, 0, weights.length());
    gradWeight.clear(weights.length());
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < inputs; i++) {
        sum[w + j * columns + from + i] += weights.get(i * width + j);
      }
    }
    if (bias != null) {
      bias.flush(sum, biasAt);
    }
  }
}
