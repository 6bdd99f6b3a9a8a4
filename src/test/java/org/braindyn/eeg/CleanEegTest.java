package org.braindyn.eeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.benchmark.EegBlinkRows;
import org.braindyn.benchmark.EegHeads;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

/** Filling and removing together: what changes, what is marked, and the way back. */
class CleanEegTest {
  private static final CleanEegSettings AUTO = CleanEegSettings.defaults();

  private static RegionSignals spoilt(RegionSignals eeg, int channel) {
    double[][] v = Arrays.stream(eeg.values()).map(double[]::clone).toArray(double[][]::new);
    Seed.Stream random = Seed.of(1).stream("noise");
    Arrays.setAll(v[channel], t -> 200 * random.gaussian());
    return eeg.withValues(v);
  }

  private static CleanedEeg run(RegionSignals eeg, CleanEegSettings settings) {
    return CleanEeg.run(eeg, settings, Progress.NONE);
  }

  @Test
  void whatIsNotMarkedIsAsRecordedAndTheSumIsTheRecording() {
    RegionSignals blinked = new EegBlinkRows(EegHeads.dipoles(40, 100, 8), 0, 40, 200, 2).blinked();
    RegionSignals eeg = spoilt(blinked, 4);
    CleanedEeg made = run(eeg, AUTO);
    boolean[][] marks = made.cleaned().filled();
    long changed = 0;
    for (int c = 0; c < eeg.size(); c++) {
      for (int t = 0; t < eeg.frames(); t++) {
        if (!marks[c][t]) {
          assertEquals(eeg.values()[c][t], made.cleaned().values()[c][t], 0);
          assertEquals(0, made.removed().values()[c][t], 0);
        }
        changed += marks[c][t] ? 1 : 0;
      }
      assertTrue(marks[4][c * 17], "the filled channel is marked all the time");
    }
    assertTrue(changed > eeg.frames() && changed < (long) eeg.frames() * eeg.size() / 2);
    RegionSignals back = CleanedEeg.restored(made.cleaned(), made.removed());
    for (int c = 0; c < eeg.size(); c++) {
      assertArrayEquals(eeg.values()[c], back.values()[c], 1e-9);
    }
    assertNull(back.filled(), "the marks go too");
    assertEquals("gaussian process", made.fills().get(0).way());
    assertTrue(made.notes().toString().contains("channels=!"), made.notes().toString());
    assertEquals(eeg.size(), made.channelRows().size());
    assertEquals(CleanedEeg.channelColumns().size(), made.channelRows().get(0).size());
    assertTrue(made.stretches().size() >= 3, made.stretches().toString());
    RegionSignals truth = EegHeads.dipoles(40, 100, 8);
    double error = 0;
    double power = 0;
    for (int t = 0; t < eeg.frames(); t++) {
      error += Math.pow(truth.values()[4][t] - made.cleaned().values()[4][t], 2);
      power += Math.pow(truth.values()[4][t], 2);
    }
    assertTrue(error < 0.5 * power, "the filled channel follows its truth: " + error / power);
  }

  @Test
  void aChannelThatWasBadForAWhileIsLearntFromTheRest() {
    RegionSignals eeg = EegHeads.dipoles(60, 100, 9);
    double[][] v = Arrays.stream(eeg.values()).map(double[]::clone).toArray(double[][]::new);
    Arrays.fill(v[10], 2000, 3000, 5000);
    RegionSignals broken = eeg.withValues(v);
    double regression = error(eeg, run(broken, AUTO.withBad("F7 20-30", "automatic")));
    double spline = error(eeg, run(broken, AUTO.withBad("EEG f7-REF 20 - 30 s", "spline")));
    assertTrue(regression < 0.3 && regression < spline, regression + " " + spline);
    CleanedEeg made = run(broken, AUTO.withBad("F7 20-30", "automatic"));
    assertEquals("regression", made.fills().get(0).way());
    assertEquals("20-30", made.fills().get(0).seconds());
    assertEquals(v[10][500], made.cleaned().values()[10][500], 0);
  }

  private static double error(RegionSignals truth, CleanedEeg made) {
    double error = 0;
    double power = 0;
    for (int t = 2000; t < 3000; t++) {
      error += Math.pow(truth.values()[10][t] - made.cleaned().values()[10][t], 2);
      power += Math.pow(truth.values()[10][t], 2);
    }
    return error / power;
  }

