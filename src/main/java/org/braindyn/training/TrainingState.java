package org.braindyn.training;

import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.training.optimiser.AdamW;
import org.braindyn.training.optimiser.Trainable;

/** What a training has so far. */
final class TrainingState {
  private final AdamW optimiser;
  private final TrainingLog log = new TrainingLog();
  private final Parameters best;
  private int bestEpoch;
  private double bestLoss = Double.NaN;
  private int resumed;

  TrainingState(Trainable model, TrainingSettings settings) {
    optimiser =
        new AdamW(model.parameters().size(), settings.learningRate(), settings.weightDecay());
    best = model.parameters().copy();
  }

  AdamW optimiser() {
    return optimiser;
  }

  TrainingLog log() {
    return log;
  }

  Parameters best() {
    return best;
  }

  /** Finished epochs. */
  int epochs() {
    return log.epochs().size();
  }

  /** Takes over the log of a checkpoint. */
  void resume(TrainingLog.Epoch epoch) {
    log.add(epoch);
    resumed = epoch.number();
    if (epoch.best()) {
      bestEpoch = epoch.number();
      bestLoss = epoch.validationLoss();
    }
  }

  /** True if so many epochs brought nothing; never for 0. */
  boolean stale(int patience) {
    return patience > 0 && bestEpoch > 0 && epochs() - bestEpoch >= patience;
  }

  TrainingLog.Epoch finish(
      Trainable model, double loss, double validated, double rate, double seconds) {
    if (!Double.isFinite(validated)) {
      throw new BadInput(
          "Training ran away in epoch "
              + (epochs() + 1)
              + ": the validation loss is "
              + validated
              + ". Use a smaller learning rate, or look for extreme values in the recordings.");
    }
    boolean better = !(validated >= bestLoss);
    TrainingLog.Epoch epoch =
        new TrainingLog.Epoch(epochs() + 1, loss, validated, rate, better, seconds);
    log.add(epoch);
    if (better) {
      best.assign(model.parameters());
      bestEpoch = epoch.number();
      bestLoss = validated;
    }
    return epoch;
  }

  /** Puts the best parameters into the model; without a finished epoch, those it has. */
  TrainingResult result(Trainable model) {
    if (bestEpoch == 0) {
      best.assign(model.parameters());
    }
    model.parameters().assign(best);
    return new TrainingResult(best, bestEpoch, bestLoss, log);
  }

  /** Line for the status bar, e.g. "Epoch 3 of 30, loss 1.60, best validation 1.52, 40 s left". */
  String message(int number, int of, double loss, double done, long began) {
    double seconds = (System.nanoTime() - began) / 1e9;
    double before = (double) resumed / of;
    double left = done > before ? seconds * (1 - done) / (done - before) : Double.NaN;
    String validation =
        bestEpoch == 0 ? "" : String.format(Locale.ROOT, ", best validation %.4f", bestLoss);
    return String.format(
        Locale.ROOT,
        "Epoch %d of %d, loss %.4f%s, about %.0f s left",
        number,
        of,
        loss,
        validation,
        left);
  }
}
