package org.braindyn.pipeline;

import java.io.File;
import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Forecaster;
import org.braindyn.io.StoredModel;
import org.braindyn.model.BrainDyn;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.training.SkipModelFile;

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
      StoredModel stored, RegionSignals signals, int start, int horizon, Progress progress) {
    SavedModel.checkFits(stored, signals, "The model");
    try (BrainDyn model = stored.open()) {
      int length = stored.settings().context();
      return of(new BrainDynForecaster(model), length, signals, start, horizon, progress);
    }
  }

  /** Forecasts with the model in a file, BrainDyn alone or beside a linear skip. */
  public static ForecastSignals of(
      File file, RegionSignals signals, int start, int horizon, Progress progress) {
    if (!file.isFile() || !SkipModelFile.is(file.toPath())) {
      return of(SavedModel.read(file), signals, start, horizon, progress);
    }
    try (SkipModelFile.Stored stored = SkipModelFile.read(file.toPath())) {
      SavedModel.checkFits(stored.regions(), stored.interval(), signals, "The model");
      return of(stored.ensemble(), stored.context(), signals, start, horizon, progress);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
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
