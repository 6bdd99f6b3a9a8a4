package org.braindyn.forecast;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

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

  /** The mean of what every member answers. */
  static <M> SignalBatch mean(List<? extends M> members, Function<M, SignalBatch> answer) {
    SignalBatch[] parts = new SignalBatch[members.size()];
    IntStream.range(0, parts.length)
        .parallel()
        .forEach(m -> parts[m] = answer.apply(members.get(m)));
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
