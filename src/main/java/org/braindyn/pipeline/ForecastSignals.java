package org.braindyn.pipeline;

import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.signal.ContextNormalisation;

/**
 * Continues one recording from one place with a trained model.
 *
 * @param forecast what the model expects, in the recording's unit, [region][step]
 * @param truth what was recorded there, [region][step]; null after the recording's end
 * @param context what the model saw, [region][step]
 * @param start frame at which the forecast begins
 */
public record ForecastSignals(
    RegionSignals forecast, RegionSignals truth, RegionSignals context, int start) {

  /**
   * Forecasts.
   *
   * @param start frame at which the forecast begins, 0 for the frame after the last
   * @param horizon frames
   */
  public static ForecastSignals of(
      SavedModel stored, RegionSignals signals, int start, int horizon, Progress progress) {
    stored.checkFits(signals, "The model");
    if (stored.signals() != 1) {
      throw new BadInput(
          "The model has several signals per region. Use BrainDyn Forecast File... instead.");
    }
    try (OpenModel model = stored.open()) {
      return of(model.forecaster(), stored.context(), signals, start, horizon, progress);
    }
  }

  private static ForecastSignals of(
      Forecaster model,
      int length,
      RegionSignals signals,
      int start,
      int horizon,
      Progress progress) {
    int first = start == 0 ? signals.frames() : start;
    if (signals.frames() < length) {
      throw new BadInput(
          String.format(
              "%s has %d frames, but the model needs %d frames of context. Use a longer recording.",
              signals.source(), signals.frames(), length));
    }
    if (first > signals.frames() || first < length) {
      throw new BadInput(
          String.format(
              "start=%d: the model needs %d frames of context before it, and %s has %d frames."
                  + " Choose %d to %d, or 0 for the end.",
              start, length, signals.source(), signals.frames(), length, signals.frames()));
    }
    SignalBatch raw = new SignalBatch(1, signals.size(), length);
    for (int r = 0; r < signals.size(); r++) {
      for (int t = 0; t < length; t++) {
        raw.set(0, r, t, signals.values()[r][first - length + t]);
      }
    }
    ContextNormalisation numbers = ContextNormalisation.of(raw);
    SignalBatch result = numbers.restore(model.forecast(numbers.normalise(raw), horizon, progress));
    double[][] values = new double[signals.size()][horizon];
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < horizon; t++) {
        values[r][t] = result.get(0, r, t);
      }
    }
    RegionSignals truth =
        first + horizon <= signals.frames() ? part(signals, first, horizon) : null;
    return new ForecastSignals(
        signals.withValues(values), truth, part(signals, first - length, length), first);
  }

  private static RegionSignals part(RegionSignals signals, int from, int length) {
    double[][] values = new double[signals.size()][];
    for (int r = 0; r < values.length; r++) {
      values[r] = java.util.Arrays.copyOfRange(signals.values()[r], from, from + length);
    }
    return signals.withValues(values);
  }
}
