package org.braindyn.perturbation;

import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;

/**
 * A forecaster as perturbations use it: one frame at a time, fed back, with or without scaling the
 * context anew (docs/adr/0044). For measuring that choice on undisturbed recordings.
 *
 * @param forecaster the model
 * @param rescaled whether contexts are scaled anew
 */
public record FrameByFrame(Forecaster forecaster, boolean rescaled) implements Forecaster {
  @Override
  public String name() {
    return forecaster.name() + ", frame by frame" + (rescaled ? ", rescaled" : "");
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    Regions regions = Regions.numbered("Region", context.regions());
    return new Rollout(forecaster, regions, horizon, 1, rescaled)
        .run(context, null, null, Seed.of(1), progress);
  }
}
