package org.braindyn.training.optimiser;

import java.util.Arrays;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rollout;
import org.braindyn.signal.Windows;

/** A model with parameters that the trainer can improve. */
public interface Trainable {
  /** The parameters; what is written into them counts from the next call on. */
  Parameters parameters();

  /**
   * Mean loss of a batch and its gradient.
   *
   * @param windows contexts and what followed them
   * @param rollout loss and what is fed back between chunks
   * @param gradient overwritten; same layout as the parameters
   */
  double lossAndGradient(Windows windows, Rollout rollout, Gradient gradient);

  /** Forecasts, [window, region, horizon, signal]. */
  SignalBatch forecast(SignalBatch context, int horizon);

  /** Samples of one chunk, after which forecasts are fed back. */
  int chunk();

  /** What the model is beyond its parameters, so that a checkpoint is not taken for another's. */
  default String kind() {
    return "";
  }

  /** BrainDyn as the trainer sees it. */
  static Trainable of(BrainDyn model) {
    return new Trainable() {
      @Override
      public Parameters parameters() {
        return model.parameters();
      }

      @Override
      public double lossAndGradient(Windows windows, Rollout rollout, Gradient gradient) {
        return model.lossAndGradient(windows.context(), windows.target(), rollout, gradient, null);
      }

      @Override
      public SignalBatch forecast(SignalBatch context, int horizon) {
        return model.forecast(context, horizon);
      }

      @Override
      public int chunk() {
        return model.settings().horizon();
      }

      @Override
      public String kind() {
        return model.settings().toString().replace(';', ',')
            + " with "
            + model.graph().edges()
            + " edges of "
            + Integer.toHexString(
                31 * Arrays.hashCode(model.graph().source())
                    + Arrays.hashCode(model.graph().target()));
      }
    };
  }
}
