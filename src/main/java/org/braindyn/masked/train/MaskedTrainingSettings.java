package org.braindyn.masked.train;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.masked.network.Dropout;

/**
 * How a masked autoencoder is trained.
 *
 * @param samples samples of a window
 * @param windows windows of each recording in an epoch
 * @param batch windows of a step
 * @param epochs number of epochs
 * @param rate highest learning rate
 * @param warmUp share of the steps in which the rate rises
 * @param decay weight decay, not of biases and normalisations
 * @param clip the gradient's norm is clipped at this
 * @param optimiser which AdamW
 * @param kinds what is hidden; one is drawn for each window
 * @param ratio share of tokens hidden where single tokens are
 * @param dropout share of the embeddings that is dropped, .1 as released
 * @param seed all randomness
 */
public record MaskedTrainingSettings(
    int samples,
    int windows,
    int batch,
    int epochs,
    double rate,
    double warmUp,
    double decay,
    double clip,
    AdamKind optimiser,
    List<MaskKind> kinds,
    double ratio,
    double dropout,
    Seed seed) {
  /** Checks. */
  public MaskedTrainingSettings {
    if (samples < 1 || windows < 1 || batch < 1 || epochs < 1 || kinds.isEmpty()) {
      throw new BadInput(
          "A training needs windows, a batch, epochs and kinds of masks, each 1 or more.");
    }
    if (!(rate > 0 && warmUp >= 0 && warmUp < 1 && decay >= 0 && clip > 0)) {
      throw new BadInput(
          String.format(
              "Learning rate %s, warm-up %s, decay %s, clip %s: rate and clip must be above 0, the"
                  + " warm-up at least 0 and below 1, the decay at least 0.",
              rate, warmUp, decay, clip));
    }
    Dropout.check(dropout);
    kinds = List.copyOf(kinds);
  }

  /**
   * Usual settings: the released ones where they are sensible for small data, without dropout,
   * which costs an anchored network what little it can learn.
   */
  public static MaskedTrainingSettings usual(int samples, int epochs, Seed seed) {
    return new MaskedTrainingSettings(
        samples,
        4,
        8,
        epochs,
        1e-3,
        0.05,
        0.05,
        1,
        AdamKind.TORCH,
        List.of(MaskKind.values()),
        0.75,
        0,
        seed);
  }

  /**
   * Learning rate of a step: a straight rise, then half a cosine (Loshchilov and Hutter 2017,
   * equation 5, one cycle).
   *
   * @param step 0 for the first
   * @param all number of steps of the training
   */
  public double rate(long step, long all) {
    long rising = (long) Math.ceil(warmUp * all);
    if (step < rising) {
      return rate * (step + 1) / (rising + 1);
    }
    double done = (double) (step - rising) / Math.max(1, all - rising);
    return rate * 0.5 * (1 + Math.cos(Math.PI * done));
  }
}
