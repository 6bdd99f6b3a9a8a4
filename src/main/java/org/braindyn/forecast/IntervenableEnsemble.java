package org.braindyn.forecast;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** An {@link Ensemble} of models whose inside can be changed: each is changed alike. */
final class IntervenableEnsemble implements Intervenable.Cut {
  private final String name;
  private final List<? extends Intervenable> members;
  private final List<Intervenable.Cut> owned;

  IntervenableEnsemble(String name, List<? extends Intervenable> members) {
    this(name, members, List.of());
  }

  private IntervenableEnsemble(
      String name, List<? extends Intervenable> members, List<Intervenable.Cut> owned) {
    this.name = name;
    this.members = List.copyOf(members);
    this.owned = owned;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return Ensemble.mean(members, m -> m.forecast(context, horizon, progress));
  }

  @Override
  public SignalBatch forecast(
      SignalBatch context, int horizon, double[][] drive, Progress progress) {
    return Ensemble.mean(
        members, (Intervenable m) -> m.forecast(context, horizon, drive, progress));
  }

  @Override
  public Cut cut(int[] regions) {
    List<Intervenable.Cut> cut = new ArrayList<>();
    members.forEach(m -> cut.add(m.cut(regions)));
    return new IntervenableEnsemble(name + ", cut", cut, cut);
  }

  @Override
  public void close() {
    owned.forEach(Intervenable.Cut::close);
  }
}
