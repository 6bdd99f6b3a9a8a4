package org.braindyn.model.jacobian;

import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.encoder.LstmLayer;

/**
 * Derivatives of one LSTM layer's hidden state by the last steps of a scalar context, in forward
 * mode: every step adds one tangent, which enters with the step's own sample. Reads the gates of
 * the layer's last forward pass.
 */
final class LstmTangent {
  private final Kernel kernel;
  private final LstmLayer layer;
  private final Panel hiddenPanel;
  private final Panel inputPanel;
  private final Panel prePanel;
  private final Vec pre;
  private Vec output;
  private Vec cell;
  private Vec nextCell;
  private int active;

  /**
   * @param block most rows at once
   * @param most most tangents per row
   */
  LstmTangent(Kernel kernel, LstmLayer layer, int block, int most) {
    this.kernel = kernel;
    this.layer = layer;
    int n = Math.multiplyExact(layer.hidden * most, block);
    hiddenPanel = kernel.panel(n);
    inputPanel = kernel.panel(n);
    prePanel = kernel.panel(4 * n);
    pre = kernel.vec(4 * n);
    output = kernel.vec(n);
    cell = kernel.vec(n);
    nextCell = kernel.vec(n);
  }

  /** Forgets all tangents. */
  void begin() {
    active = 0;
  }

  /** Tangents of the hidden state, [hidden][tangent][size]. */
  Vec output() {
    return output;
  }

  /**
   * Moves the tangents of a block of rows over one step.
   *
   * @param below the layer below, already moved; null if this one reads the signal
   */
  void step(int start, int size, int t, LstmTangent below) {
    int hidden = layer.hidden;
    int old = active++;
    int m = active * size;
    if (below != null) {
      inputPanel.put(0, below.output, 0, hidden * m);
      multiply(m, m, inputPanel, 0, 0);
    }
    if (old > 0) {
      hiddenPanel.put(0, output, 0, hidden * old * size);
      multiply(old * size, m, hiddenPanel, layer.inputs, below == null ? 0 : 1);
    }
    prePanel.get(0, pre, 0, 4 * hidden * m);
    if (below == null) {
      for (int g = 0; g < 4 * hidden; g++) {
        pre.fill(g * m + old * size, (g + 1) * m, layer.weights.get(g * layer.columns));
      }
    }
    int at = layer.cellAt(start, size, t);
    int before = t == 0 ? -1 : at - hidden * size;
    kernel
        .tangent()
        .lstm(
            layer.gates,
            4 * at,
            layer.cells,
            at,
            before,
            layer.tanhs,
            pre,
            cell,
            nextCell,
            output,
            hidden,
            size,
            old);
    Vec swap = cell;
    cell = nextCell;
    nextCell = swap;
  }

  private void multiply(int rows, int stride, Panel tangents, int atWeight, int beta) {
    kernel.multiply(
        rows,
        4 * layer.hidden,
        layer.hidden,
        Block.of(tangents, 0, rows),
        Block.of(layer.weight, atWeight, layer.columns),
        beta,
        Block.of(prePanel, 0, stride));
  }
}
