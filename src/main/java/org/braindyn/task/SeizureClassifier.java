package org.braindyn.task;

import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.Embedding;
import org.braindyn.signal.ContextNormalisation;

/**
 * A trained model with a head that tells seizure from no seizure by the mean over channels of the
 * messages L or the stalks h.
 */
public final class SeizureClassifier implements AutoCloseable {
  private static final int BLOCK = 256;

  private final BrainDyn backbone;
  private final SeizureHead head;
  private final Representation representation;

  /** What the head sees, averaged over channels. */
  public enum Representation {
    /** L, what every channel receives from the others. */
    MESSAGES,
    /** h, what every channel's own past says. */
    STALKS;

    /** The one with this name. */
    public static Representation of(String name) {
      for (Representation r : values()) {
        if (r.name().equalsIgnoreCase(name)) {
          return r;
        }
      }
      throw new BadInput("\"" + name + "\" is no representation. Choose messages or stalks.");
    }

    /** Name for files and dialogs. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param backbone closed with this classifier
   */
  public SeizureClassifier(BrainDyn backbone, SeizureHead head, Representation representation) {
    if (head.size() != backbone.settings().hidden()) {
      throw new BadInput(
          "The head expects "
              + head.size()
              + " numbers, but the model's stalks have "
              + backbone.settings().hidden()
              + ". The file is damaged.");
    }
    this.backbone = backbone;
    this.head = head;
    this.representation = representation;
  }

  /** The forecasting model. */
  public BrainDyn backbone() {
    return backbone;
  }

  /** The head. */
  public SeizureHead head() {
    return head;
  }

  /** What the head sees. */
  public Representation representation() {
    return representation;
  }

  /**
   * Means over channels.
   *
   * @param context normalised, [window, channel, step]
   * @return [window][H]
   */
  public double[][] represent(SignalBatch context) {
    int hidden = head.size();
    double[][] means = new double[context.windows()][hidden];
    for (int from = 0; from < means.length; from += BLOCK) {
      int to = Math.min(means.length, from + BLOCK);
      Embedding embedding = backbone.embed(context.slice(from, to));
      SignalBatch values =
          representation == Representation.MESSAGES ? embedding.messages() : embedding.stalks();
      for (int w = from; w < to; w++) {
        for (int n = 0; n < values.regions(); n++) {
          int at = values.index(w - from, n, 0);
          for (int j = 0; j < hidden; j++) {
            means[w][j] += values.values()[at + j] / values.regions();
          }
        }
      }
    }
    return means;
  }

  /**
   * Probabilities of a seizure.
   *
   * @param raw contexts as recorded, [window, channel, step]
   * @return [window]
   */
  public double[] probabilities(SignalBatch raw) {
    double[][] means = represent(ContextNormalisation.of(raw).normalise(raw));
    double[] probability = new double[means.length];
    for (int w = 0; w < probability.length; w++) {
      probability[w] = 1 / (1 + Math.exp(-head.logit(means[w])));
    }
    return probability;
  }

  @Override
  public void close() {
    backbone.close();
  }
}
