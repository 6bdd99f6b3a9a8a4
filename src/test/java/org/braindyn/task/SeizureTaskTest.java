package org.braindyn.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.task.EegWindows.Condition;
import org.braindyn.task.EegWindows.Window;
import org.junit.jupiter.api.Test;

class SeizureTaskTest {
  private static Annotation seizure(double from, double to) {
    return new Annotation(from, to - from, "seiz", "");
  }

  @Test
  void samplesAreIctalIfTheyMeetTheInterval() {
    // At 10 Hz sample k covers [k/10, (k+1)/10).
    boolean[] ictal = EegWindows.ictal(List.of(seizure(0.3, 0.5)), 8, 10);
    assertArrayEquals(new boolean[] {false, false, false, true, true, false, false, false}, ictal);
    ictal = EegWindows.ictal(List.of(seizure(0.29, 0.51)), 8, 10);
    assertArrayEquals(new boolean[] {false, false, true, true, true, true, false, false}, ictal);
    ictal = EegWindows.ictal(List.of(seizure(0.75, 99)), 8, 10);
    assertTrue(ictal[7] && !ictal[6]);
    assertThrows(BadInput.class, () -> EegWindows.ictal(List.of(seizure(3, 2)), 8, 10));
  }

  @Test
  void windowsHaveConditionsAndDoNotOverlap() {
    double[][] values = new double[2][100];
    values[1][55] = Double.NaN;
    RegionSignals signals = new RegionSignals(Regions.numbered("c", 2), values, 0.1, "test");
    boolean[] ictal = EegWindows.ictal(List.of(seizure(2.5, 8)), 100, 10);
    List<Window> windows = EegWindows.cut(signals, 3, ictal, 10);
    assertEquals(9, windows.size(), "the window with NaN is left out");
    assertEquals(new Window(3, 20, Condition.TRANSITION), windows.get(2));
    assertEquals(new Window(3, 30, Condition.SEIZURE), windows.get(3));
    assertEquals(new Window(3, 80, Condition.CLEAN), windows.get(7));
    List<Window> balanced = EegWindows.balance(windows, Seed.of(1));
    assertEquals(3, balanced.size(), "one of each, as there is one transition");
    assertEquals(balanced, EegWindows.balance(windows, Seed.of(1)));
    values[1][31] = 5;
    SignalBatch batch =
        EegWindows.gather(List.of(signals, signals, signals, signals), windows.subList(3, 4), 4);
    assertEquals(5, batch.get(0, 1, 1));
    assertThrows(BadInput.class, () -> EegWindows.cut(signals, 0, ictal, 101));
  }

  @Test
  void bandPowerIsThePowerOfASine() {
    double[][] x = new double[1][512];
    Arrays.setAll(x[0], t -> 40 * Math.sin(2 * Math.PI * 10 * t / 256.0) + 7);
    double[] features = EegFeatures.of(x, 0, 512, 256);
    assertEquals(800, Math.exp(features[2]), 8, "half the squared amplitude, in alpha");
    for (int band : new int[] {0, 1, 3, 4}) {
      assertTrue(Math.exp(features[band]) < 1, "leak into band " + band);
    }
    // Line length of a sine: 4 amplitude frequency per second.
    assertEquals(4 * 40 * 10 / 256.0, Math.exp(features[5]), 0.1);
  }

  @Test
  void logisticRegressionFindsTheOptimum() {
    Seed.Stream random = Seed.of(3).stream("data");
    double[][] x = new double[400][3];
    boolean[] label = new boolean[400];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < 3; j++) {
        x[i][j] = random.gaussian() * (j + 1) + 5 * j;
      }
      label[i] = x[i][0] + 0.5 * random.gaussian() > 1;
    }
    LogisticRegression model = LogisticRegression.fit(x, label, 1);
    double[] w = model.weights();
    assertTrue(w[0] > 1.5 && Math.abs(w[1]) < 0.6 && Math.abs(w[2]) < 0.6, Arrays.toString(w));
    // At the optimum the weighted residuals balance the penalty, feature by feature.
    int positives = 0;
    for (boolean l : label) {
      positives += l ? 1 : 0;
    }
    double constant = 0;
    for (int i = 0; i < x.length; i++) {
      double share = label[i] ? 200.0 / positives : 200.0 / (400 - positives);
      constant += share * (model.predict(x[i]) - (label[i] ? 1 : 0));
    }
    assertEquals(0, constant, 1e-6);
    boolean[] same = new boolean[400];
    assertThrows(BadInput.class, () -> LogisticRegression.fit(x, same, 1));
  }

  @Test
  void detectionScoreCounts() {
    boolean[] label = {false, false, true, true, true, false};
    double[] p = {0.1, 0.6, 0.4, 0.9, 0.8, 0.2};
    DetectionScore score =
        DetectionScore.of(label, p, new int[] {0, 0, 1, 1, 2, 2}, 0.5, Seed.of(1));
    assertEquals(4 / 6.0, score.accuracy(), 1e-12);
    assertEquals(2 / 3.0, score.precision(), 1e-12);
    assertEquals(2 / 3.0, score.recall(), 1e-12);
    assertEquals(2 / 3.0, score.f1(), 1e-12);
    assertEquals(8 / 9.0, score.auc(), 1e-12, "8 of 9 pairs are in order");
    assertTrue(score.aucLow() <= score.auc() && score.auc() <= score.aucHigh());
    assertThrows(
        BadInput.class,
        () -> DetectionScore.of(new boolean[2], new double[2], new int[2], 0.5, Seed.of(1)));
  }

  @Test
  void alarmsFalseAlarmsAndDelay() {
    double[] p = new double[3600];
    Arrays.fill(p, 100, 101, 0.9);
    Arrays.fill(p, 500, 510, 0.9);
    Arrays.fill(p, 1004, 1050, 0.9);
    p[1020] = Double.NaN;
    List<Annotation> truth = List.of(seizure(1000, 1060), seizure(2000, 2010));
    SeizureAlarms alarms = SeizureAlarms.of(p, 1, 0.5, 3, truth);
    assertEquals(3, alarms.alarms().size(), "one second is too short; NaN splits");
    assertEquals(1, alarms.found());
    assertEquals(1, alarms.falseAlarms());
    assertEquals(3600.0 / 3530, alarms.falsePerHour(), 1e-9);
    assertEquals(7, alarms.delay(), 1e-9, "3 s must have passed from 1004 s");
  }

  @Test
  void featuresThatAreNoNumbersAreRefused() {
    double[][] x = {{1, 2}, {2, Double.NaN}, {3, 1}, {4, 5}};
    BadInput refused =
        assertThrows(
            BadInput.class,
            () -> LogisticRegression.fit(x, new boolean[] {true, false, true, false}, 1));
    assertTrue(refused.getMessage().contains("no finite solution"), refused.getMessage());
  }
}
