package org.braindyn.model.impulse;

import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.encoder.LstmEncoder;
import org.braindyn.model.encoder.LstmLayer;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;

/**
 * Stalks of the regions whose context an impulse has changed. Up to the first changed sample the
 * LSTM's states are those of the unperturbed context, so only the steps after it are run.
 */
final class ImpulseStalks {
  private static final int BLOCK = 96;

  private final int context;
  private final int chunk;
  private final int hidden;
  private final int nodes;
  private final LstmEncoder base;
  private final LstmLayer[] layers;
  private final Vec[] baseHidden;
  private final Vec[] baseCells;
  private final Vec hiddenStates;
  private final Vec cellStates;
  private final Vec signal;
  private final Vec lower;
  private final int[] region = new int[BLOCK];
  private final int[] lane = new int[BLOCK];
  private final int[] row = new int[BLOCK];
  private int size;

  /**
   * @param base the encoder that has run the unperturbed context, all regions of one window
   */
  ImpulseStalks(Kernel kernel, ModelSettings s, LstmEncoder base) {
    this.base = base;
    context = s.context();
    chunk = s.horizon();
    hidden = s.hidden();
    nodes = s.regions();
    layers = new LstmLayer[s.lstmLayers()];
    baseHidden = new Vec[layers.length];
    baseCells = new Vec[layers.length];
    for (int l = 0; l < layers.length; l++) {
      layers[l] = new LstmLayer(kernel, l, context, l == 0 ? 1 : hidden, hidden, BLOCK, BLOCK);
      baseHidden[l] = kernel.vec(hidden * nodes);
      baseCells[l] = kernel.vec(hidden * nodes);
    }
    hiddenStates = kernel.vec(hidden * BLOCK);
    cellStates = kernel.vec(hidden * BLOCK);
    signal = kernel.vec(BLOCK);
    lower = kernel.vec(hidden * BLOCK);
  }

  void load(Parameters p) {
    for (LstmLayer layer : layers) {
      layer.load(p);
    }
  }

  /** Takes a block of changed rows. */
  interface Sink {
    /**
     * @param rows place of every row: regions in order, within a region in the order of its lanes
     * @param stalks [hidden][size]
     */
    void take(int[] rows, int size, Vec stalks);
  }

  /**
   * Runs all changed rows of a chunk.
   *
   * @param timeline unperturbed samples, [step][region]
   * @param done steps forecast before
   */
  void run(
      Vec timeline,
      int done,
      ImpulseEffects effects,
      ImpulseReach reach,
      int c,
      Sink sink,
      Progress progress) {
    for (int arrival = 0; arrival <= c; arrival++) {
      int firstSample = arrival == 0 ? 0 : 1 + (arrival - 1) * chunk;
      int steps = Math.min(context, 1 + done - firstSample);
      for (int l = 0; l < layers.length && steps < context; l++) {
        base.state(l, nodes, context - steps - 1, baseHidden[l], baseCells[l]);
      }
      size = 0;
      int start = 0;
      for (int v = 0; v < nodes; v++) {
        Cancelled.check(progress, "Effective connectivity");
        int[] lanes = reach.arriving(arrival, v);
        for (int i = 0; i < lanes.length; i++) {
          region[size] = v;
          row[size] = start + reach.place(arrival, v) + i;
          lane[size++] = lanes[i];
          if (size == BLOCK) {
            block(timeline, done, steps, effects, sink);
          }
        }
        start += reach.changed(c, v).length;
      }
      if (size > 0) {
        block(timeline, done, steps, effects, sink);
      }
    }
  }

  private void block(Vec timeline, int done, int steps, ImpulseEffects effects, Sink sink) {
    for (int l = 0; l < layers.length && steps < context; l++) {
      for (int j = 0; j < hidden; j++) {
        for (int r = 0; r < size; r++) {
          hiddenStates.set(j * size + r, baseHidden[l].get(j * nodes + region[r]));
          cellStates.set(j * size + r, baseCells[l].get(j * nodes + region[r]));
        }
      }
      layers[l].resume(size, context - steps - 1, hiddenStates, cellStates);
    }
    for (int t = context - steps; t < context; t++) {
      int sample = done + 1 - context + t;
      int at = (done + t) * nodes;
      for (int r = 0; r < size; r++) {
        double plain = timeline.get(at + region[r]);
        signal.set(r, plain + effects.get(sample, region[r], lane[r]));
      }
      layers[0].input(0, size, t, 0, signal, 0);
      layers[0].step(0, size, t);
      for (int l = 1; l < layers.length; l++) {
        lower.copy(0, layers[l - 1].output(), 0, hidden * size);
        for (int j = 0; j < hidden; j++) {
          layers[l].input(0, size, t, j, lower, j * size);
        }
        layers[l].step(0, size, t);
      }
    }
    sink.take(row, size, layers[layers.length - 1].output());
    size = 0;
  }
}
