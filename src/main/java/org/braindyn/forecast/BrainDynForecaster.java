package org.braindyn.forecast;

import java.util.Optional;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.impulse.ImpulseRollouts;
import org.braindyn.model.parameter.Coupling;

/** BrainDyn as a forecaster. Whoever opened the model closes it. */
public final class BrainDynForecaster
    implements Intervenable, Differentiable, ImpulseForecaster, SheafForecaster {
  private final String name;
  private final BrainDyn model;

  /** A model under the name "BrainDyn". */
  public BrainDynForecaster(BrainDyn model) {
    this("BrainDyn", model);
  }

  /**
   * @param name name for tables
   * @param model the model; used by one thread at a time
   */
  public BrainDynForecaster(String name, BrainDyn model) {
    this.name = name;
    this.model = model;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return model.forecast(context, horizon, progress);
  }

  @Override
  public SignalBatch forecast(
      SignalBatch context, int horizon, double[][] drive, Progress progress) {
    return model.forecast(context, horizon, drive, progress);
  }

  @Override
  public Cut cut(int[] regions) {
    return new CutModel(name, model, regions);
  }

  @Override
  public Optional<BrainDyn> sheaf() {
    return model.settings().coupling() == Coupling.SHEAF ? Optional.of(model) : Optional.empty();
  }

  @Override
  public SignalBatch pull(SignalBatch context, SignalBatch weights) {
    return model.pullForecast(context, weights);
  }

  @Override
  public boolean factors() {
    return model.factors();
  }

  @Override
  public double[][][] impulseJacobian(SignalBatch context, double[][] weights, Progress progress) {
    return model.factors()
        ? model.impulseJacobian(context, weights, progress)
        : Differentiable.super.impulseJacobian(context, weights, progress);
  }

  @Override
  public Optional<ImpulseRollouts> impulses(
      SignalBatch context, double size, int horizon, Progress progress) {
    return model.spreads()
        ? Optional.of(model.impulseRollouts(context, size, horizon, progress))
        : model.coupledImpulses(context, size, horizon, progress);
  }
}
