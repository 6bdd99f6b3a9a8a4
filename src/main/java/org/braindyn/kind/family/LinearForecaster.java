package org.braindyn.kind.family;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Differentiable;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.forecast.family.FamilyModel;

/**
 * A family that is an autoregression, whose derivative therefore is known.
 *
 * @param model forecasts
 * @param exact the same coefficients, for the derivative
 */
record LinearForecaster(FamilyModel model, VectorAutoregression exact) implements Differentiable {
  @Override
  public String name() {
    return model.name();
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return model.forecast(context, horizon, progress);
  }

  @Override
  public SignalBatch pull(SignalBatch context, SignalBatch weights) {
    return exact.pull(context, weights);
  }
}
