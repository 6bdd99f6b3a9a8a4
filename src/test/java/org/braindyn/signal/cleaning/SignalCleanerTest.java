package org.braindyn.signal.cleaning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.signal.cleaning.CleaningSettings.Filter;
import org.braindyn.signal.cleaning.CleaningSettings.Scale;
import org.braindyn.signal.cleaning.CleaningSettings.Scrubbing;
import org.junit.jupiter.api.Test;

class SignalCleanerTest {
  private static final CleaningSettings NONE = CleaningSettings.none();

  private static RegionSignals noise(String prefix, int regions, int frames, long seed) {
    Seed.Stream random = Seed.of(seed).stream("noise");
    double[][] values = new double[regions][frames];
    for (double[] row : values) {
      for (int t = 0; t < frames; t++) {
        row[t] = 1000 + 10 * random.gaussian() + 0.1 * t;
      }
    }
    return new RegionSignals(Regions.numbered(prefix, regions), values, 0.72, prefix);
  }

  private static double correlation(double[] a, double[] b) {
    return new org.apache.commons.math3.stat.correlation.PearsonsCorrelation().correlation(a, b);
  }

  @Test
  void confoundsAreOrthogonalAfterRegressionAlsoWithFilterAndCollinearColumns() {
    RegionSignals signals = noise("r", 5, 300, 1);
    RegionSignals table = noise("c", 4, 300, 2);
    table.values()[3] = table.values()[0].clone();
    for (int t = 0; t < 300; t++) {
      signals.values()[0][t] += 5 * table.values()[1][t];
    }
    Confounds confounds = Confounds.choose(table, "c *");
    Cleaned plain = new SignalCleaner(NONE).clean(signals, confounds, null);
    assertTrue(plain.residualCorrelation() < 1e-6);
    for (double[] row : plain.signals().values()) {
      for (double[] column : table.values()) {
        assertEquals(0, correlation(row, column), 1e-6);
      }
    }
    assertTrue(plain.steps().toString().contains("(3 independent)"), plain.steps().toString());
    Cleaned banded =
        new SignalCleaner(NONE.withDetrend(1).withBand(Filter.BUTTERWORTH, 0.01, 0.1, 4))
            .clean(signals, confounds, null);
    assertTrue(banded.residualCorrelation() < 1e-6);
  }

  @Test
  void zScoreAndPercentChange() {
    double[][] values = {
      {90, 110, 90, 110}, {5, 5, 5, 5}, {Double.NaN, Double.NaN, Double.NaN, Double.NaN}
    };
    RegionSignals signals =
        new RegionSignals(Regions.named(List.of("a", "flat", "lost")), values, 2, "x");
    Cleaned z = new SignalCleaner(NONE.withScale(Scale.Z_SCORE)).clean(signals, null, null);
    assertArrayEquals(new double[] {-1, 1, -1, 1}, z.signals().values()[0], 1e-12);
    assertArrayEquals(new double[4], z.signals().values()[1]);
    assertTrue(Double.isNaN(z.signals().values()[2][0]));
    assertTrue(z.steps().toString().contains("No scale for flat (constant)"));
    Cleaned percent =
        new SignalCleaner(NONE.withDetrend(0).withScale(Scale.PERCENT_CHANGE))
            .clean(signals, null, null);
    assertArrayEquals(new double[] {-10, 10, -10, 10}, percent.signals().values()[0], 1e-12);
    assertEquals(90, values[0][0], "the input must not change");
  }

  @Test
  void droppingFramesDropsThemFromConfoundsToo() {
    RegionSignals signals = noise("r", 2, 50, 3);
    RegionSignals table = noise("c", 1, 50, 4);
    table.values()[0][0] = 1e9;
    Cleaned c =
        new SignalCleaner(NONE.withDropFirst(3)).clean(signals, Confounds.choose(table, ""), null);
    assertEquals(47, c.signals().frames());
    double[] tail = java.util.Arrays.copyOfRange(table.values()[0], 3, 50);
    assertEquals(0, correlation(c.signals().values()[1], tail), 1e-6);
    assertThrows(
        BadInput.class, () -> new SignalCleaner(NONE.withDropFirst(49)).clean(signals, null, null));
    RegionSignals other = noise("c", 1, 49, 4);
    assertThrows(
        BadInput.class,
        () -> new SignalCleaner(NONE).clean(signals, Confounds.choose(other, ""), null));
  }

