package org.braindyn.kind.family;

import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.personal.Adaptation;
import org.braindyn.forecast.ridge.SkipForecast;
import org.braindyn.kind.Provenance;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TunableNetwork;
import org.braindyn.kind.residual.NetworkBeside;
import org.braindyn.signal.WindowSet;

/**
 * The network of a choice, tuned to a person.
 *
 * @param group whose network it is
 * @param network the group's own, or a tuned copy
 * @param changed whether tuning helped
 */
record AutoTunable(AutoTrained group, NetworkBeside network, boolean changed)
    implements TunableNetwork {
  private FamilySkip skip(FamilyModel linear) {
    return FamilySkip.of(group.context(), group.horizon(), linear);
  }

  @Override
  public TunableNetwork tuned(WindowSet train, WindowSet stop, Progress progress) {
    NetworkBeside made = network.tuned(skip(group.winner().model()), train, stop, progress);
    boolean helped = made.members().stream().anyMatch(m -> m.bestEpoch() > 0);
    return new AutoTunable(group, made, helped);
  }

  /** What the network adds is worked out beside the linear forecast it is shown. */
  @Override
  public Forecaster beside(Forecaster linear) {
    SkipForecast shown = new Shown(linear, group.context(), group.horizon());
    return network.beside(shown).forecaster("personal");
  }

  @Override
  public TrainedModel model(Adaptation pooled, RegionSignals own, String verdict) {
    Provenance from =
        PersonalFile.provenance(group, pooled, own, verdict, group.kind())
            .with("chosen", pooled.model().name())
            .with(network.members());
    FamilyTrained family =
        new FamilyTrained(group.kind(), group.shape(), from, pooled.model(), null)
            .with(pooled.sums());
    NetworkBeside moved = network.beside(skip(pooled.model()));
    return new AutoTrained(family, group.laws(), moved);
  }

  @Override
  public void close() {
    if (network != group.network()) {
      network.close();
    }
  }

  /**
   * A forecast as what a network stands beside.
   *
   * @param inner who forecasts
   */
  private record Shown(Forecaster inner, int context, int horizon) implements SkipForecast {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public SignalBatch forecast(SignalBatch batch, int steps, Progress progress) {
      return inner.forecast(batch, steps, progress);
    }

    @Override
    public SignalBatch chunk(SignalBatch batch, java.util.List<String> persons, Progress progress) {
      return inner.forecast(batch, horizon, progress);
    }

    @Override
    public SignalBatch pull(SignalBatch weights) {
      throw new UnsupportedOperationException("the derivative of " + name() + " is not asked");
    }

    @Override
    public double[][] coefficients() {
      return new double[0][];
    }
  }
}
