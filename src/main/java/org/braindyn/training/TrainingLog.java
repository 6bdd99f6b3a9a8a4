package org.braindyn.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened epoch by epoch; grows while training runs. */
public final class TrainingLog {
  /**
   * One epoch.
   *
   * @param number 1 for the first
   * @param trainLoss mean loss over the training batches
   * @param validationLoss mean squared error on validation windows (training loss if there are
   *     none)
   * @param learningRate rate used
   * @param best true if no earlier epoch validated better
   * @param seconds time from the start of training to the end of this epoch
   */
  public record Epoch(
      int number,
      double trainLoss,
      double validationLoss,
      double learningRate,
      boolean best,
      double seconds) {}

  private final List<Epoch> epochs = new ArrayList<>();

  /** Adds the next epoch. */
  public synchronized void add(Epoch epoch) {
    epochs.add(epoch);
  }

  /** The epochs so far. */
  public synchronized List<Epoch> epochs() {
    return List.copyOf(epochs);
  }

  /** The table as CSV; times are left out, so that equal trainings give equal files. */
  public String csv() {
    StringBuilder text = new StringBuilder("epoch,train_loss,validation_mse,learning_rate,best\n");
    for (Epoch e : epochs()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%s,%s,%s,%d%n",
              e.number,
              e.trainLoss,
              e.validationLoss,
              e.learningRate,
              e.best ? 1 : 0));
    }
    return text.toString().replace("\r\n", "\n");
  }
}