  @Test
  void scrubbingInterpolatesOrCensors() {
    double[][] values = {{1, 2, 99, 4, 5, 6}};
    RegionSignals signals = new RegionSignals(Regions.numbered("r", 1), values, 2, "x");
    // Columns as in .par: three rotations (rad), then three translations (mm).
    double[][] par = new double[6][6];
    java.util.Arrays.fill(par[0], 2, 6, 0.02);
    par[4][5] = 0.4;
    RegionSignals motion = new RegionSignals(Regions.numbered("m", 6), par, Double.NaN, "m.par");
    // 0.02 rad on 50 mm is 1 mm in frame 3; 0.4 mm in frame 6.
    CleaningSettings half = NONE.withScrubbing(0.5, Scrubbing.INTERPOLATE);
    Cleaned c = new SignalCleaner(half).clean(signals, null, motion);
    assertArrayEquals(new double[] {0, 0, 1, 0, 0, 0.4}, c.displacement(), 1e-12);
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, c.signals().values()[0], 1e-12);
    Cleaned censored =
        new SignalCleaner(NONE.withScrubbing(0.3, Scrubbing.CENSOR)).clean(signals, null, motion);
    double nan = Double.NaN;
    assertArrayEquals(new double[] {1, 2, nan, 4, 5, nan}, censored.signals().values()[0], 1e-12);
    assertThrows(BadInput.class, () -> new SignalCleaner(half).clean(signals, null, null));
  }

  @Test
  void despikingPullsOneSpikeInAndLeavesTheRest() {
    Seed.Stream random = Seed.of(5).stream("x");
    double[] x = new double[200];
    for (int t = 0; t < 200; t++) {
      x[t] = random.uniform(-1, 1);
    }
    double[] before = x.clone();
    x[77] = 500;
    assertTrue(Despike.apply(x) < 10);
    assertTrue(x[77] < 6, "spike is now " + x[77]);
    assertEquals(before[10], x[10], 0);
  }

  @Test
  void globalSignalLeavesNoMean() {
    RegionSignals signals = noise("r", 4, 100, 6);
    Cleaned c = new SignalCleaner(NONE.withGlobalSignal(true)).clean(signals, null, null);
    for (int t = 0; t < 100; t++) {
      double sum = 0;
      for (double[] row : c.signals().values()) {
        sum += row[t];
      }
      assertEquals(0, sum, 1e-8);
    }
  }

  @Test
  void confoundColumnsAreChosenByNameAndMissingOnesRefused() {
    double nan = Double.NaN;
    RegionSignals table =
        new RegionSignals(
            Regions.named(List.of("trans_x", "trans_y", "csf", "trans_x_derivative1")),
            new double[][] {{1, 2, 3}, {3, 2, 1}, {1, nan, 1}, {nan, 1, 3}},
            nan,
            "confounds.tsv");
    assertEquals(
        List.of("trans_x", "trans_y"), Confounds.choose(table, "trans_x, trans_y").names());
    Confounds all = Confounds.choose(table, "trans_*");
    assertEquals(3, all.names().size());
    assertArrayEquals(new double[] {2, 1, 3}, all.values()[2]);
    assertEquals(1, all.notes().size());
    assertThrows(BadInput.class, () -> Confounds.choose(table, "csf"));
    assertThrows(BadInput.class, () -> Confounds.choose(table, "white_matter"));
  }

  @Test
  void bandPassNeedsAnInterval() {
    RegionSignals s =
        new RegionSignals(Regions.numbered("r", 1), new double[1][50], Double.NaN, "x");
    CleaningSettings band = NONE.withBand(Filter.COSINE, 0.01, 0.1, 4);
    assertThrows(BadInput.class, () -> new SignalCleaner(band).clean(s, null, null));
  }

  @Test
  void sixColumnsAreReadAsTheFilesNameTells() {
    // A turn of 0.01 rad (0.5 mm on the sphere) and a shift of 0.4 mm, in the first three columns.
    double[][] columns = new double[6][3];
    columns[0][1] = columns[0][2] = 0.01;
    columns[5][2] = 0.4;
    Regions six = Regions.numbered("m", 6);
    double nan = Double.NaN;
    RegionSignals fsl = new RegionSignals(six, columns, nan, "prefiltered_mcf.par");
    assertArrayEquals(
        new double[] {0, 0.5, 0.4}, FramewiseDisplacement.of(fsl, MotionOrder.AUTO), 1e-12);
    assertTrue(FramewiseDisplacement.understood(fsl, MotionOrder.AUTO).contains("FSL's .par"));
    RegionSignals spm = new RegionSignals(six, columns, nan, "rp_run1.txt");
    assertArrayEquals(
        new double[] {0, 0.01, 20}, FramewiseDisplacement.of(spm, MotionOrder.SPM), 1e-12);
    // The name says SPM, but a head does not shift by 0.01 mm where it turns by 0.4 rad.
    assertArrayEquals(
        new double[] {0, 0.5, 0.4}, FramewiseDisplacement.of(spm, MotionOrder.AUTO), 1e-12);
    String said = FramewiseDisplacement.understood(spm, MotionOrder.AUTO);
    assertTrue(said.startsWith("Warning: rp_run1.txt was read as FSL"), said);
    double[][] degrees = {
      {0, 180 / Math.PI, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 5, 0}, {0, 0, 0}
    };
    RegionSignals afni = new RegionSignals(six, degrees, nan, "dfile_rall.1D");
    assertArrayEquals(
        new double[] {0, 55, 55}, FramewiseDisplacement.of(afni, MotionOrder.AUTO), 1e-9);
    RegionSignals named =
        new RegionSignals(
            Regions.named(List.of("rot_x", "rot_y", "rot_z", "trans_x", "trans_y", "trans_z")),
            columns,
            nan,
            "rp_x.tsv");
    assertArrayEquals(
        new double[] {0, 0.5, 0.4}, FramewiseDisplacement.of(named, MotionOrder.AUTO), 1e-12);
    assertTrue(FramewiseDisplacement.understood(named, MotionOrder.AUTO).isEmpty());
  }
}
