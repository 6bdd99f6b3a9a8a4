package org.braindyn.model.encoder;

import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;

/**
 * One LSTM layer over all steps of a block of rows. Its weights are one matrix [4 hidden][inputs +
 * hidden + 1], the last column both biases together, so that one product per step does all.
 */
public final class LstmLayer {
  private final Kernel kernel;
  private final int index;
  private final int steps;
  public final int inputs;
  public final int hidden;
  public final int columns;
  public final Panel weight;
  private final Panel gradWeight;
  private final Panel operand;
  private final Panel gatePanel;
  private final Panel gradOperand;
  public final Vec weights;
  public final Vec gates;
  public final Vec cells;
  public final Vec tanhs;
  private final Vec outputs;
  private final Vec ones;
  private final Vec zeros;
  private final Vec gradCell;
  private final Vec gradHidden;
  private final Vec gradStep;

  /**
   * @param rows most rows in all
   * @param block most rows in one block
   */
  public LstmLayer(
      Kernel kernel, int index, int steps, int inputs, int hidden, int rows, int block) {
    this.kernel = kernel;
    this.index = index;
    this.steps = steps;
    this.inputs = inputs;
    this.hidden = hidden;
    columns = inputs + hidden + 1;
    weight = kernel.panel(4 * hidden * columns);
    gradWeight = kernel.panel(4 * hidden * columns);
    weights = kernel.vec(4 * hidden * columns);
    operand = kernel.panel(Math.multiplyExact(steps * columns, rows));
    gatePanel = kernel.panel(4 * hidden * block);
    gradOperand = kernel.panel(columns * block);
    gates = kernel.vec(Math.multiplyExact(4 * hidden * steps, rows));
    cells = kernel.vec(hidden * steps * rows);
    tanhs = kernel.vec(hidden * steps * rows);
    outputs = kernel.vec(hidden * block);
    ones = kernel.vec(block);
    ones.fill(0, block, 1);
    zeros = kernel.vec(hidden * block);
    gradCell = kernel.vec(hidden * block);
    gradHidden = kernel.vec(hidden * block);
    gradStep = kernel.vec(hidden * block);
  }

  public void load(Parameters p) {
    double[] ih = p.get(Names.lstm("weight_ih", index));
    double[] hh = p.get(Names.lstm("weight_hh", index));
    double[] first = p.get(Names.lstm("bias_ih", index));
    double[] second = p.get(Names.lstm("bias_hh", index));
    for (int g = 0; g < 4 * hidden; g++) {
      weights.read(g * columns, ih, g * inputs, inputs);
      weights.read(g * columns + inputs, hh, g * hidden, hidden);
      weights.set(g * columns + inputs + hidden, first[g] + second[g]);
    }
    weight.put(0, weights, 0, weights.length());
  }

  /** Position of the cells [hidden][size] after a step. */
  public int cellAt(int start, int size, int step) {
    return (start * steps + step * size) * hidden;
  }

  /** Hidden states [hidden][size] after the latest step. */
  public Vec output() {
    return outputs;
  }

  /** Where one input feature of a step goes: rows {@code size} at the returned position. */
  private int operandAt(int start, int size, int step) {
    return (start * steps + step * size) * columns;
  }

  /** Sets one input feature of one step of a block. */
  public void input(int start, int size, int step, int feature, Vec source, int from) {
    operand.put(operandAt(start, size, step) + feature * size, source, from, size);
  }

  /**
   * Hidden states and cells of a block after a step of the latest run.
   *
   * @param hiddenStates receives [hidden][rows] from row {@code start} on
   * @param cellStates the same of the cells
   */
  void state(int start, int size, int step, int rows, Vec hiddenStates, Vec cellStates) {
    int at = cellAt(start, size, step);
    int gate = 4 * at + 3 * hidden * size;
    for (int j = 0; j < hidden; j++) {
      for (int r = 0; r < size; r++) {
        int i = j * size + r;
        hiddenStates.set(j * rows + start + r, gates.get(gate + i) * tanhs.get(at + i));
      }
      cellStates.copy(j * rows + start, cells, at + j * size, size);
    }
  }

