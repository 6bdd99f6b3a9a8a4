package org.braindyn.forecast.residual;

import java.util.List;
import java.util.Optional;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Differentiable;
import org.braindyn.forecast.DifferentiableEnsemble;
import org.braindyn.forecast.ImpulseForecaster;
import org.braindyn.forecast.LinearForecast;
import org.braindyn.model.impulse.ImpulseRollouts;

/**
 * The mean of several networks beside one linear forecast. Impulses take a shorter way: the linear
 * part answers them once and for all, and members share their features.
 */
public final class ResidualEnsemble implements Differentiable, ImpulseForecaster {
  private final DifferentiableEnsemble ensemble;
  private final List<ResidualBrainDyn> members;

  /**
   * @param name name for tables
   * @param members one or more, with one linear part and one kind of features
   */
  public ResidualEnsemble(String name, List<ResidualBrainDyn> members) {
    ensemble = new DifferentiableEnsemble(name, members);
    this.members = List.copyOf(members);
  }

  @Override
  public String name() {
    return ensemble.name();
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return ensemble.forecast(context, horizon, progress);
  }

  @Override
  public SignalBatch pull(SignalBatch context, SignalBatch weights) {
    return ensemble.pull(context, weights);
  }

  @Override
  public double[][][] impulseJacobian(SignalBatch context, double[][] weights, Progress progress) {
    return ensemble.impulseJacobian(context, weights, progress);
  }

  /** Within one chunk, where the linear part is linear and no mirror image is asked, too. */
  @Override
  public Optional<ImpulseRollouts> impulses(
      SignalBatch context, double size, int horizon, Progress progress) {
    ResidualBrainDyn first = members.get(0);
    Optional<LinearForecast> linear = first.linear().as(LinearForecast.class);
    if (linear.isEmpty() || first.mirror() != null || horizon > first.linear().horizon()) {
      return Optional.empty();
    }
    return Optional.of(
        new ResidualImpulses(members, linear.get(), progress).run(context, size, horizon));
  }
}
