package org.braindyn.model.field;

import org.braindyn.kernel.Block;
import org.braindyn.kernel.FieldOps;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * What follows the first layer of a vector field: tanh, a square layer, tanh, and the layer to the
 * rates. Inside, the units of a row follow one another ([row][unit]): so every product, also that
 * of the weights' gradient, has operands that OpenBLAS multiplies without packing them. Activations
 * are kept under their slot for the way back.
 */
final class HiddenUnits {
  /** Products of so many multiplications at most need no packing. */
  private static final int UNPACKED = 1_000_000;

  private static final int STEP = 16;
  private static final int MOST_ROWS = 96;

  /** Rows at once where packed products are faster: still within the second cache. */
  private static final int PACKED_ROWS = 160;

  /** The same where every evaluation leaves the cache before the next one needs it. */
  private static final int PACKED_ROWS_TOGETHER = 512;

  private final Kernel kernel;
  private final int width;
  private final int outputs;
  private final int block;
  private final Panel square;
  private final Panel squareBack;
  private final Panel gradSquare;
  private final Panel last;
  private final Panel gradLast;
  private final Panel first;
  private final Panel second;
  private final Panel z;
  private final Panel gradZ;
  private final Panel rates;
  private final Vec squares;
  private final Vec lasts;
  private final Vec rateBias;
  private final Vec column;
  private final Vec gradRateBias;
  private final Bias bias;
  private final FieldOps.Line slopes;

  /**
   * Rows at once for which the square layer needs no packing where that is faster, as far as one
   * block can have them.
   *
   * @param together true if all rows go through one evaluation before any through the next
   */
  static int rows(int width, int rows, boolean together) {
    if (!Kernel.smallIsFaster()) {
      return Math.min(rows, together ? PACKED_ROWS_TOGETHER : PACKED_ROWS);
    }
    int most = UNPACKED / (width * width) / STEP * STEP;
    return Math.min(rows, Math.max(STEP, Math.min(MOST_ROWS, most)));
  }

  /**
   * @param keep rows whose activations are kept, over all slots
   * @param block most rows at once
   */
  HiddenUnits(Kernel kernel, int width, int outputs, int keep, int block) {
    this.kernel = kernel;
    this.width = width;
    this.outputs = outputs;
    this.block = block;
    square = kernel.panel(width * width);
    squareBack = kernel.panel(width * width);
    gradSquare = kernel.panel(width * width);
    last = kernel.panel(width * outputs);
    gradLast = kernel.panel(width * outputs);
    first = kernel.panel(Math.multiplyExact(width, keep));
    second = kernel.panel(Math.multiplyExact(width, keep));
    z = kernel.panel(width * block);
    gradZ = kernel.panel(width * block);
    rates = kernel.panel(outputs * block);
    squares = kernel.vec(width * width);
    lasts = kernel.vec(width * outputs);
    rateBias = kernel.vec(outputs * block);
    gradRateBias = kernel.vec(outputs);
    column = kernel.vec(block);
    bias = new Bias(kernel, width);
    slopes = outputs == 1 ? new FieldOps.Line(width, kernel.vec(kernel.field().run(width))) : null;
  }

  /**
   * @param w square weight [width][width]
   * @param v weight to the rates [outputs][width]
   */
  void load(double[] w, double[] squareBias, double[] v, double[] outputBias) {
    squares.read(0, w, 0, w.length);
    squareBack.put(0, squares, 0, w.length);
    transpose(squares);
    square.put(0, squares, 0, w.length);
    lasts.read(0, v, 0, v.length);
    last.put(0, lasts, 0, v.length);
    bias.load(squareBias);
    for (int at = 0; slopes != null && at < slopes.slope().length(); at += width) {
      slopes.slope().read(at, v, 0, width);
    }
    for (int j = 0; j < outputs; j++) {
      rateBias.fill(j * block, (j + 1) * block, outputBias[j]);
    }
  }

