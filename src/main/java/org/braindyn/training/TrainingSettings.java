package org.braindyn.training;

import java.util.function.Consumer;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/**
 * How to train. Start from {@link #defaults()} and change what differs, e.g. {@code
 * TrainingSettings.defaults().withEpochs(5)}.
 *
 * @param epochs passes over the training windows, 1 or more
 * @param last epochs after which training ends though its rates are planned for all, 0: all. A
 *     model like one whose best epoch was the 3rd of 30 is made with epochs=30, last=3
 * @param batch windows per step, 1 or more
 * @param learningRate start of the learning rate, above 0
 * @param weightDecay decoupled weight decay of AdamW, 0 or more
 * @param clip largest norm of the gradient, above 0
 * @param plateauPatience epochs without improvement before the rate is halved
 * @param stopPatience epochs without improvement before training stops, 0: never
 * @param truthProbability probability that the truth, not the forecast, is fed back after a chunk
 *     (scheduled sampling) in the first epoch; falls linearly to 0 in the last
 * @param share share of the training windows that an epoch sees, drawn anew; above 0 to 1
 * @param cosine true: the rate falls to zero along a cosine over all steps, and plateaus are
 *     ignored
 * @param forcing strength with which solutions are drawn to the truth at every step while training,
 *     0 to 1 (generalised teacher forcing)
 * @param seed fixes the order of windows and all else that is drawn
 */
public record TrainingSettings(
    int epochs,
    int last,
    int batch,
    double learningRate,
    double weightDecay,
    double clip,
    int plateauPatience,
    int stopPatience,
    double truthProbability,
    double share,
    boolean cosine,
    double forcing,
    Seed seed) {
  /** Checks every number. */
  public TrainingSettings {
    atLeastOne("epochs", epochs);
    if (last < 0) {
      throw new BadInput("The last epoch is " + last + ", but it must be 0 (all) or more.");
    }
    atLeastOne("batch", batch);
    above("learning rate", learningRate, 0);
    above("gradient clip", clip, 0);
    if (!(weightDecay >= 0)) {
      throw new BadInput("The weight decay is " + weightDecay + ", but it must be 0 or more.");
    }
    if (plateauPatience < 0 || stopPatience < 0) {
      throw new BadInput("A patience is negative. Use 0 or more epochs.");
    }
    if (!(share > 0 && share <= 1)) {
      throw new BadInput(
          "The share of windows is " + share + ", but it must be above 0 and at most 1.");
    }
    if (!(forcing >= 0 && forcing <= 1)) {
      throw new BadInput("The forcing is " + forcing + ", but it must be from 0 (none) to 1.");
    }
    if (!(truthProbability >= 0 && truthProbability <= 1)) {
      throw new BadInput(
          "The probability of feeding back the truth is "
              + truthProbability
              + ", but it must be from 0 to 1.");
    }
  }

  /** The released model's settings for fMRI (docs/method.md), 30 epochs, seed 1. */
  public static TrainingSettings defaults() {
    return new TrainingSettings(30, 0, 64, 1e-3, 1e-5, 1, 3, 0, 0, 1, false, 0, Seed.of(1));
  }

  /** The same with another number of epochs. */
  public TrainingSettings withEpochs(int value) {
    return with(d -> d.epochs = value);
  }

  /** The same, ending after so many epochs of its plan (0: all), as if they were the best ones. */
  public TrainingSettings withLast(int value) {
    return with(d -> d.last = value);
  }

  /** The same with another batch size. */
  public TrainingSettings withBatch(int value) {
    return with(d -> d.batch = value);
  }

  /** The same with another learning rate. */
  public TrainingSettings withLearningRate(double value) {
    return with(d -> d.learningRate = value);
  }

  /** The same with another weight decay. */
  public TrainingSettings withWeightDecay(double value) {
    return with(d -> d.weightDecay = value);
  }

  /** The same, stopping after so many epochs without improvement (0: never). */
  public TrainingSettings withStopPatience(int value) {
    return with(d -> d.stopPatience = value);
  }

  /** The same with scheduled sampling. */
  public TrainingSettings withTruthProbability(double value) {
    return with(d -> d.truthProbability = value);
  }

  /** The same with another seed. */
  public TrainingSettings withSeed(Seed value) {
    return with(d -> d.seed = value);
  }

  /** The same, an epoch seeing only a share of the windows. */
  public TrainingSettings withShare(double value) {
    return with(d -> d.share = value);
  }

  /** The same with a rate that falls along a cosine (true) or on plateaus (false). */
  public TrainingSettings withCosine(boolean value) {
    return with(d -> d.cosine = value);
  }

  /** The same with generalised teacher forcing. */
  public TrainingSettings withForcing(double value) {
    return with(d -> d.forcing = value);
  }

  private TrainingSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** The settings while one of them is changed; the only place that copies them one by one. */
  private static final class Draft {
    private int epochs;
    private int last;
    private int batch;
    private double learningRate;
    private double weightDecay;
    private final double clip;
    private final int plateauPatience;
    private int stopPatience;
    private double truthProbability;
    private double share;
    private boolean cosine;
    private double forcing;
    private Seed seed;

    private Draft(TrainingSettings s) {
      epochs = s.epochs;
      last = s.last;
      batch = s.batch;
      learningRate = s.learningRate;
      weightDecay = s.weightDecay;
      clip = s.clip;
      plateauPatience = s.plateauPatience;
      stopPatience = s.stopPatience;
      truthProbability = s.truthProbability;
      share = s.share;
      cosine = s.cosine;
      forcing = s.forcing;
      seed = s.seed;
    }

    private TrainingSettings done() {
      return new TrainingSettings(
          epochs,
          last,
          batch,
          learningRate,
          weightDecay,
          clip,
          plateauPatience,
          stopPatience,
          truthProbability,
          share,
          cosine,
          forcing,
          seed);
    }
  }

  /** Epochs that are run: all of the plan, or its first ones. */
  int run() {
    return last > 0 ? Math.min(last, epochs) : epochs;
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new BadInput("The number of " + name + " is " + value + ", but it must be 1 or more.");
    }
  }

  private static void above(String name, double value, double least) {
    if (!(value > least) || Double.isInfinite(value)) {
      throw new BadInput("The " + name + " is " + value + ", but it must be above " + least + ".");
    }
  }
}
