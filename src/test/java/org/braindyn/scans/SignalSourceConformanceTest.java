package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every way of making signals must keep: names, order, values, NaN, constants, units. */
class SignalSourceConformanceTest {
  /** Ascending labels with gaps, so that the order by label is the order of the regions. */
  private static final int[] LABELS = {1, 7, 44, 2001, 9170, 30000};

  @TempDir Path dir;

  private static RegionSignals truth(int regions, int frames, double interval) {
    Seed.Stream random = Seed.of(9).stream("conformance");
    double[][] values = new double[regions][frames];
    List<Region> list = new ArrayList<>();
    for (int r = 0; r < regions; r++) {
      list.add(Region.named(LABELS[r], "Area " + (char) ('Z' - r) + ", left"));
      for (int t = 0; t < frames; t++) {
        values[r][t] = 1000 * (r + 1) + random.gaussian();
      }
    }
    return new RegionSignals(new Regions(list), values, interval, "truth");
  }

  private static void agree(SignalSource source, RegionSignals truth, RegionSignals made) {
    assertEquals(truth.size(), made.size(), "regions");
    assertEquals(truth.frames(), made.frames(), "frames");
    if (source.names) {
      assertEquals(truth.regions().names(), made.regions().names());
    } else {
      for (int r = 0; r < made.size(); r++) {
        assertTrue(made.regions().get(r).name().matches("(Region|Label) " + (r + 1)));
      }
    }
    for (int r = 0; r < truth.size(); r++) {
      // Means over equal voxels may differ in the last digit.
      assertArrayEquals(truth.values()[r], made.values()[r], 1e-11, "region " + r);
    }
  }

  @ParameterizedTest
  @EnumSource(SignalSource.class)
  void keepsNamesOrderValuesAndSeconds(SignalSource source) throws IOException {
    RegionSignals truth = truth(6, 40, 0.72);
    RegionSignals made = source.make(truth, dir);
    agree(source, truth, made);
    assertEquals(0.72, made.interval(), 0);
  }

  @ParameterizedTest
  @EnumSource(SignalSource.class)
  void anUnknownIntervalStaysUnknown(SignalSource source) throws IOException {
    assumeTrue(source.canBeSilent(), "the format always says the interval");
    RegionSignals truth = truth(3, 10, Double.NaN);
    assertTrue(Double.isNaN(source.make(truth, dir).interval()));
  }

  @ParameterizedTest
  @EnumSource(SignalSource.class)
  void oneFrame(SignalSource source) throws IOException {
    RegionSignals truth = truth(4, 1, source.canBeSilent() ? Double.NaN : 2);
    agree(source, truth, source.make(truth, dir));
  }

  @ParameterizedTest
  @EnumSource(SignalSource.class)
  void oneRegion(SignalSource source) throws IOException {
    RegionSignals truth = truth(1, 12, 2);
    agree(source, truth, source.make(truth, dir));
  }

  @ParameterizedTest
  @EnumSource(SignalSource.class)
  void aConstantAndALostRegionKeepTheirPlaces(SignalSource source) throws IOException {
    assumeTrue(source.constants, "clusters see constant and NaN voxels as background");
    RegionSignals truth = truth(4, 10, 2);
    java.util.Arrays.fill(truth.values()[1], 5);
    java.util.Arrays.fill(truth.values()[2], Double.NaN);
    agree(source, truth, source.make(truth, dir));
  }
}
