package org.braindyn.model;

import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.field.FrozenField;
import org.braindyn.model.field.Teacher;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.HiddenLayer;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.ResidualSettings;
import org.braindyn.model.sheaf.Adjacency;
import org.braindyn.model.sheaf.GraphConvolution;
import org.braindyn.model.sheaf.Messages;
import org.braindyn.model.sheaf.SheafLaplacian;
import org.braindyn.model.sheaf.StalksAndMessages;

/** Takes some windows through the residual dynamics, forwards and backwards. */
final class ResidualEngine implements AutoCloseable {
  /** Name of the encoder's weight, [hidden][feature]. */
  static final String WEIGHT = "residual.encoder.weight";

  /** Name of the encoder's bias, [hidden]. */
  static final String BIAS = "residual.encoder.bias";

  private final Kernel kernel;
  private final int nodes;
  private final int hidden;
  private final int features;
  private final int state;
  private final HiddenLayer encoder;
  private final FrozenField field;
  private final Vec column;
  private final Vec h;
  private final Vec gradH;
  private final Vec gradFeatures;
  private final Vec timeline;

  ResidualEngine(Kernel kernel, ResidualSettings s, Adjacency graph, int windows) {
    this.kernel = kernel;
    ModelSettings core = s.core();
    nodes = core.regions();
    hidden = core.hidden();
    features = s.features();
    state = core.signals();
    int rows = Math.multiplyExact(nodes, windows);
    encoder = new HiddenLayer(kernel, features, hidden, rows, rows);
    Messages inner =
        switch (core.coupling()) {
          case SHEAF, WEIGHTED_SHEAF -> SheafLaplacian.fastest(kernel, core, graph, windows);
          case GRAPH_CONVOLUTION -> new GraphConvolution(kernel, core, graph, windows);
          case NONE -> null;
        };
    field = new FrozenField(kernel, core, new StalksAndMessages(kernel, s, inner, rows), rows);
    column = kernel.vec(rows);
    h = kernel.vec(hidden * rows);
    gradH = kernel.vec(hidden * rows);
    gradFeatures = kernel.vec(features * rows);
    timeline = kernel.vec((core.horizon() + 1) * state * rows);
  }

  void load(Parameters p) {
    encoder.load(p.get(WEIGHT), features, 0, p.get(BIAS));
    field.load(p);
  }

  /** Encodes and sets the start of the state: zero residual, then the first features. */
  private void begin(SignalBatch batch, int from, int windows) {
    int rows = nodes * windows;
    timeline.fill(0, state * rows, 0);
    for (int f = 0; f < features; f++) {
      for (int n = 0; n < nodes; n++) {
        for (int b = 0; b < windows; b++) {
          column.set(n * windows + b, batch.values()[batch.index(from + b, n, 0) + f]);
        }
      }
      encoder.input(0, rows, f, column, 0, rows);
      if (f + 1 < state) {
        timeline.copy((f + 1) * rows, column, 0, rows);
      }
    }
    encoder.forward(0, rows, h, 0);
    kernel.field().tanh(h, 0, hidden * rows);
  }

  /** Residuals of windows {@code from .. to - 1} into {@code out}. */
  void forecast(SignalBatch batch, int from, int to, SignalBatch out) {
    int windows = to - from;
    int rows = nodes * windows;
    begin(batch, from, windows);
    field.forward(timeline, 0, out.steps(), h, windows);
    for (int p = 0; p < out.steps(); p++) {
      for (int n = 0; n < nodes; n++) {
        for (int b = 0; b < windows; b++) {
          out.set(from + b, n, p, timeline.get((p + 1) * state * rows + n * windows + b));
        }
      }
    }
  }

  /** Adds the gradient of some windows; returns their part of the mean squared error. */
  double train(
      SignalBatch batch, SignalBatch target, int from, int to, double forcing, Gradient gradient) {
    int windows = to - from;
    int rows = nodes * windows;
    int steps = target.steps();
    double count = target.values().length;
    begin(batch, from, windows);
    double[] sum = {0};
    field.teach(forcing > 0 ? new Teacher(target, from, windows, 0, forcing) : null);
    field.train(
        timeline,
        0,
        steps,
        h,
        windows,
        (start, size, out, stride, gradOut) -> {
          for (int p = 0; p < steps; p++) {
            for (int r = 0; r < size; r++) {
              int row = start + r;
              double truth = target.get(from + row % windows, row / windows, p);
              double error = out.get(p * stride + r) - truth;
              sum[0] += error * error;
              gradOut.set(p * stride + r, 2 * error / count);
            }
          }
        },
        null,
        gradH);
    field.teach(null);
    kernel.field().tanhBack(gradH, h, hidden * rows);
    encoder.backward(0, rows, gradH, 0, gradFeatures);
    encoder.flush(
        gradient.values(),
        gradient.entry(WEIGHT).offset(),
        features,
        0,
        gradient.entry(BIAS).offset());
    field.flush(gradient);
    return sum[0] / count;
  }

  /**
   * Derivative of weighted residuals by the features.
   *
   * @param weights one per residual, [window, region, step, 1]
   * @param result windows {@code from .. to - 1} are written, [window, region, 1, feature]
   * @param scratch receives parameter gradients that nobody asks for
   */
  void pull(
      SignalBatch batch,
      SignalBatch weights,
      int from,
      int to,
      SignalBatch result,
      Gradient scratch) {
    int windows = to - from;
    int rows = nodes * windows;
    int steps = weights.steps();
    begin(batch, from, windows);
    Vec gradStart = kernel.vec((steps + 1) * state * rows);
    field.train(
        timeline,
        0,
        steps,
        h,
        windows,
        (start, size, out, stride, gradOut) -> {
          for (int p = 0; p < steps; p++) {
            for (int r = 0; r < size; r++) {
              int row = start + r;
              gradOut.set(p * stride + r, weights.get(from + row % windows, row / windows, p));
            }
          }
        },
        gradStart,
        gradH);
    kernel.field().tanhBack(gradH, h, hidden * rows);
    encoder.backward(0, rows, gradH, 0, gradFeatures);
    encoder.flush(
        scratch.values(),
        scratch.entry(WEIGHT).offset(),
        features,
        0,
        scratch.entry(BIAS).offset());
    field.flush(scratch);
    for (int f = 0; f < features; f++) {
      for (int row = 0; row < rows; row++) {
        double begun = f + 1 < state ? gradStart.get((f + 1) * rows + row) : 0;
        int at = result.index(from + row % windows, row / windows, 0) + f;
        result.values()[at] = gradFeatures.get(f * rows + row) + begun;
      }
    }
  }

  @Override
  public void close() {
    kernel.close();
  }
}
