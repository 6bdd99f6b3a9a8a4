package org.braindyn.forecast.family.interval;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.SignalBatch;

/**
 * Truth less forecast on windows that a model had not seen.
 *
 * @param errors in context standard deviations, [window, region, step ahead]
 * @param units the piece (person, or stretch of time) of every window
 */
public record LeftOutErrors(SignalBatch errors, int[] units) {
  /** Puts folds together. */
  public static LeftOutErrors of(
      List<SignalBatch> forecasts, List<SignalBatch> targets, List<int[]> units) {
    int windows = targets.stream().mapToInt(SignalBatch::windows).sum();
    SignalBatch all = new SignalBatch(windows, targets.get(0).regions(), targets.get(0).steps());
    List<Integer> pieces = new ArrayList<>();
    int at = 0;
    for (int f = 0; f < targets.size(); f++) {
      double[] y = targets.get(f).values();
      double[] x = forecasts.get(f).values();
      for (int i = 0; i < y.length; i++) {
        all.values()[at++] = y[i] - x[i];
      }
      for (int unit : units.get(f)) {
        pieces.add(unit);
      }
    }
    return new LeftOutErrors(all, pieces.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Errors of a forecaster on windows of people it has not seen. */
  public static LeftOutErrors of(SignalBatch forecast, SignalBatch target, int[] units) {
    return of(List.of(forecast), List.of(target), List.of(units));
  }
}