  /**
   * Goes on from a state as if the block at row 0 had been run up to a step.
   *
   * @param hiddenStates [hidden][size]
   * @param cellStates [hidden][size]
   */
  public void resume(int size, int step, Vec hiddenStates, Vec cellStates) {
    outputs.copy(0, hiddenStates, 0, hidden * size);
    cells.copy(cellAt(0, size, step), cellStates, 0, hidden * size);
  }

  /** Runs one step of the block of rows {@code start .. start + size - 1}; its inputs are set. */
  public void step(int start, int size, int step) {
    int at = operandAt(start, size, step);
    int n = hidden * size;
    if (step == 0) {
      operand.put(at + inputs * size, zeros, 0, n);
    } else {
      operand.put(at + inputs * size, outputs, 0, n);
    }
    operand.put(at + (inputs + hidden) * size, ones, 0, size);
    kernel.multiply(size, 4 * hidden, columns, operand, at, weight, 0, gatePanel, 0);
    int cell = cellAt(start, size, step);
    int before = step == 0 ? -1 : cell - n;
    kernel.lstm().forward(gatePanel, gates, 4 * cell, cells, cell, before, tanhs, outputs, n);
  }

  /**
   * Runs the block backwards.
   *
   * @param gradOutputs gradient of the hidden state of the steps from {@code first} on,
   *     [step][hidden][size]
   * @param first step before which the hidden states have no gradient but the LSTM's own
   * @param gradInputs receives [step][inputs][size], or null
   */
  void backward(int start, int size, Vec gradOutputs, int first, Vec gradInputs) {
    int n = hidden * size;
    gradHidden.fill(0, n, 0);
    gradCell.fill(0, n, 0);
    for (int step = steps - 1; step >= 0; step--) {
      int cell = cellAt(start, size, step);
      if (step >= first) {
        // Equal positions are what the compiler makes vector instructions of.
        gradStep.copy(0, gradOutputs, (step - first) * n, n);
        gradHidden.addScaled(0, 1, gradStep, 0, n);
      }
      kernel
          .lstm()
          .backward(
              gates,
              4 * cell,
              cells,
              cell,
              step == 0 ? -1 : cell - n,
              tanhs,
              gradHidden,
              gradCell,
              gatePanel,
              n);
      kernel.multiplyTransposed(
          columns,
          4 * hidden,
          size,
          operand,
          operandAt(start, size, step),
          gatePanel,
          0,
          1,
          gradWeight);
      // The column of ones needs no gradient, nor the inputs unless asked for.
      int from = gradInputs == null ? inputs : 0;
      if (step > 0 || gradInputs != null) {
        multiplyByWeights(size, from);
        gradOperand.get((inputs - from) * size, gradHidden, 0, n);
      }
      if (gradInputs != null) {
        gradOperand.get(0, gradInputs, step * inputs * size, inputs * size);
      }
    }
  }

  /** Gradient of the operand's columns {@code from .. inputs + hidden - 1}. */
  private void multiplyByWeights(int size, int from) {
    kernel.multiply(
        size,
        inputs + hidden - from,
        4 * hidden,
        Block.of(gatePanel, 0, size),
        Block.transposed(weight, from, columns),
        0,
        Block.of(gradOperand, 0, size));
  }

  void flush(Gradient gradient) {
    gradWeight.get(0, weights, 0, weights.length());
    gradWeight.clear(weights.length());
    double[] sum = gradient.values();
    int ih = gradient.entry(Names.lstm("weight_ih", index)).offset();
    int hh = gradient.entry(Names.lstm("weight_hh", index)).offset();
    int first = gradient.entry(Names.lstm("bias_ih", index)).offset();
    int second = gradient.entry(Names.lstm("bias_hh", index)).offset();
    for (int g = 0; g < 4 * hidden; g++) {
      weights.addTo(g * columns, sum, ih + g * inputs, inputs);
      weights.addTo(g * columns + inputs, sum, hh + g * hidden, hidden);
      double bias = weights.get(g * columns + inputs + hidden);
      sum[first + g] += bias;
      sum[second + g] += bias;
    }
  }
}
