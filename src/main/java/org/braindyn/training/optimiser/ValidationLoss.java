package org.braindyn.training.optimiser;

import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/** Mean squared error of a model on a whole set, in blocks. */
public final class ValidationLoss {
  private static final int ROWS = 8192;

  private ValidationLoss() {}

  public static double of(Trainable model, WindowSet set, Progress progress) {
    int size = Math.max(1, ROWS / set.regions());
    double sum = 0;
    long count = 0;
    for (int from = 0; from < set.size(); from += size) {
      Cancelled.check(progress, "Training");
      Windows block = set.range(from, Math.min(set.size(), from + size));
      SignalBatch forecast = model.forecast(block.context(), set.horizon());
      double[] truth = block.target().values();
      for (int i = 0; i < truth.length; i++) {
        double error = forecast.values()[i] - truth[i];
        sum += error * error;
      }
      count += truth.length;
    }
    return sum / count;
  }
}
