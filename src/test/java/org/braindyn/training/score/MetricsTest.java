package org.braindyn.training.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.braindyn.data.SignalBatch;
import org.braindyn.model.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The released implementation's metrics. */
class MetricsTest {
  private final Golden golden = Golden.read("metrics");

  @ParameterizedTest
  @ValueSource(strings = {"plain", "ties"})
  void forecastMetrics(String pair) {
    double[] forecast = golden.numbers(pair + "/pred");
    double[] truth = golden.numbers(pair + "/true");
    assertEquals(golden.scalar(pair + "/mse"), Metrics.mse(forecast, truth), 1e-12);
    assertEquals(golden.scalar(pair + "/mae"), Metrics.mae(forecast, truth), 1e-12);
    assertEquals(golden.scalar(pair + "/pcc"), Metrics.pcc(forecast, truth), 1e-12);
    assertEquals(golden.scalar(pair + "/scc"), Metrics.scc(forecast, truth), 1e-12);
    assertEquals(
        golden.scalar(pair + "/total_lambda_0.7_0.3"),
        0.7 * Metrics.mse(forecast, truth) + 0.3 * Metrics.mae(forecast, truth),
        1e-12);
    SignalBatch f = golden.stepsFirst(pair + "/pred");
    SignalBatch t = golden.stepsFirst(pair + "/true");
    assertEquals(golden.scalar(pair + "/dtw"), Metrics.dtw(f, t), 1e-12);
  }

  @Test
  void areaUnderRocCurve() {
    double value = Metrics.auroc(golden.array("auroc/y").integers(), golden.numbers("auroc/score"));
    assertEquals(golden.scalar("auroc/value"), value, 1e-12);
  }

  @Test
  void perfectAndReversedScores() {
    int[] labels = {0, 0, 1, 1};
    assertEquals(1, Metrics.auroc(labels, new double[] {1, 2, 3, 4}));
    assertEquals(0, Metrics.auroc(labels, new double[] {4, 3, 2, 1}));
    assertEquals(0.5, Metrics.auroc(labels, new double[] {1, 1, 1, 1}));
    assertEquals(Double.NaN, Metrics.auroc(new int[] {1, 1}, new double[] {1, 2}));
  }

  @Test
  void warpingForgivesAShift() {
    assertEquals(0, Metrics.dtwCost(new double[] {0, 0, 1, 2}, new double[] {0, 1, 2, 2}));
    assertEquals(3, Metrics.dtwCost(new double[] {0, 0, 0}, new double[] {1, 1, 1}));
  }
}
