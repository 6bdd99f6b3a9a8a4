package org.braindyn.forecast.family;

import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/**
 * A weighted sum of forecasts, weights of 0 or more per step ahead (stacked regressions: Breiman
 * 1996, Mach. Learn. 24:49). Later steps take the last step's weights.
 */
public final class StackedModel implements FamilyModel {
  private final List<FamilyModel> members;
  private final double[][] weights;

  /**
   * @param members one or more
   * @param weights [member][step ahead]
   */
  public StackedModel(List<FamilyModel> members, double[][] weights) {
    if (members.isEmpty() || members.size() != weights.length) {
      throw new BadInput(
          members.size() + " stacked models have " + weights.length + " rows of weights.");
    }
    this.members = List.copyOf(members);
    this.weights = weights;
  }

  /** The models inside. */
  public List<FamilyModel> members() {
    return members;
  }

  /** Weights, [member][step ahead]; not a copy. */
  public double[][] weights() {
    return weights;
  }

  @Override
  public String name() {
    return "stack of " + String.join(" + ", members.stream().map(FamilyModel::name).toList());
  }

  @Override
  public int parameters() {
    return members.stream().mapToInt(FamilyModel::parameters).sum()
        + weights.length * weights[0].length;
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    SignalBatch sum = new SignalBatch(context.windows(), context.regions(), horizon);
    for (int m = 0; m < weights.length; m++) {
      double[] values = members.get(m).forecast(context, horizon, progress).values();
      for (int i = 0; i < values.length; i++) {
        sum.values()[i] += weights[m][Math.min(i % horizon, weights[m].length - 1)] * values[i];
      }
    }
    return sum;
  }

  @Override
  public StoredModel store() {
    return new StoredModel(
        "stacked",
        name(),
        Map.of("weights", NamedArray.of(weights)),
        members.stream().map(FamilyModel::store).toList());
  }

  static StackedModel restore(StoredModel stored) {
    return new StackedModel(
        stored.members().stream().map(StoredModel::restore).toList(),
        stored.array("weights").rows());
  }
}
