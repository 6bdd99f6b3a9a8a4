package org.braindyn.model.parameter;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * A dense layer without activation on panels: {@code Z = [Y | 1] W^T}, W [outputs][inputs + 1] with
 * the bias in the last column. Inputs are kept under their position for the way back.
 */
public final class HiddenLayer {
  private final Kernel kernel;
  private final int inputs;
  private final int outputs;
  private final Panel weight;
  private final Panel gradWeight;
  private final Panel kept;
  private final Panel result;
  private final Panel gradInput;
  private final Vec weights;
  private final Vec ones;

  /**
   * @param keep rows whose inputs are kept, over all slots
   * @param block most rows at once
   */
  public HiddenLayer(Kernel kernel, int inputs, int outputs, int keep, int block) {
    this.kernel = kernel;
    this.inputs = inputs;
    this.outputs = outputs;
    weight = kernel.panel(outputs * (inputs + 1));
    gradWeight = kernel.panel(outputs * (inputs + 1));
    weights = kernel.vec(outputs * (inputs + 1));
    kept = kernel.panel(Math.multiplyExact(inputs + 1, keep));
    result = kernel.panel(outputs * block);
    gradInput = kernel.panel((inputs + 1) * block);
    ones = kernel.vec(block);
    ones.fill(0, block, 1);
  }

  /** Takes columns {@code from .. from + inputs - 1} of a weight [outputs][columns], and a bias. */
  public void load(double[] w, int columns, int from, double[] bias) {
    for (int j = 0; j < outputs; j++) {
      weights.read(j * (inputs + 1), w, j * columns + from, inputs);
      weights.set(j * (inputs + 1) + inputs, bias[j]);
    }
    weight.put(0, weights, 0, weights.length());
  }

  /**
   * Sets one run of input columns of the rows kept at {@code row}: n values for column {@code c}.
   */
  public void input(int row, int size, int c, Vec source, int from, int n) {
    kept.put(row * (inputs + 1) + c * size, source, from, n);
  }

  /** Z of the inputs kept at {@code row}, [outputs][size]. */
  public void forward(int row, int size, Vec z, int at) {
    kept.put(row * (inputs + 1) + inputs * size, ones, 0, size);
    kernel.multiply(size, outputs, inputs + 1, kept, row * (inputs + 1), weight, 0, result, 0);
    result.get(0, z, at, outputs * size);
  }

  /** Gathers the weights' gradient and gives that of the inputs, [inputs][size]. */
  public void backward(int row, int size, Vec gradZ, int from, Vec gradY) {
    result.put(0, gradZ, from, outputs * size);
    kernel.multiplyTransposed(
        inputs + 1, outputs, size, kept, row * (inputs + 1), result, 0, 1, gradWeight);
    pullResult(size, gradY);
  }

  /** The gradient of the inputs alone, [inputs][size]. */
  public void pull(int size, Vec gradZ, int from, Vec gradY) {
    result.put(0, gradZ, from, outputs * size);
    pullResult(size, gradY);
  }

  private void pullResult(int size, Vec gradY) {
    kernel.multiplyByTransposed(size, inputs + 1, outputs, result, 0, weight, 0, gradInput, 0);
    gradInput.get(0, gradY, 0, inputs * size);
  }

  /** A kept run of input columns. */
  public void kept(int row, int size, Vec target) {
    kept.get(row * (inputs + 1), target, 0, inputs * size);
  }

  /**
   * Adds the gathered gradient at the same places as {@link #load}, and forgets it.
   *
   * @param bias place of the bias, or -1 for a layer without
   */
  public void flush(double[] sum, int w, int columns, int from, int bias) {
    gradWeight.get(0, weights, 0, weights.length());
    gradWeight.clear(weights.length());
    for (int j = 0; j < outputs; j++) {
      weights.addTo(j * (inputs + 1), sum, w + j * columns + from, inputs);
      if (bias >= 0) {
        sum[bias + j] += weights.get(j * (inputs + 1) + inputs);
      }
    }
  }
}
