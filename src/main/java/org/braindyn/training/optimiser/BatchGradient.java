package org.braindyn.training.optimiser;

import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Layout;
import org.braindyn.model.parameter.Rollout;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * Loss and gradient of one batch, cut into parts small enough that a wish to stop is heard within a
 * second. The cut depends on the numbers of windows and regions only, so results repeat.
 */
public final class BatchGradient {
  /** Window x region rows of one part: about a tenth of a second of work on two cores. */
  private static final int ROWS = 4096;

  private final Trainable model;
  private final Gradient part;
  private final Gradient sum;

  public BatchGradient(Trainable model) {
    this.model = model;
    part = model.parameters().zeros();
    sum = model.parameters().zeros();
  }

  /** The gradient of the last {@link #loss}. */
  public Gradient gradient() {
    return sum;
  }

  /**
   * Mean loss over some windows.
   *
   * @param where for the message if a value is not finite, e.g. "epoch 3, step 12"
   */
  public double loss(
      WindowSet set, int[] windows, Rollout rollout, Progress progress, String where) {
    int size = Math.max(1, ROWS / set.regions());
    sum.clear();
    double loss = 0;
    for (int from = 0; from < windows.length; from += size) {
      Cancelled.check(progress, "Training");
      int to = Math.min(windows.length, from + size);
      Windows data = set.gather(java.util.Arrays.copyOfRange(windows, from, to));
      double share = (double) (to - from) / windows.length;
      loss += share * model.lossAndGradient(data, rollout, part);
      for (int i = 0; i < part.size(); i++) {
        sum.values()[i] += share * part.values()[i];
      }
    }
    checkFinite(loss, where);
    return loss;
  }

  private void checkFinite(double loss, String where) {
    String array = firstNotFinite(sum.values());
    if (array != null || !Double.isFinite(loss)) {
      String parameter = firstNotFinite(model.parameters().numbers());
      throw new BadInput(
          String.format(
              "Training ran away in %s: the loss is %s, the gradient of %s%s is not finite. "
                  + "Use a smaller learning rate, or look for extreme values in the recordings.",
              where,
              loss,
              array == null ? "no array" : array,
              parameter == null ? "" : " and the parameter " + parameter));
    }
  }

  private String firstNotFinite(double[] values) {
    for (Layout.Entry entry : sum.entries()) {
      for (int i = entry.offset(); i < entry.offset() + entry.size(); i++) {
        if (!Double.isFinite(values[i])) {
          return entry.name();
        }
      }
    }
    return null;
  }
}
