package org.braindyn.training.residual;

import java.util.Arrays;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.residual.ResidualBrainDyn;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rollout;
import org.braindyn.signal.Windows;
import org.braindyn.training.optimiser.Trainable;

/**
 * Trains the residual of {@link ResidualBrainDyn} while its linear part stands still. The linear
 * forecast of a training person comes from a fit without this person, so that the residual sees
 * errors of the size it will meet; half of the batches are mirrored if there are mirror pairs.
 */
final class ResidualTrainable implements Trainable {
  private final ResidualBrainDyn model;
  private final int[] mirror;

  /** A trainable view of the model. */
  public ResidualTrainable(ResidualBrainDyn model) {
    this.model = model;
    mirror = model.mirror();
  }

  @Override
  public Parameters parameters() {
    return model.residual().parameters();
  }

  @Override
  public double lossAndGradient(Windows windows, Rollout rollout, Gradient gradient) {
    SignalBatch context = windows.context();
    SignalBatch skip = model.linear().chunk(context, windows.persons(), Progress.NONE);
    SignalBatch left = new SignalBatch(context.windows(), context.regions(), skip.steps());
    for (int i = 0; i < left.values().length; i++) {
      left.values()[i] = windows.target().values()[i] - skip.values()[i];
    }
    boolean turn = mirror != null && rollout.dropout().stream("mirror").uniform() < 0.5;
    if (turn) {
      context = ResidualBrainDyn.mirrored(context, mirror);
      skip = ResidualBrainDyn.mirrored(skip, mirror);
      left = ResidualBrainDyn.mirrored(left, mirror);
    }
    SignalBatch features = model.features().of(context, skip);
    return model.residual().lossAndGradient(features, left, rollout.forcing(), gradient);
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon) {
    return model.forecast(context, horizon, Progress.NONE);
  }

  @Override
  public String kind() {
    return "beside a linear skip, "
        + model.residual().settings().toString().replace(';', ',')
        + ", features of "
        + model.features().settings()
        + ", mirror="
        + Arrays.hashCode(mirror)
        + ", graph="
        + GraphHash.of(model.residual().graph());
  }

  @Override
  public int chunk() {
    return model.linear().horizon();
  }
}
