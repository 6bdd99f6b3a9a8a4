package org.braindyn.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.interval.ConformalIntervals;
import org.braindyn.kind.TrainedModel;
import org.braindyn.signal.ContextNormalisation;

/**
 * An interval around a forecast.
 *
 * @param level share of the truth that it is to hold, 0 to 1
 * @param low lower end, [region][step], in the recording's unit; NaN where nothing was calibrated
 * @param high upper end
 */
public record ForecastBand(double level, RegionSignals low, RegionSignals high) {
  /** What to say of a model without intervals. */
  public static final String NONE =
      "This model file has no intervals: train it again (BrainDyn Train... or BrainDyn Train Across"
          + " People...) and they are calibrated on data left out.";

  /** 90 % without digits after the point. */
  public String percent() {
    return String.format(Locale.ROOT, "%.0f %%", 100 * level);
  }

  /**
   * Ends of a model's intervals in the unit of the signals.
   *
   * @param forecast in context standard deviations
   * @param numbers of the contexts
   * @return [level, smallest first][low, high]; empty for a model without intervals
   */
  static List<SignalBatch[]> ends(
      TrainedModel model, SignalBatch forecast, ContextNormalisation numbers) {
    List<SignalBatch[]> all = new ArrayList<>();
    if (model.intervals().isEmpty()) {
      return all;
    }
    ConformalIntervals widths = model.intervals().get().widths();
    for (int level = 0; level < ConformalIntervals.LEVELS.length; level++) {
      SignalBatch[] ends = widths.around(forecast, level);
      for (int e = 0; e < ends.length; e++) {
        ends[e] = numbers.restore(ends[e]);
        double[] values = ends[e].values();
        for (int i = 0; i < values.length; i++) {
          values[i] = i % forecast.steps() < widths.horizon() ? values[i] : Double.NaN;
        }
      }
      all.add(ends);
    }
    return all;
  }

  /** Which intervals a model has, for notes. */
  static String told(TrainedModel model, int steps) {
    return model
        .intervals()
        .map(
            i ->
                "Intervals of 50 and 90 % were "
                    + i.from()
                    + "."
                    + (steps > i.widths().horizon()
                        ? " They reach "
                            + i.widths().horizon()
                            + " frames ahead; later frames were not calibrated and have none."
                        : ""))
        .orElse(NONE);
  }
}
