package org.braindyn.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** Long forecasts: a chunk is forecast, put behind the context, and the next one forecast. */
public final class Chunks {
  private Chunks() {}

  /**
   * @param horizon steps of one chunk
   * @param steps steps wanted
   * @param forecast the first steps of a chunk from a context, one signal per region; all steps but
   *     for the last chunk
   */
  public static SignalBatch forecast(
      SignalBatch context,
      int horizon,
      int steps,
      Progress progress,
      BiFunction<SignalBatch, Integer, SignalBatch> forecast) {
    SignalBatch result = new SignalBatch(context.windows(), context.regions(), steps);
    SignalBatch now = context;
    for (int done = 0; done < steps; done += horizon) {
      Cancelled.check(progress, "Forecasting");
      int used = Math.min(horizon, steps - done);
      SignalBatch chunk = forecast.apply(now, used);
      SignalBatch next = new SignalBatch(now.windows(), now.regions(), now.steps());
      for (int w = 0; w < now.windows(); w++) {
        for (int n = 0; n < now.regions(); n++) {
          System.arraycopy(
              chunk.values(),
              chunk.index(w, n, 0),
              result.values(),
              result.index(w, n, done),
              used);
          shift(now, chunk, next, w, n);
        }
      }
      now = next;
    }
    return result;
  }

  /**
   * The reverse of {@link #forecast}.
   *
   * @param weights one per forecast value, [window, region, step ahead, 1]
   * @param pull the reverse of {@code forecast}: context and weights of a chunk to the context's
   *     derivative
   * @return derivative of the weighted sum by the first context
   */
  public static SignalBatch pull(
      SignalBatch context,
      int horizon,
      SignalBatch weights,
      UnaryOperator<SignalBatch> forecast,
      BinaryOperator<SignalBatch> pull) {
    List<SignalBatch> seen = new ArrayList<>();
    SignalBatch now = context;
    for (int done = 0; done < weights.steps(); done += horizon) {
      seen.add(now);
      if (done + horizon < weights.steps()) {
        SignalBatch chunk = forecast.apply(now);
        SignalBatch next = new SignalBatch(now.windows(), now.regions(), now.steps());
        for (int w = 0; w < now.windows(); w++) {
          for (int n = 0; n < now.regions(); n++) {
            shift(now, chunk, next, w, n);
          }
        }
        now = next;
      }
    }
    SignalBatch later = new SignalBatch(context.windows(), context.regions(), context.steps());
    for (int k = seen.size() - 1; k >= 0; k--) {
      SignalBatch seeds = new SignalBatch(context.windows(), context.regions(), horizon);
      SignalBatch kept = new SignalBatch(context.windows(), context.regions(), context.steps());
      for (int w = 0; w < context.windows(); w++) {
        for (int n = 0; n < context.regions(); n++) {
          for (int p = 0; p < horizon && k * horizon + p < weights.steps(); p++) {
            seeds.set(w, n, p, weights.get(w, n, k * horizon + p));
          }
          unshift(later, kept, seeds, w, n);
        }
      }
      later = pull.apply(seen.get(k), seeds);
      for (int i = 0; i < later.values().length; i++) {
        later.values()[i] += kept.values()[i];
      }
    }
    return later;
  }

  private static void unshift(
      SignalBatch later, SignalBatch kept, SignalBatch seeds, int w, int n) {
    int length = later.steps();
    int old = Math.max(0, length - seeds.steps());
    for (int t = 0; t < old; t++) {
      kept.set(w, n, length - old + t, later.get(w, n, t));
    }
    for (int t = old; t < length; t++) {
      int p = seeds.steps() - length + t;
      seeds.set(w, n, p, seeds.get(w, n, p) + later.get(w, n, t));
    }
  }

  private static void shift(SignalBatch now, SignalBatch chunk, SignalBatch next, int w, int n) {
    int kept = Math.max(0, now.steps() - chunk.steps());
    int added = now.steps() - kept;
    System.arraycopy(
        now.values(),
        now.index(w, n, now.steps() - kept),
        next.values(),
        next.index(w, n, 0),
        kept);
    System.arraycopy(
        chunk.values(),
        chunk.index(w, n, chunk.steps() - added),
        next.values(),
        next.index(w, n, kept),
        added);
  }
}
