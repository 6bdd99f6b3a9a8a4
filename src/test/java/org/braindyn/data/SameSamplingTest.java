package org.braindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.training.dataset.DataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameSamplingTest {
  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 0.004, 0.72, 2, 86400})
  void equalityIsAShareAtEveryScale(double interval) {
    assertTrue(SameSampling.same(interval, interval * 1.004));
    assertFalse(SameSampling.same(interval, interval * 1.006));
    assertFalse(SameSampling.same(interval * 1.006, interval));
    assertTrue(SameSampling.equal(interval, (float) interval));
    assertFalse(SameSampling.equal(interval, interval * 1.0001));
    assertTrue(SameSampling.same(interval, Double.NaN));
  }

  private static RegionSignals every(double interval) {
    double[][] values = {{1, 2, 3, 2}, {2, 1, 4, 5}};
    return new RegionSignals(Regions.numbered("r", 2), values, interval, interval + " s");
  }

  @Test
  void recordingsAtFourAndNearlyFiveMillisecondsAreNotOneDataSet() {
    BadInput refused =
        assertThrows(BadInput.class, () -> DataSet.check(every(0.004), every(0.0049)));
    assertTrue(refused.getMessage().contains("0.0049 s"), refused.getMessage());
    DataSet.check(every(2), every(2.004)); // 4 ms, but the same sampling
  }

  @Test
  void channelsOfOneRateMayDifferInTheLastDigits() {
    Channel a = new Channel("a", "uV", 256, new double[8]);
    Channel b = new Channel("b", "uV", 1 / (1 / 256.0000001), new double[8]);
    ChannelRecording both =
        new ChannelRecording(
            java.util.List.of(a, b),
            java.util.List.of(),
            java.util.List.of(),
            null,
            java.util.List.of(),
            "x.edf");
    assertEquals(2, both.toSignals().size());
  }
}
