package org.braindyn.forecast;

import java.util.function.UnaryOperator;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;

/** Long forecasts: a chunk is forecast, put behind the context, and the next one forecast. */
final class Chunks {
  private Chunks() {}

  /**
   * @param horizon steps of one chunk
   * @param steps steps wanted
   * @param forecast one chunk from a context, one signal per region
   */
  static SignalBatch forecast(
      SignalBatch context,
      int horizon,
      int steps,
      Progress progress,
      UnaryOperator<SignalBatch> forecast) {
    SignalBatch result = new SignalBatch(context.windows(), context.regions(), steps);
    SignalBatch now = context;
    for (int done = 0; done < steps; done += horizon) {
      Cancelled.check(progress, "Forecasting");
      SignalBatch chunk = forecast.apply(now);
      int used = Math.min(horizon, steps - done);
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
