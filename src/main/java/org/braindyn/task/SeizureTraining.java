package org.braindyn.task;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.parameter.Embedding;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.training.optimiser.AdamW;
import org.braindyn.training.optimiser.GradientClipping;

/**
 * Stage 2 of the seizure task: weighted cross-entropy by AdamW, the backbone frozen or fine-tuned;
 * the epoch with the least validation loss is kept.
 *
 * @param epochs passes over the training windows, 50 in the reference
 * @param batch windows per step, 64
 * @param headRate learning rate of the head, 1e-3
 * @param backboneRate learning rate of the backbone, 1e-5; 0 to freeze it
 * @param dropout share of hidden units left out while training, 0.3
 */
public record SeizureTraining(
    int epochs, int batch, double headRate, double backboneRate, double dropout, Seed seed) {
  private static final double WEIGHT_DECAY = 1e-5;
  private static final double CLIP = 1;

  /** Checks the ranges. */
  public SeizureTraining {
    if (epochs < 1
        || batch < 1
        || !(headRate > 0)
        || !(backboneRate >= 0)
        || !(dropout >= 0)
        || dropout >= 1) {
      throw new BadInput(
          "Epochs and batch must be 1 or more, rates positive and dropout from 0 to below 1.");
    }
  }

  /** The reference's settings with a frozen backbone. */
  public static SeizureTraining defaults(Seed seed) {
    return new SeizureTraining(50, 64, 1e-3, 0, 0.3, seed);
  }

  /** Labelled windows: raw contexts [window, channel, step] and whether they show a seizure. */
  public record Labelled(SignalBatch raw, boolean[] ictal) {}

  /**
   * Trains the head (and the backbone) in place.
   *
   * @return validation loss of every epoch that was run
   */
  public double[] run(
      SeizureClassifier classifier, Labelled train, Labelled validation, Progress progress) {
    double weight = positiveWeight(train.ictal());
    ContextNormalisation numbers = ContextNormalisation.of(train.raw());
    SignalBatch context = numbers.normalise(train.raw());
    ContextNormalisation checkNumbers = ContextNormalisation.of(validation.raw());
    SignalBatch check = checkNumbers.normalise(validation.raw());
    double[][] fixed = classifier.represent(context, numbers.sd());
    double[][] checked = classifier.represent(check, checkNumbers.sd());
    classifier.standardise(fixed);
    Parameters headBest = classifier.head().parameters().copy();
    Parameters backBest = classifier.backbone().parameters().copy();
    // Its moments are freed when nobody refers to them any more.
    AdamW head = new AdamW(headBest.size(), headRate, WEIGHT_DECAY);
    AdamW back = backboneRate > 0 ? new AdamW(backBest.size(), backboneRate, WEIGHT_DECAY) : null;
    double[] losses = new double[epochs];
    double least = Double.POSITIVE_INFINITY;
    int done = 0;
    for (int epoch = 0; epoch < epochs && !progress.cancelled(); epoch++) {
      progress.report((double) epoch / epochs, "Training the detector, epoch " + (epoch + 1));
      Seed epochSeed = seed.derive("epoch", epoch);
      int[] order = epochSeed.stream("order").permutation(fixed.length);
      Seed.Stream random = epochSeed.stream("dropout");
      Windows data = new Windows(context, numbers.sd(), fixed, train.ictal(), weight);
      for (int from = 0; from < order.length; from += batch) {
        int[] chosen = Arrays.copyOfRange(order, from, Math.min(order.length, from + batch));
        step(classifier, chosen, data, new Optimisers(head, back), random);
      }
      if (back != null) {
        checked = classifier.represent(check, checkNumbers.sd());
      }
      losses[done] = loss(classifier, checked, validation.ictal(), weight);
      if (losses[done] < least) {
        least = losses[done];
        headBest.assign(classifier.head().parameters());
        backBest.assign(classifier.backbone().parameters());
      }
      done++;
    }
    if (Double.isInfinite(least)) {
      throw new BadInput(
          done == 0
              ? "The training was stopped before its first pass over the classifier's windows."
              : "The classifier's loss was not a finite number in any of "
                  + done
                  + " passes (the last was "
                  + losses[done - 1]
                  + "), so nothing was learned. Look for flat or huge channels in the recordings.");
    }
    classifier.head().parameters().assign(headBest);
    classifier.backbone().parameters().assign(backBest);
    return Arrays.copyOf(losses, done);
  }

  /**
   * The windows that train.
   *
   * @param context normalised, [window, channel, sample]
   * @param sd of every window's channels before that, window by window
   * @param fixed representations of a backbone that stays as it is, [window][feature]
   * @param ictal true for a window with seizure
   * @param weight of these
   */
  private record Windows(
      SignalBatch context, double[] sd, double[][] fixed, boolean[] ictal, double weight) {}

  /**
   * @param backbone null if it stays as it is
   */
  private record Optimisers(AdamW head, AdamW backbone) {}

  private void step(
      SeizureClassifier classifier,
      int[] chosen,
      Windows data,
      Optimisers with,
      Seed.Stream random) {
    AdamW back = with.backbone;
    SignalBatch part = back == null ? null : gather(data.context, chosen);
    Embedding embedding = back == null ? null : classifier.backbone().embed(part);
    double[][] seen = new double[chosen.length][];
    if (back != null) {
      double[] amplitude = amplitudes(data.sd, chosen, data.context.regions());
      seen = classifier.representation().of(embedding, amplitude, 0);
    }
    Gradient gradient = classifier.head().parameters().zeros();
    int size = classifier.head().size();
    double[][] backward = new double[chosen.length][size];
    for (int k = 0; k < chosen.length; k++) {
      double[] kept = new double[size / 2];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = random.uniform() < dropout ? 0 : 1 / (1 - dropout);
      }
      boolean label = data.ictal[chosen[k]];
      double[] x = classifier.scaled(back == null ? data.fixed[chosen[k]] : seen[k]);
      DoubleUnaryOperator slope = z -> slope(z, label, data.weight) / chosen.length;
      classifier.head().accumulate(x, kept, slope, gradient, backward[k]);
      for (int j = 0; j < size; j++) {
        backward[k][j] /= classifier.scale()[j];
      }
    }
    GradientClipping.clip(gradient, CLIP);
    with.head.step(classifier.head().parameters(), gradient);
    if (back != null) {
      Gradient sum = classifier.backbone().parameters().zeros();
      Embedding pull = classifier.representation().back(embedding, seen, backward);
      classifier.backbone().pullEmbedding(part, pull, sum);
      GradientClipping.clip(sum, CLIP);
      back.step(classifier.backbone().parameters(), sum);
    }
  }

  private static double[] amplitudes(double[] sd, int[] windows, int channels) {
    double[] part = new double[windows.length * channels];
    for (int k = 0; k < part.length; k++) {
      part[k] = sd[windows[k / channels] * channels + k % channels];
    }
    return part;
  }

  private static SignalBatch gather(SignalBatch all, int[] windows) {
    SignalBatch part = new SignalBatch(windows.length, all.regions(), all.steps());
    int size = all.regions() * all.steps();
    for (int k = 0; k < windows.length; k++) {
      System.arraycopy(all.values(), windows[k] * size, part.values(), k * size, size);
    }
    return part;
  }

  /** Number of windows without seizure over that with. */
  static double positiveWeight(boolean[] ictal) {
    int positives = 0;
    for (boolean label : ictal) {
      positives += label ? 1 : 0;
    }
    if (positives == 0 || positives == ictal.length) {
      throw new BadInput(
          "A detector needs training windows of both kinds, but "
              + positives
              + " of "
              + ictal.length
              + " show a seizure. Choose other recordings or blocks.");
    }
    return (double) (ictal.length - positives) / positives;
  }

  /** Mean weighted cross-entropy. */
  static double loss(
      SeizureClassifier classifier, double[][] seen, boolean[] ictal, double weight) {
    double sum = 0;
    for (int w = 0; w < seen.length; w++) {
      double z = classifier.head().logit(classifier.scaled(seen[w]));
      // log(1 + exp(z)) without overflow
      double soft = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
      sum += ictal[w] ? weight * (soft - z) : soft;
    }
    return sum / seen.length;
  }

  /** Derivative of one window's loss by its logit. */
  static double slope(double logit, boolean ictal, double weight) {
    double p = 1 / (1 + Math.exp(-logit));
    return ictal ? -weight * (1 - p) : p;
  }
}
