package org.braindyn.model.field;

import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Loss;

/**
 * The truth of a block of windows: its loss, the loss's gradient, and the truth as later context.
 */
public final class Targets {
  private final SignalBatch target;
  private final int from;
  private final int windows;
  private final Loss loss;
  private final SignalBatch forecast;
  private final int signals;
  private final double count;
  private double sum;

  /**
   * @param forecast receives what was forecast, or null
   */
  public Targets(SignalBatch target, int from, int windows, Loss loss, SignalBatch forecast) {
    this.target = target;
    this.from = from;
    this.windows = windows;
    this.loss = loss;
    this.forecast = forecast;
    signals = target.signals();
    count = target.values().length;
  }

  /** Share of the whole batch's mean loss gathered so far. */
  public double loss() {
    return sum / count;
  }

  private int index(int row, int step) {
    return target.index(from + row % windows, row / windows, step);
  }

  /** Writes the truth of a chunk where its forecast stood. */
  public void lay(Vec timeline, int context, int done, int steps, int rows) {
    for (int p = 0; p < steps; p++) {
      for (int r = 0; r < rows; r++) {
        int at = index(r, done + p);
        for (int f = 0; f < signals; f++) {
          timeline.set(((context + done + p) * signals + f) * rows + r, target.values()[at + f]);
        }
      }
    }
  }

  /**
   * The loss gradient of a chunk.
   *
   * @param done steps before the chunk
   * @param rows rows of the block of windows
   * @param position the chunk's first step on the timeline
   * @param later gradient from later chunks on the timeline, or null
   */
  public Field.OutputGradient gradient(int done, int steps, int rows, int position, Vec later) {
    return (start, size, out, stride, gradOut) -> {
      for (int p = 0; p < steps; p++) {
        for (int r = 0; r < size; r++) {
          int wanted = index(start + r, done + p);
          for (int f = 0; f < signals; f++) {
            int at = p * stride + f * size + r;
            double value = out.get(at);
            double difference = value - target.values()[wanted + f];
            sum += loss.value(difference);
            double slope = loss.slope(difference) / count;
            if (later != null) {
              slope += later.get(((position + p) * signals + f) * rows + start + r);
            }
            gradOut.set(at, slope);
            if (forecast != null) {
              forecast.values()[wanted + f] = value;
            }
          }
        }
      }
    };
  }
}
