package org.braindyn.forecast.residual;

import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.forecast.LinearForecast;
import org.braindyn.model.impulse.ImpulseRollouts;

/**
 * Impulses into every region in turn, through networks beside one linear forecast: the linear
 * forecast of a changed context is that of the context plus a known response.
 */
final class ResidualImpulses {
  /** Rows (window, region) whose features are made at once, for all members. */
  private static final int ROWS = 1 << 14;

  private final List<ResidualBrainDyn> members;
  private final LinearForecast linear;
  private final Progress progress;

  ResidualImpulses(List<ResidualBrainDyn> members, LinearForecast linear, Progress progress) {
    this.members = members;
    this.linear = linear;
    this.progress = progress;
  }

  /**
   * @param context [window, region, step, 1]
   * @param horizon steps ahead, at most those of one chunk
   */
  ImpulseRollouts run(SignalBatch context, double size, int horizon) {
    int n = context.regions();
    ResidualBrainDyn first = members.get(0);
    SignalBatch skip = first.linear().chunk(context, null, progress);
    double[][][] responses =
        linear.responses(n, context.steps(), first.linear().horizon(), Progress.NONE);
    double[][][] mean = new double[n][n][horizon];
    double[][][] spread = new double[n][n][horizon];
    int windows = context.windows();
    SignalBatch plain = residuals(List.of(features(context, skip)), horizon)[0];
    int together = Math.max(1, ROWS / (n * windows));
    for (int from = 0; from < n; from += together) {
      Cancelled.check(progress, "Effective connectivity");
      progress.report((double) from / n, "Perturbing regions");
      int first0 = from;
      SignalBatch[] features = new SignalBatch[Math.min(n, from + together) - from];
      Parallel.each(
          features.length,
          k -> features[k] = features(context, skip, first0 + k, size, responses[first0 + k]));
      SignalBatch[] moved = residuals(List.of(features), horizon);
      Parallel.each(
          moved.length,
          k -> {
            int u = first0 + k;
            add(plain, moved[k], size, responses[u], mean[u], spread[u]);
          });
    }
    return new ImpulseRollouts(mean, spread, 0, 0, 0);
  }

  private SignalBatch features(SignalBatch context, SignalBatch skip) {
    return members.get(0).features().of(context, skip);
  }

  private SignalBatch features(
      SignalBatch context, SignalBatch skip, int source, double size, double[][] response) {
    SignalBatch changed = context.copy();
    SignalBatch ahead = skip.copy();
    int last = context.steps() - 1;
    for (int w = 0; w < context.windows(); w++) {
      changed.set(w, source, last, context.get(w, source, last) + size);
      for (int v = 0; v < context.regions(); v++) {
        for (int p = 0; p < skip.steps(); p++) {
          ahead.set(w, v, p, skip.get(w, v, p) + size * response[v][p]);
        }
      }
    }
    return features(changed, ahead);
  }

  /** Mean residuals of all members, one batch per batch of features; a member is one thread's. */
  private SignalBatch[] residuals(List<SignalBatch> features, int horizon) {
    SignalBatch[][] each = new SignalBatch[members.size()][features.size()];
    Parallel.each(
        each.length,
        m -> {
          for (int k = 0; k < features.size(); k++) {
            Cancelled.check(progress, "Effective connectivity");
            each[m][k] = members.get(m).residual().forecast(features.get(k), horizon);
          }
        });
    SignalBatch[] sum = each[0];
    for (int k = 0; k < sum.length; k++) {
      double[] values = sum[k].values();
      for (int i = 0; i < values.length; i++) {
        for (int m = 1; m < each.length; m++) {
          values[i] += each[m][k].values()[i];
        }
        values[i] /= each.length;
      }
    }
    return sum;
  }

  private static void add(
      SignalBatch plain,
      SignalBatch moved,
      double size,
      double[][] response,
      double[][] mean,
      double[][] spread) {
    int windows = plain.windows();
    for (int v = 0; v < mean.length; v++) {
      for (int p = 0; p < mean[v].length; p++) {
        double sum = 0;
        double squares = 0;
        for (int w = 0; w < windows; w++) {
          double effect = (moved.get(w, v, p) - plain.get(w, v, p)) / size;
          sum += effect;
          squares += effect * effect;
        }
        mean[v][p] = response[v][p] + sum / windows;
        double over = Math.max(0, squares - sum * sum / windows);
        spread[v][p] = windows > 1 ? Math.sqrt(over / (windows - 1)) : 0;
      }
    }
  }
}
