package org.braindyn.kind;

import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.personal.Adaptation;
import org.braindyn.signal.WindowSet;

/**
 * A network beside a linear forecast, of a group's model, that can stand beside one person's and be
 * trained a little further. Close it after use; the group's own stays as it is.
 */
public interface TunableNetwork extends AutoCloseable {
  /**
   * The same network trained further on one person's windows, beside the group's linear forecast,
   * which has not seen the person: a tenth of its learning rate, until frames left out are forecast
   * no better; as it is if they never are.
   *
   * @param train windows of the person
   * @param stop later windows, which end the training
   */
  TunableNetwork tuned(WindowSet train, WindowSet stop, Progress progress);

  /** Whether any tuning helped on the windows that end it. */
  boolean changed();

  /** The network beside a person's linear forecast. */
  Forecaster beside(Forecaster linear);

  /**
   * The personal model: the pooled linear forecast, and this network beside it. Closes with it.
   *
   * @param pooled what the group's linear forecast became
   * @param own the person's recording, in the order of the model's regions
   * @param verdict what it was worth, a sentence for the file
   */
  TrainedModel model(Adaptation pooled, RegionSignals own, String verdict);

  @Override
  void close();
}
