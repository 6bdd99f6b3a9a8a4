package org.braindyn.training;

import java.io.IOException;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.Seed;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.Loss;
import org.braindyn.model.parameter.Rollout;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.optimiser.BatchGradient;
import org.braindyn.training.optimiser.GradientClipping;
import org.braindyn.training.optimiser.PlateauSchedule;
import org.braindyn.training.optimiser.Trainable;
import org.braindyn.training.optimiser.ValidationLoss;

/**
 * Trains a model: shuffled batches, gradient clipping, AdamW, a rate that halves on plateaus, the
 * best validation epoch kept (docs/method.md). The order of windows of every epoch follows from the
 * seed and the epoch's number alone, so a training that was killed and resumed from its checkpoint
 * ends with the same model as one that was not.
 */
public final class Trainer {
  private static final double PLATEAU_FACTOR = 0.5;
  private static final double PLATEAU_FLOOR = 1e-6;

  private final TrainingSettings settings;
  private final TrainingListener listener;
  private final Path checkpoint;

  /** A trainer that keeps no checkpoint. */
  public Trainer(TrainingSettings settings) {
    this(settings, TrainingListener.NONE, null);
  }

  /**
   * @param settings how to train
   * @param listener hears about every epoch
   * @param checkpoint file written after every epoch and resumed from if it is there; null for none
   */
  public Trainer(TrainingSettings settings, TrainingListener listener, Path checkpoint) {
    this.settings = settings;
    this.listener = listener;
    this.checkpoint = checkpoint;
  }

  /** Trains BrainDyn; see {@link #train(Trainable, WindowSet, WindowSet, Progress)}. */
  public TrainingResult train(
      BrainDyn model, WindowSet train, WindowSet validation, Progress progress) {
    return train(Trainable.of(model), train, validation, progress);
  }

  /**
   * Trains until the last epoch or early stopping; the model then holds the best parameters.
   *
   * @param validation windows of other people that choose the epoch; null to choose by training
   *     loss
   * @param progress cancelling it ends the training within a second
   * @throws TrainingStopped if it was cancelled after an epoch or more; the model then holds the
   *     best parameters so far
   * @throws Cancelled if it was cancelled before that
   */
  public TrainingResult train(
      Trainable model, WindowSet train, WindowSet validation, Progress progress) {
    TrainingState state = start(model, train);
    PlateauSchedule plateau =
        new PlateauSchedule(PLATEAU_FACTOR, settings.plateauPatience(), PLATEAU_FLOOR);
    for (TrainingLog.Epoch epoch : state.log().epochs()) {
      if (!settings.cosine()) {
        // Replaying the finished epochs puts the schedule where it was.
        state
            .optimiser()
            .setLearningRate(plateau.next(epoch.validationLoss(), epoch.learningRate()));
      }
    }
    if (settings.cosine() && state.epochs() > 0) {
      state.optimiser().setLearningRate(cosine((double) state.epochs() / settings.epochs()));
    }
    BatchGradient batches = new BatchGradient(model);
    long began = System.nanoTime();
    try {
      while (state.epochs() < settings.run() && !state.stale(settings.stopPatience())) {
        Cancelled.check(progress, "Training");
        double rate = state.optimiser().learningRate();
        double loss = epoch(model, train, state, batches, progress, began);
        double validated =
            validation == null ? loss : ValidationLoss.of(model, validation, progress);
        TrainingLog.Epoch done =
            state.finish(model, loss, validated, rate, (System.nanoTime() - began) / 1e9);
        if (!settings.cosine()) {
          state.optimiser().setLearningRate(plateau.next(validated, rate));
        }
        save(state, model);
        listener.epochDone(done);
      }
    } catch (Cancelled e) {
      TrainingResult soFar = state.result(model);
      throw soFar.bestEpoch() == 0 ? e : new TrainingStopped(soFar);
    } finally {
      state.optimiser().close();
    }
    return state.result(model);
  }

  private TrainingState start(Trainable model, WindowSet train) {
    TrainingState state = new TrainingState(model, settings);
    if (checkpoint != null) {
      try {
        Checkpoint.resume(checkpoint, state, model, settings, train);
      } catch (IOException e) {
        throw new BadInput("Cannot read the checkpoint " + checkpoint + ": " + Reason.of(e), e);
      }
      this.fingerprint = Checkpoint.fingerprint(model, settings, train);
    }
    return state;
  }

  private String fingerprint;

  private void save(TrainingState state, Trainable model) {
    if (checkpoint == null) {
      return;
    }
    try {
      Checkpoint.write(checkpoint, state, model, fingerprint);
    } catch (IOException e) {
      throw new BadInput("Cannot write the checkpoint " + checkpoint + ": " + Reason.of(e), e);
    }
  }

  private double epoch(
      Trainable model,
      WindowSet train,
      TrainingState state,
      BatchGradient batches,
      Progress progress,
      long began) {
    int number = state.epochs() + 1;
    Seed seed = settings.seed().derive("epoch", number);
    int[] order = seed.stream("order").permutation(train.size());
    Seed.Stream truth = seed.stream("truth");
    order =
        java.util.Arrays.copyOf(
            order, Math.max(1, (int) Math.round(settings.share() * order.length)));
    int steps = (order.length + settings.batch() - 1) / settings.batch();
    double loss = 0;
    for (int step = 0; step < steps; step++) {
      int from = step * settings.batch();
      int to = Math.min(order.length, from + settings.batch());
      int[] windows = java.util.Arrays.copyOfRange(order, from, to);
      Rollout rollout =
          new Rollout(
              Loss.MSE,
              truth(model, train, number, truth),
              seed.derive("dropout", step),
              settings.forcing());
      String where = "epoch " + number + ", step " + (step + 1);
      double own = batches.loss(train, windows, rollout, progress, where);
      loss += own / steps;
      if (settings.cosine()) {
        double all = (double) settings.epochs() * steps;
        state.optimiser().setLearningRate(cosine(((number - 1) * steps + step + 1) / all));
      }
      GradientClipping.clip(batches.gradient(), settings.clip());
      state.optimiser().step(model.parameters(), batches.gradient());
      double done = (number - 1 + (step + 1.0) / steps) / settings.epochs();
      listener.stepDone(number - 1 + (step + 1.0) / steps, own);
      double sofar = loss * steps / (step + 1);
      progress.report(done, state.message(number, settings.epochs(), sofar, done, began));
    }
    return loss;
  }

  /** The rate after a share of all steps. */
  private double cosine(double done) {
    return settings.learningRate() * Math.max(1e-6, (1 + Math.cos(Math.PI * done)) / 2);
  }

  /** Draws after which chunks the truth is fed back; ever less often. */
  private boolean[] truth(Trainable model, WindowSet train, int epoch, Seed.Stream random) {
    int chunks = (train.horizon() + model.chunk() - 1) / model.chunk();
    if (chunks < 2 || settings.truthProbability() == 0) {
      return null;
    }
    double left = 1 - (epoch - 1.0) / Math.max(1, settings.epochs() - 1);
    boolean[] fed = new boolean[chunks - 1];
    for (int c = 0; c < fed.length; c++) {
      fed[c] = random.uniform() < settings.truthProbability() * left;
    }
    return fed;
  }
}
