package org.braindyn.task;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.Embedding;
import org.braindyn.signal.ContextNormalisation;

/** A trained model with a head that tells seizure from no seizure. */
public final class SeizureClassifier implements AutoCloseable {
  private static final int BLOCK = 256;
  private static final double LEAST_SCALE = 1e-6;

  private final BrainDyn backbone;
  private final SeizureHead head;
  private final Representation representation;
  private final double[] shift;
  private final double[] scale;

  /**
   * @param backbone closed with this classifier
   * @param head of the representation's size
   */
  public SeizureClassifier(BrainDyn backbone, SeizureHead head, Representation representation) {
    int size = representation.size(backbone.settings().hidden());
    if (head.size() != size) {
      throw new BadInput(
          "The head expects "
              + head.size()
              + " numbers, but the model gives "
              + size
              + ". The file is damaged.");
    }
    this.backbone = backbone;
    this.head = head;
    this.representation = representation;
    shift = new double[size];
    scale = new double[size];
    Arrays.fill(scale, 1);
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

  /** What is subtracted from each number before the head; writing changes it. */
  public double[] shift() {
    return shift;
  }

  /** What each number is then divided by; writing changes it. */
  public double[] scale() {
    return scale;
  }

  /** Sets shift and scale to mean and sd of training windows; the reference's do without. */
  void standardise(double[][] training) {
    if (representation != Representation.MOMENTS) {
      return;
    }
    for (int j = 0; j < shift.length; j++) {
      double mean = 0;
      double square = 0;
      for (double[] window : training) {
        mean += window[j] / training.length;
        square += window[j] * window[j] / training.length;
      }
      shift[j] = mean;
      scale[j] = Math.max(LEAST_SCALE, Math.sqrt(Math.max(0, square - mean * mean)));
    }
  }

  /** Shift and scale applied to a copy. */
  double[] scaled(double[] numbers) {
    double[] out = new double[numbers.length];
    Arrays.setAll(out, j -> (numbers[j] - shift[j]) / scale[j]);
    return out;
  }

  /**
   * Representations before shift and scale.
   *
   * @param context normalised, [window, channel, step]
   * @param sd amplitudes before normalisation, [window * channel]; null for 1
   * @return [window][number]
   */
  public double[][] represent(SignalBatch context, double[] sd) {
    double[] amplitude = sd;
    if (sd == null) {
      amplitude = new double[context.windows() * context.regions()];
      Arrays.fill(amplitude, 1);
    }
    double[][] all = new double[context.windows()][];
    for (int from = 0; from < all.length; from += BLOCK) {
      int to = Math.min(all.length, from + BLOCK);
      Embedding embedding = backbone.embed(context.slice(from, to));
      double[][] part = representation.of(embedding, amplitude, from * context.regions());
      System.arraycopy(part, 0, all, from, part.length);
    }
    return all;
  }

  /**
   * Probabilities of a seizure.
   *
   * @param raw contexts as recorded, [window, channel, step]
   * @return [window]
   */
  public double[] probabilities(SignalBatch raw) {
    ContextNormalisation numbers = ContextNormalisation.of(raw);
    double[][] seen = represent(numbers.normalise(raw), numbers.sd());
    double[] probability = new double[seen.length];
    for (int w = 0; w < probability.length; w++) {
      probability[w] = 1 / (1 + Math.exp(-head.logit(scaled(seen[w]))));
    }
    return probability;
  }

  @Override
  public void close() {
    backbone.close();
  }
}
