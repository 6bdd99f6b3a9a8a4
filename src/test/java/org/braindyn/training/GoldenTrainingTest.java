package org.braindyn.training;

import static org.braindyn.model.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Precision;
import org.braindyn.data.SignalBatch;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.Golden;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Loss;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rollout;
import org.braindyn.training.optimiser.AdamW;
import org.braindyn.training.optimiser.GradientClipping;
import org.braindyn.training.score.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training over whole runs in chunks, and metrics of an epoch, of the released implementation. */
class GoldenTrainingTest {
  private final List<Double> losses = new ArrayList<>();
  private final List<Double> absolute = new ArrayList<>();
  private final List<Double> forecasts = new ArrayList<>();
  private final List<Double> truths = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"tf1", "tf0"})
  void autoregressiveTraining(String mode) {
    Golden golden = Golden.read("ar_train");
    ModelSettings settings =
        ModelSettings.builder(golden.integer("cfg/num_nodes"))
            .hidden(golden.integer("cfg/hidden_dim"))
            .maps(golden.integer("cfg/map_hidden_dim"))
            .width(golden.integer("cfg/vf_hidden_dim"))
            .context(golden.integer("cfg/window_size"))
            .horizon(golden.integer("cfg/chunk_size"))
            .precision(Precision.DOUBLE)
            .build();
    int runs = golden.array("ts").shape()[0];
    try (BrainDyn model = golden.model(settings)) {
      AdamW optimiser = new AdamW(model.parameters().size(), 1e-3, 1e-5);
      for (int run = 0; run < runs; run++) {
        SignalBatch series = run(golden.array("ts"), run);
        int chunks = golden.integer("cfg/tbptt_chunks");
        pass(model, optimiser, series, chunks, mode.equals("tf1"));
      }
      assertEquals(golden.scalar(mode + "/train_mse"), mean(losses), 1e-9);
      assertEquals(golden.scalar(mode + "/train_total"), mean(losses), 1e-9);
      assertEquals(golden.scalar(mode + "/train_mae"), mean(absolute), 1e-9);
      double[] f = array(forecasts);
      double[] t = array(truths);
      assertEquals(golden.scalar(mode + "/train_pcc"), Metrics.pcc(f, t), 1e-9);
      assertEquals(golden.scalar(mode + "/train_scc"), Metrics.scc(f, t), 1e-9);
      assertEquals(golden.scalar(mode + "/train_dtw"), Metrics.dtw(f, t), 1e-9);
      for (Parameters.Entry e : model.parameters().entries()) {
        double[] expected = golden.numbers(mode + "/after/" + e.name());
        assertClose(expected, model.parameters().get(e.name()), 1e-9, e.name());
      }
    }
  }

  /** Whole chunks only; a group of chunks is one optimiser step. */
  private void pass(BrainDyn model, AdamW optimiser, SignalBatch series, int most, boolean truth) {
    int context = model.settings().context();
    int chunk = model.settings().horizon();
    SignalBatch known = series.copy();
    int all = (series.steps() - context) / chunk;
    for (int done = 0; done < all; done += most) {
      int here = Math.min(most, all - done);
      int start = context + done * chunk;
      SignalBatch target = cut(series, start, here * chunk);
      SignalBatch forecast = target.copy();
      boolean[] fed = new boolean[most];
      Arrays.fill(fed, truth);
      Gradient gradient = model.parameters().zeros();
      model.lossAndGradient(
          cut(known, start - context, context),
          target,
          new Rollout(Loss.MSE, fed, null),
          gradient,
          forecast);
      // The chunks' losses are summed and divided by the most chunks of a group, also in a shorter
      // one.
      double[] g = gradient.values();
      Arrays.setAll(g, i -> g[i] * here / most);
      GradientClipping.clip(gradient, 1);
      optimiser.step(model.parameters(), gradient);
      for (int c = 0; c < here; c++) {
        double[] f = stepsFirst(cut(forecast, c * chunk, chunk));
        double[] t = stepsFirst(cut(target, c * chunk, chunk));
        losses.add(Metrics.mse(f, t));
        absolute.add(Metrics.mae(f, t));
        Arrays.stream(f).forEach(forecasts::add);
        Arrays.stream(t).forEach(truths::add);
      }
      for (int n = 0; !truth && n < series.regions(); n++) {
        for (int p = 0; p < here * chunk; p++) {
          known.set(0, n, start + p, forecast.get(0, n, p));
        }
      }
    }
  }

  private static SignalBatch run(NpyArray ts, int run) {
    int steps = ts.shape()[1];
    int regions = ts.shape()[2];
    SignalBatch batch = new SignalBatch(1, regions, steps);
    for (int t = 0; t < steps; t++) {
      for (int n = 0; n < regions; n++) {
        batch.set(0, n, t, ts.numbers()[(run * steps + t) * regions + n]);
      }
    }
    return batch;
  }

  private static SignalBatch cut(SignalBatch batch, int from, int steps) {
    SignalBatch part = new SignalBatch(batch.windows(), batch.regions(), steps);
    for (int w = 0; w < batch.windows(); w++) {
      for (int n = 0; n < batch.regions(); n++) {
        for (int t = 0; t < steps; t++) {
          part.set(w, n, t, batch.get(w, n, from + t));
        }
      }
    }
    return part;
  }

  /** Flattened as the reference does: steps, then windows, then regions. */
  private static double[] stepsFirst(SignalBatch batch) {
    double[] flat = new double[batch.values().length];
    int i = 0;
    for (int t = 0; t < batch.steps(); t++) {
      for (int w = 0; w < batch.windows(); w++) {
        for (int n = 0; n < batch.regions(); n++) {
          flat[i++] = batch.get(w, n, t);
        }
      }
    }
    return flat;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(v -> v).toArray();
  }

  @Test
  void epochMetricsAreMeansOverBatches() {
    Golden golden = Golden.read("epoch_metrics");
    ModelSettings settings =
        ModelSettings.builder(4).hidden(4).maps(3).width(5).context(7).horizon(3).build();
    double[] sums = new double[5];
    try (BrainDyn model = golden.model(settings)) {
      for (int k = 0; k < 3; k++) {
        SignalBatch context = timeFirst(golden.array("x" + k));
        SignalBatch target = timeFirst(golden.array("y" + k));
        SignalBatch forecast = model.forecast(context, 3);
        double[] f = forecast.values();
        double[] t = target.values();
        sums[0] += Metrics.mse(f, t) / 3;
        sums[1] += Metrics.mae(f, t) / 3;
        sums[2] += Metrics.pcc(f, t) / 3;
        sums[3] += Metrics.scc(f, t) / 3;
        sums[4] += Metrics.dtw(forecast, target) / 3;
      }
    }
    assertEquals(golden.scalar("metric/mse"), sums[0], 2e-6);
    assertEquals(golden.scalar("metric/total"), sums[0], 2e-6);
    assertEquals(golden.scalar("metric/mae"), sums[1], 2e-6);
    assertEquals(golden.scalar("metric/pcc"), sums[2], 2e-6);
    assertEquals(golden.scalar("metric/scc"), sums[3], 2e-6);
    assertEquals(golden.scalar("metric/dtw"), sums[4], 2e-6);
  }

  private static SignalBatch timeFirst(NpyArray array) {
    int[] s = array.shape();
    SignalBatch batch = new SignalBatch(s[0], s[2], s[1]);
    for (int i = 0; i < array.numbers().length; i++) {
      batch.set(i / (s[1] * s[2]), i % s[2], i / s[2] % s[1], array.numbers()[i]);
    }
    return batch;
  }
}
