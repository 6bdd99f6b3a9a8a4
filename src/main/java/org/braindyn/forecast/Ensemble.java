package org.braindyn.forecast;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** The mean of several forecasters, e.g. of one model trained from several seeds. */
public final class Ensemble implements Forecaster {
  private final String name;
  private final List<? extends Forecaster> members;

  /**
   * @param name name for tables
   * @param members one or more
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
    SignalBatch sum = members.get(0).forecast(context, horizon, progress).copy();
    for (Forecaster member : members.subList(1, members.size())) {
      double[] values = member.forecast(context, horizon, progress).values();
      for (int i = 0; i < values.length; i++) {
        sum.values()[i] += values[i];
      }
    }
    for (int i = 0; i < sum.values().length; i++) {
      sum.values()[i] /= members.size();
    }
    return sum;
  }
}
