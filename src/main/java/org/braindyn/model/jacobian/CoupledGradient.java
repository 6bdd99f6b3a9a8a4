package org.braindyn.model.jacobian;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.HiddenLayer;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;

/**
 * The continuous variant's perceptron with all derivatives of a block of rows: one forward pass,
 * and one reverse pass per output.
 */
final class CoupledGradient {
  private final Kernel kernel;
  private final int hidden;
  private final int width;
  private final int state;
  private final int inputs;
  private final HiddenLayer first;
  private final HiddenLayer second;
  private final HiddenLayer third;
  private final Vec inner;
  private final Vec outer;
  private final Vec back;
  private final Vec result;
  private final Vec[] gradients;
  private double[] last;
  private int size;

  /**
   * @param block most rows at once
   */
  CoupledGradient(Kernel kernel, ModelSettings s, int block) {
    this.kernel = kernel;
    hidden = s.hidden();
    width = s.width();
    state = 1 + hidden;
    inputs = Names.fieldInputs(s);
    first = new HiddenLayer(kernel, inputs, width, block, block);
    second = new HiddenLayer(kernel, width, width, block, block);
    third = new HiddenLayer(kernel, width, state, block, block);
    inner = kernel.vec(width * block);
    outer = kernel.vec(width * block);
    back = kernel.vec(width * block);
    result = kernel.vec(state * block);
    gradients = new Vec[state];
    java.util.Arrays.setAll(gradients, o -> kernel.vec(inputs * block));
  }

  void load(Parameters p) {
    first.load(p.get(Names.field(0, "weight")), inputs, 0, p.get(Names.field(0, "bias")));
    second.load(p.get(Names.field(1, "weight")), width, 0, p.get(Names.field(1, "bias")));
    last = p.get(Names.field(2, "weight")).clone();
    third.load(last, width, 0, p.get(Names.field(2, "bias")));
  }

  /**
   * Evaluates rows {@code start .. start + count - 1}.
   *
   * @param s state, x first, then the stalks, each a run of all rows
   * @param message [hidden][rows]
   * @param rate receives the rates, laid out like the state
   */
  void run(Vec s, Vec message, int rows, int start, int count, Vec rate) {
    size = count;
    for (int j = 0; j < state; j++) {
      first.input(0, size, j, s, j * rows + start, size);
    }
    for (int j = 0; j < hidden; j++) {
      first.input(0, size, state + j, message, j * rows + start, size);
    }
    int n = width * size;
    first.forward(0, size, inner, 0);
    kernel.field().tanh(inner, 0, n);
    second.input(0, size, 0, inner, 0, n);
    second.forward(0, size, outer, 0);
    kernel.field().tanh(outer, 0, n);
    third.input(0, size, 0, outer, 0, n);
    third.forward(0, size, result, 0);
    for (int o = 0; o < state; o++) {
      rate.copy(o * rows + start, result, o * size, size);
      for (int j = 0; j < width; j++) {
        back.fill(j * size, (j + 1) * size, last[o * width + j]);
      }
      kernel.field().tanhBack(back, outer, n);
      second.pull(size, back, 0, back);
      kernel.field().tanhBack(back, inner, n);
      first.pull(size, back, 0, gradients[o]);
    }
  }

  /**
   * Derivatives of one row of the block.
   *
   * @param factor of those by L
   * @param toState receives those by x and h, [output][entry]
   * @param toMessage receives those by L, [output][entry]
   */
  void get(int row, double factor, double[] toState, double[] toMessage) {
    for (int o = 0; o < state; o++) {
      Vec g = gradients[o];
      for (int i = 0; i < state; i++) {
        toState[o * state + i] = g.get(i * size + row);
      }
      for (int j = 0; j < hidden; j++) {
        toMessage[o * hidden + j] = factor * g.get((state + j) * size + row);
      }
    }
  }
}
