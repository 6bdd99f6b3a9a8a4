package org.braindyn.forecast;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** An {@link Ensemble} of models whose derivatives are known; its own are their means. */
public final class DifferentiableEnsemble implements Differentiable {
  private final Ensemble ensemble;
  private final List<? extends Differentiable> members;

  /**
   * @param name name for tables
   * @param members one or more
   */
  public DifferentiableEnsemble(String name, List<? extends Differentiable> members) {
    ensemble = new Ensemble(name, members);
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
    return Ensemble.mean(members, (Differentiable member) -> member.pull(context, weights));
  }
}
