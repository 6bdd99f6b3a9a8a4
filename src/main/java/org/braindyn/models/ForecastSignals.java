package org.braindyn.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.interval.ConformalIntervals;
import org.braindyn.kind.TrainedModel;
import org.braindyn.signal.ContextNormalisation;

/**
 * Continues one recording from one place with a trained model.
 *
 * @param forecast what the model expects, in the recording's unit, [region][step]
 * @param truth what was recorded there, [region][step]; null after the recording's end
 * @param context what the model saw, [region][step]
 * @param start frame at which the forecast begins
 * @param bands 50 and 90 % intervals; empty for a model without
 * @param floor smallest standard deviation of a context, in the recording's unit
 */
public record ForecastSignals(
    RegionSignals forecast,
    RegionSignals truth,
    RegionSignals context,
    int start,
    List<ForecastBand> bands,
    double floor) {

  /**
   * Forecasts.
   *
   * @param start frame at which the forecast begins, 0 for the frame after the last
   * @param horizon frames
   */
  public static ForecastSignals of(
      TrainedModel stored, RegionSignals signals, int start, int horizon, Progress progress) {
    ModelFit.check(stored, signals, "The model");
    if (stored.signals() != 1) {
      throw new BadInput(
          "The model has several signals per region. Use BrainDyn Forecast File... instead.");
    }
    int length = stored.context();
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
    SignalBatch raw = batch(signals, first - length, length);
    double floor = stored.provenance().data().floor();
    ContextNormalisation numbers = ContextNormalisation.of(raw, floor);
    SignalBatch changes = stored.forecaster().forecast(numbers.normalise(raw), horizon, progress);
    List<ForecastBand> bands = new ArrayList<>();
    for (SignalBatch[] ends : ForecastBand.ends(stored, changes, numbers)) {
      bands.add(
          new ForecastBand(
              ConformalIntervals.LEVELS[bands.size()],
              signals.withValues(rows(ends[0])),
              signals.withValues(rows(ends[1]))));
    }
    RegionSignals truth =
        first + horizon <= signals.frames() ? part(signals, first, horizon) : null;
    return new ForecastSignals(
        signals.withValues(rows(numbers.restore(changes))),
        truth,
        part(signals, first - length, length),
        first,
        bands,
        floor);
  }

  private static double[][] rows(SignalBatch batch) {
    double[][] values = new double[batch.regions()][batch.steps()];
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        values[r][t] = batch.get(0, r, t);
      }
    }
    return values;
  }

  private static SignalBatch batch(RegionSignals signals, int from, int length) {
    SignalBatch batch = new SignalBatch(1, signals.size(), length);
    for (int r = 0; r < signals.size(); r++) {
      System.arraycopy(signals.values()[r], from, batch.values(), batch.index(0, r, 0), length);
    }
    return batch;
  }

  /** The forecast in standard deviations from the context's mean, [region][step]. */
  public RegionSignals change() {
    return scaled(forecast);
  }

  private RegionSignals scaled(RegionSignals signals) {
    SignalBatch seen = batch(context, 0, context.frames());
    return signals.withValues(
        rows(ContextNormalisation.of(seen, floor).normalise(batch(signals, 0, signals.frames()))));
  }

  /** Which model made it, and how wrong it was where the recording goes on. */
  public String notes(TrainedModel model, RegionSignals recording) {
    String text =
        ModelSummary.of(model)
            + ModelSummary.met(model, recording)
            + "\n"
            + ForecastBand.told(model, forecast.frames());
    if (truth == null) {
      return text;
    }
    RegionSignals wanted = scaled(truth);
    RegionSignals expected = change();
    RegionSignals seen = scaled(context);
    double error = 0;
    double persistence = 0;
    if (recording.filledWithin(start - 1, start + truth.frames())) {
      return text
          + String.format(
              "%nNo error is given: some of these %d frames, or the one before them, were filled, and"
                  + " an estimate is no truth.",
              truth.frames());
    }
    int count = truth.size() * truth.frames();
    for (int r = 0; r < truth.size(); r++) {
      double last = seen.values()[r][seen.frames() - 1];
      for (int t = 0; t < truth.frames(); t++) {
        double value = wanted.values()[r][t];
        error += Math.pow(expected.values()[r][t] - value, 2) / count;
        persistence += Math.pow(last - value, 2) / count;
      }
    }
    return text
        + String.format(
            Locale.ROOT,
            "%nMean squared error of these %d frames, in sd of the context: %.3f (the last value"
                + " kept: %.3f).",
            truth.frames(),
            error,
            persistence);
  }

  private static RegionSignals part(RegionSignals signals, int from, int length) {
    return signals.frames(from, from + length);
  }
}
