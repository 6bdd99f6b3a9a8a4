package org.braindyn.training.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.interval.ConformalIntervals;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/** Measures forecasters on test windows, block by block, so that the set may be large. */
public final class Evaluation {
  private static final int BLOCK = 64;
  private static final long MOST_RANKED = 5_000_000;

  private Evaluation() {}

  /** Scores of several forecasters on the same windows, in the order given. */
  public static List<Scores> of(
      List<? extends Forecaster> forecasters, WindowSet test, Progress progress) {
    List<Scores> scores = new ArrayList<>();
    for (Forecaster forecaster : forecasters) {
      progress.report((double) scores.size() / forecasters.size(), "Testing " + forecaster.name());
      scores.add(of(forecaster, test, progress));
    }
    return scores;
  }

  /**
   * Scores of one forecaster with Spearman correlation and dynamic time warping, which need all
   * values in memory; NaN for sets of more than five million values.
   */
  public static Scores withRanks(Forecaster forecaster, WindowSet test, Progress progress) {
    return withRanks(forecaster, null, test, progress);
  }

  /**
   * The same, with scores of the forecaster's intervals.
   *
   * @param widths its intervals, null for none
   */
  public static Scores withRanks(
      Forecaster forecaster, ConformalIntervals widths, WindowSet test, Progress progress) {
    long values = (long) test.size() * test.regions() * test.horizon();
    return measure(forecaster, widths, test, progress, values <= MOST_RANKED);
  }

  /** Scores of one forecaster; the first signal of every region counts. */
  public static Scores of(Forecaster forecaster, WindowSet test, Progress progress) {
    return measure(forecaster, null, test, progress, false);
  }

  private static Scores measure(
      Forecaster forecaster,
      ConformalIntervals widths,
      WindowSet test,
      Progress progress,
      boolean ranks) {
    IntervalScores.Sums intervals = new IntervalScores.Sums(widths, test.horizon());
    int perWindow = test.regions() * test.horizon();
    ShapeScores.Sums shape = new ShapeScores.Sums();
    double[] forecasts = new double[ranks ? test.size() * perWindow : 0];
    double[] truths = new double[forecasts.length];
    double warping = 0;
    ErrorSums all = new ErrorSums();
    List<ErrorSums> bySteps = sums(test.horizon());
    List<ErrorSums> byRegions = sums(test.regions());
    Map<String, ErrorSums> byPersons = new LinkedHashMap<>();
    for (int from = 0; from < test.size(); from += BLOCK) {
      Cancelled.check(progress, "Testing");
      Windows block = test.range(from, Math.min(test.size(), from + BLOCK));
      SignalBatch forecast = forecaster.forecast(block.context(), test.horizon(), quiet(progress));
      intervals.add(forecast, block.target());
      shape.add(forecast, block.target());
      if (ranks) {
        int length = block.size() * perWindow;
        System.arraycopy(forecast.values(), 0, forecasts, from * perWindow, length);
        System.arraycopy(block.target().values(), 0, truths, from * perWindow, length);
        warping += Metrics.dtw(forecast, block.target()) * block.size() / test.size();
      }
      for (int w = 0; w < block.size(); w++) {
        String person = test.recordings().get(test.recordingOf(from + w)).person();
        ErrorSums byPerson = byPersons.computeIfAbsent(person, p -> new ErrorSums());
        for (int n = 0; n < test.regions(); n++) {
          for (int p = 0; p < test.horizon(); p++) {
            double f = forecast.get(w, n, p);
            double y = block.target().get(w, n, p);
            all.add(f, y);
            bySteps.get(p).add(f, y);
            byRegions.get(n).add(f, y);
            byPerson.add(f, y);
          }
        }
      }
    }
    return new Scores(
        forecaster.name(),
        all,
        bySteps,
        byRegions,
        List.copyOf(byPersons.keySet()),
        List.copyOf(byPersons.values()),
        ranks ? Metrics.scc(forecasts, truths) : Double.NaN,
        ranks ? warping : Double.NaN,
        intervals.scores(),
        shape.scores(),
        false);
  }

  /** Passes on the wish to stop, not the forecaster's own fractions. */
  private static Progress quiet(Progress progress) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {}

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  private static List<ErrorSums> sums(int n) {
    return Stream.generate(ErrorSums::new).limit(n).toList();
  }
}
