package org.braindyn.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.parallel.Parallel;

/**
 * The mean of several forecasters, e.g. of one model trained from several seeds. Members work side
 * by side; the mean is taken in their order, whatever the number of threads.
 */
public final class Ensemble implements Forecaster {
  private final String name;
  private final List<? extends Forecaster> members;

  /**
   * @param name name for tables
   * @param members one or more, each with memory of its own
   */
  public Ensemble(String name, List<? extends Forecaster> members) {
    this.name = name;
    this.members = List.copyOf(members);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return mean(members, member -> member.forecast(context, horizon, progress));
  }

  /** Derivatives, drives and cuts are means over members too, if every member knows its own. */
  @Override
  public <T extends Forecaster> Optional<T> as(Class<T> ability) {
    Forecaster able = this;
    if (ability == Differentiable.class) {
      able = all(Differentiable.class).map(m -> (Forecaster) derivative(m)).orElse(this);
    } else if (ability == Intervenable.class) {
      able = all(Intervenable.class).map(m -> (Forecaster) inside(m)).orElse(this);
    }
    return ability.isInstance(able) ? Optional.of(ability.cast(able)) : Optional.empty();
  }

  private Forecaster derivative(List<Differentiable> able) {
    return new DifferentiableEnsemble(name, able);
  }

  private Forecaster inside(List<Intervenable> able) {
    return new IntervenableEnsemble(name, able);
  }

  /** Every member as one that can; empty if one cannot. */
  private <T extends Forecaster> Optional<List<T>> all(Class<T> ability) {
    List<T> able = new ArrayList<>();
    members.forEach(member -> member.as(ability).ifPresent(able::add));
    return able.size() == members.size() ? Optional.of(able) : Optional.empty();
  }

  /** The mean of what every member answers. */
  static <M> SignalBatch mean(List<? extends M> members, Function<M, SignalBatch> answer) {
    SignalBatch[] parts = new SignalBatch[members.size()];
    Parallel.each(parts.length, m -> parts[m] = answer.apply(members.get(m)));
    SignalBatch sum = parts[0].copy();
    for (int m = 1; m < parts.length; m++) {
      double[] values = parts[m].values();
      for (int i = 0; i < values.length; i++) {
        sum.values()[i] += values[i];
      }
    }
    for (int i = 0; i < sum.values().length; i++) {
      sum.values()[i] /= parts.length;
    }
    return sum;
  }
}
