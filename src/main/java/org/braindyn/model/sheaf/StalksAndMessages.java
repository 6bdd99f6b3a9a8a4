package org.braindyn.model.sheaf;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.ResidualSettings;

/**
 * What the vector field of the residual dynamics receives: the region's own stalk, the message of
 * the others, and numbers of its own that are learned.
 */
public final class StalksAndMessages implements Messages {
  /** Name of the regions' own numbers, [region][number]. */
  public static final String EMBEDDING = "residual.embedding";

  private final Messages inner;
  private final int nodes;
  private final int hidden;
  private final int sent;
  private final int own;
  private final Vec embedding;
  private final Vec gradEmbedding;
  private final Vec message;

  /**
   * @param inner how regions send messages; null for none
   */
  public StalksAndMessages(Kernel kernel, ResidualSettings s, Messages inner, int rows) {
    this.inner = inner;
    nodes = s.core().regions();
    hidden = s.core().hidden();
    sent = inner == null ? 0 : inner.width();
    own = s.embedding();
    embedding = kernel.vec(Math.max(1, nodes * own));
    gradEmbedding = kernel.vec(Math.max(1, nodes * own));
    message = kernel.vec(Math.max(1, sent * rows));
  }

  @Override
  public int width() {
    return hidden + sent + own;
  }

  @Override
  public void load(Parameters parameters) {
    if (inner != null) {
      inner.load(parameters);
    }
    if (own > 0) {
      embedding.read(0, parameters.get(EMBEDDING), 0, nodes * own);
    }
  }

  @Override
  public void forward(int slot, Vec h, int at, int windows, Vec received) {
    int rows = nodes * windows;
    received.copy(0, h, at, hidden * rows);
    if (inner != null) {
      inner.forward(slot, h, at, windows, message);
      received.copy(hidden * rows, message, 0, sent * rows);
    }
    for (int k = 0; k < own; k++) {
      for (int v = 0; v < nodes; v++) {
        int from = (hidden + sent + k) * rows + v * windows;
        received.fill(from, from + windows, embedding.get(v * own + k));
      }
    }
  }

  @Override
  public void backward(
      int slot, Vec h, int at, int windows, Vec gradReceived, Vec gradH, int gradAt) {
    int rows = nodes * windows;
    gradH.addScaled(gradAt, 1, gradReceived, 0, hidden * rows);
    if (inner != null) {
      message.copy(0, gradReceived, hidden * rows, sent * rows);
      inner.backward(slot, h, at, windows, message, gradH, gradAt);
    }
    for (int k = 0; k < own; k++) {
      for (int v = 0; v < nodes; v++) {
        int from = (hidden + sent + k) * rows + v * windows;
        double sum = 0;
        for (int b = 0; b < windows; b++) {
          sum += gradReceived.get(from + b);
        }
        gradEmbedding.set(v * own + k, gradEmbedding.get(v * own + k) + sum);
      }
    }
  }

  @Override
  public void flush(Gradient gradient) {
    if (inner != null) {
      inner.flush(gradient);
    }
    if (own > 0) {
      int at = gradient.entry(EMBEDDING).offset();
      gradEmbedding.addTo(0, gradient.values(), at, nodes * own);
      gradEmbedding.fill(0, nodes * own, 0);
    }
  }
}
