package org.braindyn.signal.cleaning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

/** Columns called as fMRIPrep calls them whose values are in another unit. */
class NamedMotionTest {
  private static final List<String> SHUFFLED =
      List.of("csf", "rot_x", "trans_x", "rot_y", "trans_y", "rot_z", "trans_z");

  /** A head that shifts by 0.05 mm and turns by 0.05 mm on the sphere. */
  private static RegionSignals motion(double rotations) {
    Seed.Stream random = Seed.of(5).stream("motion");
    double[][] x = new double[7][60];
    for (int t = 1; t < 60; t++) {
      for (int c = 0; c < 7; c++) {
        double unit = SHUFFLED.get(c).startsWith("rot") ? rotations / 50 : 1;
        x[c][t] = x[c][t - 1] + 0.05 * unit * random.gaussian();
      }
    }
    return new RegionSignals(Regions.named(SHUFFLED), x, 2, "desc-confounds.tsv");
  }

  @Test
  void degreesAreSeenAndTold() {
    double[] rad = FramewiseDisplacement.of(motion(1), MotionOrder.AUTO);
    assertEquals("", FramewiseDisplacement.understood(motion(1), MotionOrder.AUTO));
    RegionSignals degrees = motion(180 / Math.PI);
    assertArrayEquals(rad, FramewiseDisplacement.of(degrees, MotionOrder.AUTO), 1e-12);
    String said = FramewiseDisplacement.understood(degrees, MotionOrder.AUTO);
    assertTrue(said.startsWith("Warning") && said.contains("degrees"), said);
    assertTrue(said.contains("convention=SPM"), said);
  }

  @Test
  void whatIsGivenCounts() {
    RegionSignals degrees = motion(180 / Math.PI);
    double[] asRad = FramewiseDisplacement.of(degrees, MotionOrder.SPM);
    assertTrue(asRad[7] > 5 * FramewiseDisplacement.of(degrees, MotionOrder.HCP)[7]);
    assertArrayEquals(
        FramewiseDisplacement.of(degrees, MotionOrder.AUTO),
        FramewiseDisplacement.of(degrees, MotionOrder.HCP),
        0);
  }

  @Test
  void whatIsNotPlausibleInAnyUnitIsTold() {
    String said = FramewiseDisplacement.understood(motion(50_000), MotionOrder.AUTO);
    assertTrue(said.contains("do not go together"), said);
  }
}
