package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.signal.cleaning.Cleaned;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.braindyn.signal.cleaning.CleaningSettings.Filter;
import org.braindyn.signal.cleaning.CleaningSettings.Scrubbing;
import org.braindyn.signal.cleaning.MotionOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cleaning that leaves nothing is an error; motion is read in the order that is plausible. */
class CleaningLimitsTest {
  private static final CleaningSettings NONE = CleaningSettings.none();

  private static File file(String name) throws Exception {
    return Path.of(
            CleaningLimitsTest.class.getResource("/cases/09-motion-order-units/" + name).toURI())
        .toFile();
  }

  private static RegionSignals noise(int frames, double interval) {
    double[][] x = new double[3][frames];
    Seed.Stream random = Seed.of(2).stream("noise");
    for (int t = 0; t < frames; t++) {
      for (int r = 0; r < 3; r++) {
        x[r][t] = 100 + random.gaussian();
      }
    }
    return new RegionSignals(Regions.numbered("r", 3), x, interval, "lab");
  }

  private static String refused(CleaningSettings settings, RegionSignals signals) {
    return assertThrows(BadInput.class, () -> CleanRecording.run(signals, null, "", null, settings))
        .getMessage();
  }

  @Test
  void millimetresThenDegreesAreNotTakenForRadians() throws Exception {
    RegionSignals signals =
        TimeSeriesTable.read(file("signals.csv").toPath(), ImportOptions.auto()).signals();
    CleaningSettings scrub = NONE.withScrubbing(0.5, Scrubbing.INTERPOLATE);
    Cleaned cleaned = CleanRecording.run(signals, null, "", file("Movement.txt"), scrub);
    assertEquals(0, count(cleaned.scrubbed()));
    assertTrue(cleaned.steps().toString().contains("HCP"), cleaned.steps().toString());
    BadInput asFsl =
        assertThrows(
            BadInput.class,
            () ->
                CleanRecording.run(
                    signals, null, "", file("Movement.txt"), scrub.withMotion(MotionOrder.FSL)));
    assertTrue(asFsl.getMessage().contains("38 of 40 frames"), asFsl.getMessage());
    assertTrue(asFsl.getMessage().contains("convention"), asFsl.getMessage());
  }

  private static int count(boolean[] frames) {
    int n = 0;
    for (boolean frame : frames) {
      n += frame ? 1 : 0;
    }
    return n;
  }

  @ParameterizedTest
  @EnumSource(
      value = MotionOrder.class,
      names = {"FSL", "SPM"})
  void ordersInRadiansAreFoundWhateverTheName(MotionOrder order) {
    double[][] columns = new double[6][60];
    Seed.Stream random = Seed.of(4).stream("motion");
    boolean rotationsFirst = order == MotionOrder.FSL;
    for (int t = 1; t < 60; t++) {
      for (int i = 0; i < 6; i++) {
        boolean turn = rotationsFirst == i < 3;
        columns[i][t] = columns[i][t - 1] + random.gaussian() * (turn ? 0.0004 : 0.02);
      }
    }
    double wanted = -1;
    for (String name : new String[] {"motion.txt", "rp_a.txt", "a.par", "m.1D", "Movement.txt"}) {
      RegionSignals motion = new RegionSignals(Regions.numbered("m", 6), columns, Double.NaN, name);
      double[] fd = org.braindyn.signal.cleaning.FramewiseDisplacement.of(motion, MotionOrder.AUTO);
      wanted = wanted < 0 ? fd[30] : wanted;
      assertEquals(wanted, fd[30], 1e-12, name);
      assertTrue(fd[30] < 0.4, name + " " + fd[30]);
    }
  }

  @Test
  void aBandThatLeavesNothingIsRefusedWithBothReadings() {
    for (Filter filter : Filter.values()) {
      CleaningSettings band = NONE.withDetrend(1).withBand(filter, 0.01, 0.1, 2);
      String message = refused(band, noise(40, 0.002));
      assertTrue(message.contains("0.002") && message.contains("it is 2 s"), message);
      CleanRecording.run(noise(40, 2), null, "", null, band);
    }
  }

  @Test
  void aBandAboveHalfTheRateIsRefusedByEveryFilter() {
    for (Filter filter : Filter.values()) {
      String message = refused(NONE.withBand(filter, 0.01, 0.3, 2), noise(60, 2));
      assertTrue(message.contains("0.2500 Hz"), message);
      refused(NONE.withBand(filter, 0.1, 0.05, 2), noise(60, 2));
    }
  }

  @Test
  void aPolynomialOfAsManyTermsAsFramesIsRefused() {
    String message = refused(NONE.withDetrend(5), noise(6, 2));
    assertTrue(message.contains("leaves nothing"), message);
  }

  @Test
  void oneEmptyRegionAmongOthersIsTold() {
    RegionSignals signals = noise(50, 2);
    for (int t = 0; t < 50; t++) {
      signals.values()[1][t] = 3 * t;
    }
    Cleaned cleaned = CleanRecording.run(signals, null, "", null, NONE.withDetrend(1));
    assertTrue(cleaned.steps().toString().contains("nothing is left of r 2"), "" + cleaned.steps());
  }

  @Test
  void confoundsOfAnotherRateAreThoseOfAnotherRun(@org.junit.jupiter.api.io.TempDir Path folder)
      throws Exception {
    StringBuilder text = new StringBuilder("time,csf\n");
    for (int t = 0; t < 40; t++) {
      text.append(t).append(',').append(Math.sin(t)).append('\n');
    }
    File table = java.nio.file.Files.writeString(folder.resolve("c.csv"), text).toFile();
    double[][] values = new double[2][40];
    for (int t = 0; t < 40; t++) {
      values[0][t] = Math.cos(1.3 * t);
      values[1][t] = Math.sin(0.7 * t);
    }
    CleaningSettings none = CleaningSettings.none();
    RegionSignals slow = new RegionSignals(Regions.numbered("R", 2), values, 2, "run-1");
    BadInput error =
        assertThrows(BadInput.class, () -> CleanRecording.run(slow, table, "", null, none));
    assertTrue(error.getMessage().contains("same run"), error.getMessage());
    RegionSignals same = new RegionSignals(Regions.numbered("R", 2), values, 1, "run-1");
    assertEquals(40, CleanRecording.run(same, table, "", null, none).signals().frames());
  }
}