  @Test
  void emptyLeavesNaNUnmarkedAndNothingElse() {
    RegionSignals eeg = EegHeads.dipoles(20, 100, 9);
    CleanedEeg made = run(eeg, AUTO.withBad("T3", "empty").withArtefacts("none", 15, ""));
    assertTrue(Double.isNaN(made.cleaned().values()[12][100]));
    assertNull(made.cleaned().filled());
    assertArrayEquals(eeg.values()[3], made.cleaned().values()[3]);
  }

  @Test
  void aLostChannelAndAGapAreNoObstacle() {
    RegionSignals eeg = EegHeads.dipoles(40, 100, 9);
    double[][] v = Arrays.stream(eeg.values()).map(double[]::clone).toArray(double[][]::new);
    Arrays.fill(v[5], Double.NaN); // as Import EEG makes of an electrode that is not there
    for (double[] row : v) {
      Arrays.fill(row, 1000, 1100, Double.NaN);
    }
    CleanedEeg made = run(eeg.withValues(v), AUTO);
    assertEquals("without values", made.fills().get(0).why());
    assertTrue(Double.isFinite(made.cleaned().values()[5][500]));
    assertTrue(Double.isNaN(made.cleaned().values()[5][1050]), "a gap has nothing to fill from");
    assertTrue(Double.isNaN(made.cleaned().values()[0][1050]));
  }

  @Test
  void badInputIsNamedWithARemedy() {
    RegionSignals eeg = EegHeads.dipoles(40, 100, 9);
    CleanEegSettings own = AUTO.withBad("none", "spline");
    refused("has no channel T9", eeg, AUTO.withBad("T9", "spline"));
    refused("which lasts 40 s", eeg, AUTO.withBad("T3 30-50", "spline"));
    refused("which lasts 40 s", eeg, own.withArtefacts("subspace", 15, "10-60"));
    refused("no interval", eeg, own.withArtefacts("subspace", 15, "ten"));
    refused("5 s are calm", eeg, own.withArtefacts("subspace", 15, "10-15"));
    refused("Give 1 or more", eeg, own.withArtefacts("subspace", 0.5, ""));
    refused(
        "nothing is asked for", eeg, AUTO.withBad("none", "spline").withArtefacts("none", 9, ""));
    refused("every channel looks bad", eeg.withValues(new double[19][4000]), AUTO);
    RegionSignals slow = new RegionSignals(eeg.regions(), eeg.values(), 0.02, "slow.edf");
    refused("64 are needed", slow, own);
    RegionSignals unknown = new RegionSignals(eeg.regions(), eeg.values(), Double.NaN, "x");
    refused("how long a sample is", unknown, AUTO);
    List<String> pairs = List.of("Fp1-F7", "F7-T3", "T3-T5", "T5-O1", "Fp2-F8");
    RegionSignals bipolar =
        new RegionSignals(Regions.named(pairs), Arrays.copyOf(eeg.values(), 5), 0.01, "bi.edf");
    refused("reference=recorded", bipolar, AUTO);
    run(bipolar, AUTO.withBad("none", "spline")); // artefacts need no places
    assertThrows(BadInput.class, () -> AUTO.withBad("auto", "magic"));
    assertThrows(BadInput.class, () -> AUTO.withArtefacts("magic", 15, ""));
    RegionSignals few = new RegionSignals(eeg.regions(), eeg.values(), 0.01, "few.edf");
    refused(
        "too few to fill",
        few,
        AUTO.withBad(String.join(",", few.regions().names().subList(0, 16)), "spline")
            .withArtefacts("none", 9, ""));
    RegionSignals other = EegHeads.dipoles(20, 100, 9);
    assertThrows(BadInput.class, () -> CleanedEeg.restored(eeg, other));
  }

  private static void refused(String words, RegionSignals eeg, CleanEegSettings settings) {
    String said = assertThrows(BadInput.class, () -> run(eeg, settings)).getMessage();
    assertTrue(said.contains(words), said);
  }

  @Test
  void escIsHeard() {
    RegionSignals eeg = EegHeads.dipoles(40, 100, 9);
    int[] asked = {0};
    Progress pressed =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return asked[0]++ > 200;
          }
        };
    assertThrows(Cancelled.class, () -> CleanEeg.run(eeg, AUTO, pressed));
  }
}