  private void transpose(Vec values) {
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        double value = values.get(i * width + j);
        values.set(i * width + j, values.get(j * width + i));
        values.set(j * width + i, value);
      }
    }
  }

  /** Where the first layer's pre-activations go, [row][unit]. */
  Panel input() {
    return z;
  }

  /**
   * Runs forward what {@link #input} holds.
   *
   * @param row position of the slot in rows
   */
  void forward(int row, int size) {
    kernel.field().activate(z, width * size, first, row * width);
    inside(row, size);
  }

  /**
   * Runs forward from one input per row.
   *
   * @param row position of the slot in rows
   * @param x the inputs, from 0 on
   * @param line the first layer's weights
   * @param add what is added to the pre-activations, [row][unit]
   */
  void forward(int row, int size, Vec x, FieldOps.Line line, Vec add) {
    kernel.field().activateLine(x, 0, line, add, width * size, first, row * width);
    inside(row, size);
  }

  private void inside(int row, int size) {
    int at = row * width;
    int n = size * width;
    bias.fill(z, n);
    kernel.multiply(
        width,
        size,
        width,
        Block.of(square, 0, width),
        Block.of(first, at, width),
        1,
        Block.of(z, 0, width));
    kernel.field().activate(z, n, second, at);
    rates.put(0, rateBias, 0, outputs * block);
    kernel.multiply(
        size,
        outputs,
        width,
        Block.transposed(second, at, width),
        Block.of(last, 0, width),
        1,
        Block.of(rates, 0, block));
  }

  /** Copies one output of the last {@link #forward}. */
  void rate(int size, int output, Vec target, int at) {
    rates.get(output * block, target, at, size);
  }

  /** Sets the gradient of one output for {@link #backward}. */
  void gradient(int size, int output, Vec source, int from) {
    rates.put(output * block, source, from, size);
  }

  /**
   * Runs back through a slot and gathers the weights' gradients.
   *
   * @param sum what the result is added to besides, each value at its place
   * @return gradient of the first layer's pre-activations, [row][unit]
   */
  Panel backward(int row, int size, Vec sum) {
    back(row, size);
    kernel.field().activateBack(z, size * width, first, row * width, sum);
    return z;
  }

  /**
   * The same, with the gradient of the first layer's bias.
   *
   * @param input what the gradient is added to
   */
  Panel backward(int row, int size, Bias input) {
    back(row, size);
    kernel.field().activateBackByRuns(z, size * width, first, row * width, input.sums());
    return z;
  }

  private void back(int row, int size) {
    int at = row * width;
    int n = size * width;
    kernel.multiply(
        width,
        outputs,
        size,
        Block.of(second, at, width),
        Block.of(rates, 0, block),
        1,
        Block.of(gradLast, 0, width));
    gatherRateBias(size);
    if (slopes != null) {
      rates.get(0, column, 0, size);
      kernel.field().activateBackLine(column, slopes, gradZ, n, second, at, bias.sums());
    } else {
      kernel.multiply(
          width,
          size,
          outputs,
          Block.of(last, 0, width),
          Block.transposed(rates, 0, block),
          0,
          Block.of(gradZ, 0, width));
      kernel.field().activateBackByRuns(gradZ, n, second, at, bias.sums());
    }
    kernel.multiply(
        width,
        width,
        size,
        Block.of(gradZ, 0, width),
        Block.transposed(first, at, width),
        1,
        Block.of(gradSquare, 0, width));
    kernel.multiply(
        width,
        size,
        width,
        Block.of(squareBack, 0, width),
        Block.of(gradZ, 0, width),
        0,
        Block.of(z, 0, width));
  }

  private void gatherRateBias(int size) {
    Vec values = column;
    for (int j = 0; j < outputs; j++) {
      rates.get(j * block, values, 0, size);
      double sum = gradRateBias.get(j);
      for (int r = 0; r < size; r++) {
        sum += values.get(r);
      }
      gradRateBias.set(j, sum);
    }
  }

  /** Adds what was gathered, and forgets it. */
  void flush(double[] sum, int w, int squareBias, int v, int outputBias) {
    gradSquare.get(0, squares, 0, width * width);
    gradSquare.clear(width * width);
    transpose(squares);
    squares.addTo(0, sum, w, width * width);
    bias.flush(sum, squareBias);
    gradLast.get(0, lasts, 0, width * outputs);
    gradLast.clear(width * outputs);
    lasts.addTo(0, sum, v, width * outputs);
    gradRateBias.addTo(0, sum, outputBias, outputs);
    gradRateBias.fill(0, outputs, 0);
  }
}
