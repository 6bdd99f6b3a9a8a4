package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.choice.Chosen;
import org.braindyn.forecast.family.choice.FamilyChoice;
import org.braindyn.signal.ContextFloor;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.WindowSet;
import org.braindyn.spikes.SpikeBenchmark;
import org.braindyn.training.score.Evaluation;
import org.junit.jupiter.api.Test;

/** Neurons that are silent for a whole context and then fire. */
class QuietContextsTest {
  private static RegionSignals rates(int subject, double milliseconds) {
    SpikeBenchmark standard =
        SpikeBenchmark.standard(SpikeBenchmark.wiring("small world", 20, Seed.of(1)), Seed.of(1));
    return new SpikeBenchmark(
            standard.network(),
            milliseconds,
            standard.settling(),
            standard.bin(),
            standard.smoothing(),
            standard.seed())
        .rates(subject, List.of(), Progress.NONE);
  }

  /** About what one spike gives, 8.5 Hz by its smoothed course; studies take 10 by hand. */
  @Test
  void ratesOfNeuronsGetAFloorOfAboutOneSpike() {
    WindowSet set = WindowSet.of(List.of(rates(0, 10_000)), 30, 10, 1);
    double floor = ContextFloor.of(set);
    assertTrue(floor > 6 && floor < 14, "" + floor);
    assertEquals(floor, ContextFloor.applied(set).shape().floor());
    assertTrue(ContextFloor.sentence(ContextFloor.applied(set)).contains("silent"));
  }

  @Test
  void signalsThatNeverRestKeepTheUsualFloor() {
    Seed.Stream random = Seed.of(3).stream("noise");
    double[][] values = new double[6][400];
    for (double[] row : values) {
      Arrays.setAll(row, t -> 50 + random.gaussian());
    }
    Arrays.fill(values[0], 100, 400, 7); // it stops for good: nothing moves after it
    values[1][200] = 1e4; // an accident
    WindowSet set =
        WindowSet.of(
            List.of(new RegionSignals(Regions.numbered("R", 6), values, 1, "noise")), 30, 10, 1);
    assertEquals(ContextNormalisation.FLOOR, ContextFloor.of(set));
    assertEquals("", ContextFloor.sentence(ContextFloor.applied(set)));
  }

  /** What Train does with one recording, all by default. */
  @Test
  void trainingOnRatesIsNotDecidedBySilence() {
    TimeSplit split = TimeSplit.of(rates(1, 10_000), null, 30, 10, 3);
    double floor = split.train().shape().floor();
    assertTrue(floor > 6, "" + floor);
    for (WindowSet one :
        List.of(split.validation(), split.far(), split.farValidation(), split.test())) {
      assertEquals(floor, one.shape().floor());
    }
    assertEquals(floor, split.learning().groups(4).shape().floor());
    assertEquals(floor, split.learning().together().shape().floor());
    Chosen chosen =
        FamilyChoice.among(FamilyData.of(split.train(), null, Seed.of(1)), Progress.NONE);
    double mse = Evaluation.of(chosen.model(), split.test(), Progress.NONE).all().mse();
    assertTrue(mse > 0.5 && mse < 2, chosen.verdict() + " " + mse);
  }
}
