package org.braindyn.task;

import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.parameter.Embedding;

/**
 * What a head sees of a window: numbers that do not depend on the number of channels. The reference
 * averages L (or h) over channels; waves that reach the channels in different phases cancel in such
 * a mean, and z-scoring by the context has removed the amplitude, so we add one that keeps both.
 */
public enum Representation {
  /** Mean over channels of L, what every channel receives from the others (the reference's). */
  MESSAGES,
  /** Mean over channels of h, what every channel's own past says (the reference's). */
  STALKS,
  /** Root mean squares over channels of h and of L, and the mean logarithm of the amplitude. */
  MOMENTS;

  private static final double TINY = 1e-9;

  /** The one with this name. */
  public static Representation of(String name) {
    for (Representation r : values()) {
      if (r.name().equalsIgnoreCase(name)) {
        return r;
      }
    }
    throw new BadInput("\"" + name + "\" is no representation. Choose messages, stalks, moments.");
  }

  /** Name for files and dialogs. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Numbers per window for a model with stalks of size H. */
  public int size(int hidden) {
    return this == MOMENTS ? 2 * hidden + 1 : hidden;
  }

  /**
   * Computes it.
   *
   * @param embedding of some windows
   * @param sd amplitude of each context before normalisation, [window * channel]
   * @param first index into {@code sd} of the first window's first channel
   * @return [window][number]
   */
  double[][] of(Embedding embedding, double[] sd, int first) {
    SignalBatch h = embedding.stalks();
    int windows = h.windows();
    int channels = h.regions();
    int hidden = h.signals();
    double[][] out = new double[windows][size(hidden)];
    for (int w = 0; w < windows; w++) {
      for (int n = 0; n < channels; n++) {
        int at = h.index(w, n, 0);
        for (int j = 0; j < hidden; j++) {
          double stalk = h.values()[at + j];
          double message = embedding.messages().values()[at + j];
          if (this == MOMENTS) {
            out[w][j] += stalk * stalk / channels;
            out[w][hidden + j] += message * message / channels;
          } else {
            out[w][j] += (this == STALKS ? stalk : message) / channels;
          }
        }
        if (this == MOMENTS) {
          out[w][2 * hidden] += Math.log(sd[first + w * channels + n]) / channels;
        }
      }
      for (int j = 0; this == MOMENTS && j < 2 * hidden; j++) {
        out[w][j] = Math.sqrt(out[w][j] + TINY);
      }
    }
    return out;
  }

  /**
   * Leads gradients back to stalks and messages.
   *
   * @param value what {@link #of} gave
   * @param gradient by it, [window][number]
   */
  Embedding back(Embedding embedding, double[][] value, double[][] gradient) {
    SignalBatch h = embedding.stalks();
    int channels = h.regions();
    int hidden = h.signals();
    double[] toStalks = this == MESSAGES ? null : new double[h.values().length];
    double[] toMessages = this == STALKS ? null : new double[h.values().length];
    for (int w = 0; w < h.windows(); w++) {
      for (int n = 0; n < channels; n++) {
        int at = h.index(w, n, 0);
        for (int j = 0; j < hidden; j++) {
          if (this == MOMENTS) {
            toStalks[at + j] = gradient[w][j] * h.values()[at + j] / (channels * value[w][j]);
            toMessages[at + j] =
                gradient[w][hidden + j]
                    * embedding.messages().values()[at + j]
                    / (channels * value[w][hidden + j]);
          } else if (this == STALKS) {
            toStalks[at + j] = gradient[w][j] / channels;
          } else {
            toMessages[at + j] = gradient[w][j] / channels;
          }
        }
      }
    }
    return new Embedding(batch(h, toStalks), batch(h, toMessages));
  }

  private static SignalBatch batch(SignalBatch like, double[] values) {
    return values == null
        ? null
        : new SignalBatch(like.windows(), like.regions(), 1, like.signals(), values);
  }
}
