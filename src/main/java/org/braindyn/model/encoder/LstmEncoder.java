package org.braindyn.model.encoder;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Dropout;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rows;

/** Stacked LSTM layers; the stalk is the last hidden state of the top layer. */
public final class LstmEncoder implements Encoder {
  public final LstmLayer[] layers;
  public final int steps;
  private final int signals;
  public final int hidden;
  public final int block;
  private final Vec upper;
  private final Vec lower;
  private final Vec gradSignals;

  public LstmEncoder(Kernel kernel, ModelSettings s, int rows, int mostPerBlock) {
    steps = s.context();
    signals = s.signals();
    hidden = s.hidden();
    block = mostPerBlock;
    layers = new LstmLayer[s.lstmLayers()];
    for (int l = 0; l < layers.length; l++) {
      layers[l] = new LstmLayer(kernel, l, steps, l == 0 ? signals : hidden, hidden, rows, block);
    }
    upper = kernel.vec((layers.length > 1 ? steps : 1) * hidden * block);
    lower = kernel.vec(layers.length > 1 ? steps * hidden * block : 0);
    gradSignals = kernel.vec(steps * signals * block);
  }

  @Override
  public void load(Parameters parameters) {
    for (LstmLayer layer : layers) {
      layer.load(parameters);
    }
  }

  @Override
  public void forward(Vec timeline, int first, int rows, Dropout mask, Vec h) {
    Rows cut = Rows.forProducts(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      int size = cut.size(k);
      for (int t = 0; t < steps; t++) {
        for (int l = 0; l < layers.length; l++) {
          if (l == 0) {
            for (int f = 0; f < signals; f++) {
              int from = ((first + t) * signals + f) * rows + start;
              layers[0].input(start, size, t, f, timeline, from);
            }
          } else {
            feed(l, start, size, t, mask);
          }
          layers[l].step(start, size, t);
        }
      }
      LstmLayer top = layers[layers.length - 1];
      for (int j = 0; j < hidden; j++) {
        h.copy(j * rows + start, top.output(), j * size, size);
      }
    }
  }

  /** Hands the output of layer l - 1 to layer l. */
  private void feed(int l, int start, int size, int t, Dropout mask) {
    int n = hidden * size;
    upper.copy(0, layers[l - 1].output(), 0, n);
    if (mask != null) {
      mask.apply(where(l, start, t), upper, 0, n);
    }
    for (int j = 0; j < hidden; j++) {
      layers[l].input(start, size, t, j, upper, j * size);
    }
  }

  /**
   * State of a layer after a step of the latest run.
   *
   * @param hiddenStates receives [hidden][rows]
   * @param cellStates receives [hidden][rows]
   */
  public void state(int layer, int rows, int step, Vec hiddenStates, Vec cellStates) {
    Rows cut = Rows.forProducts(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      layers[layer].state(cut.start(k), cut.size(k), step, rows, hiddenStates, cellStates);
    }
  }

  private static String where(int l, int start, int t) {
    return l + "/" + start + "/" + t;
  }

  @Override
  public void backward(
      Vec timeline, int first, int rows, Dropout mask, Vec gradH, Vec gradTimeline) {
    Rows cut = Rows.forProducts(rows, block);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      int size = cut.size(k);
      int n = hidden * size;
      for (int j = 0; j < hidden; j++) {
        upper.copy(j * size, gradH, j * rows + start, size);
      }
      int from = steps - 1;
      for (int l = layers.length - 1; l > 0; l--) {
        layers[l].backward(start, size, upper, from, lower);
        for (int t = 0; mask != null && t < steps; t++) {
          mask.apply(where(l, start, t), lower, t * n, n);
        }
        upper.copy(0, lower, 0, steps * n);
        from = 0;
      }
      layers[0].backward(start, size, upper, from, gradTimeline == null ? null : gradSignals);
      for (int i = 0; gradTimeline != null && i < steps * signals; i++) {
        int at = (first * signals + i) * rows + start;
        gradTimeline.addScaled(at, 1, gradSignals, i * size, size);
      }
    }
  }

  @Override
  public void flush(Gradient gradient) {
    for (LstmLayer layer : layers) {
      layer.flush(gradient);
    }
  }
}
