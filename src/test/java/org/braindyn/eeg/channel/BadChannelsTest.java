package org.braindyn.eeg.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.benchmark.EegHeads;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.signal.montage.TenTwenty;
import org.junit.jupiter.api.Test;

/** Each kind of bad channel is found for its own reason, and the others are left alone. */
class BadChannelsTest {
  private static final double RATE = 200;

  private static ChannelQuality of(List<ChannelQuality> all, String name) {
    return all.stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void everyKindIsFoundForItsReason() {
    RegionSignals eeg = EegHeads.dipoles(20, RATE, 5);
    for (ChannelQuality q : BadChannels.judge(eeg, BadLimits.usual(50), Progress.NONE)) {
      assertFalse(q.bad(), q.toString());
      assertTrue(q.correlation() > 0.5 && q.correlation() <= 1 + 1e-12, q.toString());
    }
    double[][] v = Arrays.stream(eeg.values()).map(double[]::clone).toArray(double[][]::new);
    Seed.Stream random = Seed.of(2).stream("spoilt");
    double slow = 0;
    Arrays.fill(v[TenTwenty.TUSZ.indexOf("FP1")], 12.5); // a constant
    Arrays.fill(v[TenTwenty.TUSZ.indexOf("O2")], 0, 3000, Double.NaN);
    for (int t = 0; t < eeg.frames(); t++) {
      slow = 0.97 * slow + random.gaussian();
      v[TenTwenty.TUSZ.indexOf("F4")][t] *= 9;
      v[TenTwenty.TUSZ.indexOf("P3")][t] = slow * 5;
      v[TenTwenty.TUSZ.indexOf("T6")][t] += 60 * Math.sin(2 * Math.PI * 50 * t / RATE);
    }
    List<ChannelQuality> found =
        BadChannels.judge(eeg.withValues(v), BadLimits.usual(50), Progress.NONE);
    assertEquals(List.of("flat"), of(found, "Fp1").reasons());
    assertEquals(List.of("without values"), of(found, "O2").reasons());
    assertTrue(of(found, "F4").reasons().get(0).contains("varies much more"));
    assertTrue(of(found, "P3").bad(), of(found, "P3").toString());
    assertTrue(of(found, "T6").reasons().contains("50 Hz of the mains"));
    assertEquals(5, found.stream().filter(ChannelQuality::bad).count());
    assertEquals(
        found.toString(),
        BadChannels.judge(eeg.withValues(v), BadLimits.usual(50), Progress.NONE).toString(),
        "the same again");
  }

  @Test
  void whatCannotBeJudgedIsRefused() {
    RegionSignals eeg = EegHeads.dipoles(6, 100, 5);
    double[][] nothing = new double[19][600];
    assertTrue(message(eeg.withValues(nothing)).contains("every channel looks bad"));
    double[][] three = Arrays.copyOf(eeg.values(), 3);
    assertTrue(
        message(new RegionSignals(Regions.named(List.of("C3", "C4", "Cz")), three, 0.01, "few.edf"))
            .contains("few.edf has 3 channels"));
    assertTrue(message(eeg.frames(0, 300)).contains("at least 5 s"));
    assertTrue(assertThrows(BadInput.class, () -> BadLimits.usual(-1)).getMessage().contains("50"));
    Progress pressed =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(Cancelled.class, () -> BadChannels.judge(eeg, BadLimits.usual(0), pressed));
  }

  private static String message(RegionSignals eeg) {
    return assertThrows(
            BadInput.class, () -> BadChannels.judge(eeg, BadLimits.usual(50), Progress.NONE))
        .getMessage();
  }
}
