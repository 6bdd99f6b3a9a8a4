package org.braindyn.kind;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.interval.ConformalIntervals;
import org.braindyn.forecast.family.interval.Coverage;
import org.braindyn.forecast.family.interval.LeftOutErrors;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * Intervals around a model's forecasts: the one place where models of every kind get them, and how
 * they stand in files ({@code intervals/half} and {@code intervals/quantiles}; files without them
 * are read as before).
 *
 * @param widths by region and step ahead, in context standard deviations
 * @param from what they were calibrated on and how they held there, a sentence
 */
public record ModelIntervals(ConformalIntervals widths, String from) {
  private static final String HALF = "intervals/half";
  private static final String QUANTILES = "intervals/quantiles";
  private static final String PART = "intervals";

  /** Steps ahead that are calibrated at least, where recordings allow. */
  private static final int AHEAD = 10;

  private static final int FEWEST = 20;

  /** Windows to calibrate on; more would take long and say little more. */
  private static final int WINDOWS = 400;

  private static final int LEVEL = ConformalIntervals.LEVELS.length - 1;

  /** What a file's description holds. */
  private record Told(String from) {}

  /**
   * The same model with intervals calibrated on windows that did not train it: those left out that
   * it brought itself, else those that chose its epoch or penalty. Without enough of them it stays
   * as it is.
   *
   * @param split what it was trained on
   */
  public static TrainedModel calibrate(TrainedModel model, TrainingSplit split, Progress progress) {
    if (split.validation() == null || model.intervals().isPresent()) {
      return model;
    }
    WindowSet windows = windows(split.validation());
    if (windows.size() < FEWEST) {
      return model;
    }
    progress.report(1, "Calibrating intervals");
    Windows all = windows.all();
    SignalBatch forecast =
        model.forecaster().forecast(all.context(), windows.horizon(), Progress.NONE);
    return of(model, LeftOutErrors.of(forecast, all.target(), units(windows)));
  }

  /**
   * The same model with intervals from errors on data left out; as it is if they are too few.
   *
   * @param errors truth less forecast by models like this one
   */
  public static TrainedModel of(TrainedModel model, LeftOutErrors errors) {
    if (errors.units().length < FEWEST) {
      return model;
    }
    String from =
        "calibrated on "
            + errors.units().length
            + " windows that did not train the model"
            + held(errors);
    return new WithIntervals(model, new ModelIntervals(ConformalIntervals.of(errors), from));
  }

  /** The same model with the intervals of another one like it. */
  public static TrainedModel of(TrainedModel model, ModelIntervals others) {
    return new WithIntervals(model, others);
  }

  private static String held(LeftOutErrors errors) {
    int[] units = errors.units();
    int largest =
        IntStream.of(units)
            .distinct()
            .map(u -> (int) IntStream.of(units).filter(v -> v == u).count())
            .max()
            .orElse(0);
    return units.length - largest < FEWEST
        ? ""
        : "; every piece by the others, " + Coverage.ofPiecesLeftOut(errors, LEVEL).describe();
  }

  /** As many steps ahead as the recordings allow, and not more windows than needed. */
  private static WindowSet windows(WindowSet given) {
    int shortest = given.recordings().stream().mapToInt(Recording::frames).min().orElse(0);
    int spare = shortest - given.context() - FEWEST / given.recordings().size();
    int ahead = Math.max(given.horizon(), Math.min(AHEAD, spare));
    WindowSet every = given.withHorizon(ahead).withStride(1);
    return every.withStride(Math.max(1, every.size() / WINDOWS));
  }

  /** People, or the two halves of one recording. */
  private static int[] units(WindowSet windows) {
    var persons = windows.recordings().stream().map(Recording::person).distinct().toList();
    return IntStream.range(0, windows.size())
        .map(
            w ->
                persons.size() > 1
                    ? persons.indexOf(windows.recordings().get(windows.recordingOf(w)).person())
                    : 2 * w / windows.size())
        .toArray();
  }

  /** For a file. */
  Map<String, NpyArray> arrays() {
    int regions = widths.regions();
    int horizon = widths.horizon();
    double[][] quantiles = widths.quantiles();
    return Map.of(
        HALF,
        NpyArray.of(flat(widths.halves()), widths.halves().length, regions, horizon),
        QUANTILES,
        NpyArray.of(flat(quantiles), regions, horizon, quantiles[0].length));
  }

  /** For a file's description. */
  Map<String, Object> description() {
    return Map.of(PART, Map.of("from", from));
  }

  /** The intervals in a file; empty for files that have none. */
  static Optional<ModelIntervals> read(ModelArrays file) {
    if (!file.names().contains(HALF)) {
      return Optional.empty();
    }
    int[] shape = file.dimensions(HALF);
    int cells = shape[1] * shape[2];
    ConformalIntervals widths =
        ConformalIntervals.restore(
            file.shape().regions(),
            shape[2],
            file.rows(HALF, cells),
            file.rows(QUANTILES, file.dimensions(QUANTILES)[2]));
    return Optional.of(new ModelIntervals(widths, file.description(PART, Told.class).from));
  }

  private static double[] flat(double[][] rows) {
    double[] all = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, all, i * rows[0].length, rows[0].length);
    }
    return all;
  }
}
