package org.braindyn.perturbation;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;

/** One region whose next value is the square of the last: every window answers differently. */
final class SquareForecaster implements Forecaster {
  static SignalBatch contexts(double... last) {
    SignalBatch batch = new SignalBatch(last.length, 1, 2);
    for (int w = 0; w < last.length; w++) {
      batch.set(w, 0, 1, last[w]);
    }
    return batch;
  }

  @Override
  public String name() {
    return "square";
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    SignalBatch result = new SignalBatch(context.windows(), 1, horizon);
    for (int w = 0; w < context.windows(); w++) {
      for (int t = 0; t < horizon; t++) {
        result.set(w, 0, t, Math.pow(context.get(w, 0, 1), 2));
      }
    }
    return result;
  }
}
