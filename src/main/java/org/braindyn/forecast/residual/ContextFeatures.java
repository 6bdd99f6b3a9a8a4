package org.braindyn.forecast.residual;

import org.braindyn.data.SignalBatch;
import org.braindyn.signal.WindowSet;

/**
 * Features of every region for the residual dynamics: its context (latest sample first), and what
 * {@link FeatureSettings} asks for. Descriptors are scaled by the training windows.
 *
 * @param settings which features
 * @param context samples of a context
 * @param horizon steps of the linear forecast
 * @param centre means of the descriptors over training windows
 * @param scale their standard deviations
 */
public record ContextFeatures(
    FeatureSettings settings, int context, int horizon, double[] centre, double[] scale) {
  private static final double MOST = 3;
  private static final int SAMPLE = 2000;

  /** Measures the descriptors' scale on training windows. */
  public static ContextFeatures fit(FeatureSettings settings, WindowSet train) {
    double[] centre = new double[ContextDescriptors.COUNT];
    double[] squares = new double[ContextDescriptors.COUNT];
    int step = Math.max(1, train.size() / SAMPLE);
    long count = 0;
    for (int w = 0; w < train.size(); w += step) {
      for (double[] own : ContextDescriptors.of(train.range(w, w + 1).context(), 0)) {
        for (int k = 0; k < own.length; k++) {
          centre[k] += own[k];
          squares[k] += own[k] * own[k];
        }
        count++;
      }
    }
    for (int k = 0; k < centre.length; k++) {
      centre[k] /= count;
      squares[k] = Math.sqrt(Math.max(squares[k] / count - centre[k] * centre[k], 1e-12));
    }
    return new ContextFeatures(settings, train.context(), train.horizon(), centre, squares);
  }

  /** Features per region. */
  public int count() {
    return context
        + (settings.average() ? context : 0)
        + (settings.linear() ? horizon : 0)
        + (settings.descriptors() ? ContextDescriptors.COUNT : 0);
  }

  /**
   * The reverse of {@link #of}.
   *
   * @param gradient of the features, [window, region, 1, feature]
   * @param gradContext added to, [window, region, step, 1]
   * @param gradLinear added to, [window, region, step ahead, 1]
   */
  void pull(
      SignalBatch batch, SignalBatch gradient, SignalBatch gradContext, SignalBatch gradLinear) {
    int n = batch.regions();
    int count = count();
    for (int w = 0; w < batch.windows(); w++) {
      double[] average = new double[context];
      double[][] described = settings.descriptors() ? ContextDescriptors.of(batch, w) : null;
      for (int i = 0; i < n; i++) {
        int at = (w * n + i) * count;
        for (int t = context - 1; t >= 0; t--) {
          gradContext.values()[gradContext.index(w, i, t)] += gradient.values()[at++];
        }
        for (int t = context - 1; settings.average() && t >= 0; t--) {
          average[t] += gradient.values()[at++] / n;
        }
        for (int p = 0; settings.linear() && p < horizon; p++) {
          gradLinear.values()[gradLinear.index(w, i, p)] += gradient.values()[at++];
        }
        for (int k = 0; described != null && k < centre.length; k++) {
          boolean clipped = Math.abs((described[i][k] - centre[k]) / scale[k]) > MOST;
          described[i][k] = clipped ? 0 : gradient.values()[at] / scale[k];
          at++;
        }
      }
      for (int i = 0; i < n; i++) {
        for (int t = 0; t < context; t++) {
          gradContext.values()[gradContext.index(w, i, t)] += average[t];
        }
      }
      if (described != null) {
        DescriptorGradient.add(batch, w, described, gradContext);
      }
    }
  }

  /**
   * Features of a batch.
   *
   * @param linear the linear forecast of the same windows
   * @return [window, region, 1, feature]
   */
  public SignalBatch of(SignalBatch batch, SignalBatch linear) {
    int n = batch.regions();
    int count = count();
    double[] values = new double[batch.windows() * n * count];
    for (int w = 0; w < batch.windows(); w++) {
      double[] average = new double[context];
      for (int i = 0; i < n; i++) {
        for (int t = 0; t < context; t++) {
          average[t] += batch.get(w, i, t) / n;
        }
      }
      double[][] described = settings.descriptors() ? ContextDescriptors.of(batch, w) : null;
      for (int i = 0; i < n; i++) {
        int at = (w * n + i) * count;
        for (int t = context - 1; t >= 0; t--) {
          values[at++] = batch.get(w, i, t);
        }
        for (int t = context - 1; settings.average() && t >= 0; t--) {
          values[at++] = average[t];
        }
        for (int p = 0; settings.linear() && p < horizon; p++) {
          values[at++] = linear.get(w, i, p);
        }
        for (int k = 0; described != null && k < centre.length; k++) {
          double score = (described[i][k] - centre[k]) / scale[k];
          values[at++] = Math.max(-MOST, Math.min(MOST, score));
        }
      }
    }
    return new SignalBatch(batch.windows(), n, 1, count, values);
  }
}
