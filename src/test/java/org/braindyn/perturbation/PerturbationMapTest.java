package org.braindyn.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.stimulation.EffectTable;
import org.junit.jupiter.api.Test;

class PerturbationMapTest {
  private static final Regions REGIONS = Regions.named(List.of("A", "B", "C", "alone"));
  // A excites B, B inhibits C, nothing touches "alone"
  private static final double[][] WEIGHT = {
    {0.5, 0.6, 0, 0}, {0, 0.5, -0.4, 0}, {0, 0, 0.5, 0}, {0, 0, 0, 0.9}
  };

  private static SignalBatch contexts(int windows) {
    SignalBatch batch = new SignalBatch(windows, 4, 8);
    Seed.Stream random = Seed.of(4).stream("contexts");
    for (int i = 0; i < batch.values().length; i++) {
      batch.values()[i] = random.gaussian();
    }
    return batch;
  }

  private static PerturbationMap map(String text, PerturbationMap.Settings settings) {
    return PerturbationMap.compute(
        new LinearForecaster(WEIGHT),
        REGIONS,
        2,
        contexts(70),
        Perturbation.parse(text, 2),
        settings,
        Progress.NONE);
  }

  /** Analytic answers of x(t+1) = A' x(t), which does not suppose scaled contexts. */
  private static PerturbationMap.Settings asItIs(int frames) {
    return PerturbationMap.Settings.frames(frames).withRescaled(false);
  }

  private static double[][] mean(String text) {
    return map(text, asItIs(6)).mean();
  }

  @Test
  void impulseInTheContextFollowsThePowersOfTheMatrix() {
    PerturbationMap map = map("impulse on A size 2", PerturbationMap.Settings.frames(6));
    double[][] mean = map.mean();
    double[] x = {2, 0, 0, 0};
    for (int t = 0; t < 6; t++) {
      x = step(x);
      for (int r = 0; r < 4; r++) {
        assertEquals(x[r], mean[r][t], 1e-12);
        assertEquals(0, map.sd()[r][t], 1e-12, "a linear model answers every window alike");
      }
    }
    assertTrue(mean[1][0] > 0 && mean[2][1] < 0);
  }

  @Test
  void refittedModelsAreAdvisedOnlyWhereNoneWereMade() {
    PerturbationMap map = map("impulse on A size 2", asItIs(6));
    List<EffectSummary> none = EffectSummary.of(map, null, null);
    assertTrue(EffectTable.interval(map, none).contains("surrogates=19"));
    List<EffectSummary> refitted = none.stream().map(PerturbationMapTest::withQ).toList();
    String note = EffectTable.interval(map, refitted);
    assertTrue(note.contains("No interval over windows"), note);
    assertFalse(note.contains("surrogates"), note);
  }

  private static EffectSummary withQ(EffectSummary s) {
    return new EffectSummary(
        s.region(), s.peak(), s.frame(), s.latency(), s.firstPeak(), s.low(), s.high(), 1, 0.05, 1);
  }

  @Test
  void theLogSaysWhenNothingCanReachTheOthers() {
    assertTrue(EffectTable.notes(map("step on alone size 3", asItIs(6))).contains("exactly 0"));
    assertFalse(EffectTable.notes(map("step on A size 3", asItIs(6))).contains("exactly 0"));
    assertFalse(EffectTable.notes(map("silence on all", asItIs(6))).contains("exactly 0"));
  }

  @Test
  void regionWithoutLinksChangesNoOtherExactly() {
    double[][] mean = mean("impulse on alone size 3");
    for (int r = 0; r < 3; r++) {
      for (double v : mean[r]) {
        assertEquals(0.0, v, 0.0);
      }
    }
    assertEquals(2.7, mean[3][0], 1e-12);
  }

  @Test
  void stepOnTheForecastIsFedBack() {
    double[][] mean = mean("step on A size 1 onset 1 duration 2");
    double[] x = new double[4];
    for (int t = 0; t < 6; t++) {
      x = step(x);
      x[0] += t == 1 || t == 2 ? 1 : 0;
      for (int r = 0; r < 4; r++) {
        assertEquals(x[r], mean[r][t], 1e-12);
      }
    }
  }

  @Test
  void silencedRegionIsHeldAtItsMean() {
    PerturbationMap map = map("silence on A onset 0", asItIs(5));
    SignalBatch plain = new LinearForecaster(WEIGHT).forecast(contexts(70), 5, Progress.NONE);
    for (int w = 0; w < 70; w++) {
      for (int t = 0; t < 5; t++) {
        assertEquals(-plain.get(w, 0, t), map.effects().get(w, 0, t), 1e-12);
      }
    }
  }

  @Test
  void courseHoldsTheEffectWhateverTheModelSays() {
    double[][] mean = mean("course on A onset 0 values 1,2,3,2");
    double[] course = {1, 2, 3, 2, 1, 0.5}; // released after the last value
    double b = 0;
    for (int t = 0; t < 6; t++) {
      assertEquals(course[t], mean[0][t], 1e-12);
      b = 0.5 * b + (t > 0 ? 0.6 * course[t - 1] : 0);
      assertEquals(b, mean[1][t], 1e-12);
    }
  }

  @Test
  void stimulatedRegionFollowsTheHaemodynamicResponse() {
    PerturbationMap map =
        map("stimulate on A size 2 duration 2", PerturbationMap.Settings.frames(15));
    double[] a = map.mean()[0];
    assertEquals(0, a[0], 1e-12);
    assertEquals(2, java.util.Arrays.stream(a).max().orElse(0), 1e-12);
    assertTrue(a[3] > 1.8 && a[12] < 0, "peak about 7 s, undershoot later");
    String text = map.perturbation().toString();
    assertEquals(map.perturbation(), Perturbation.parse(text, 2));
  }

  @Test
  void everyKindChangesTheSignalAsItSays() {
    assertEquals(1.5, shape("hold on A size 1.5", 0.3, 0));
    assertEquals(0.6, shape("gain on A size 2", 0.3, 0), 1e-12);
    assertEquals(0.3 + 0.5, shape("ramp on A size 1 onset 0 duration 4", 0.3, 1), 1e-12);
    assertEquals(0.3 + 1, shape("ramp on A size 1 onset 0", 0.3, 9), 1e-12);
    assertEquals(0.3 + 2, shape("sine on A size 2 onset 0 period 8", 0.3, 2), 1e-12);
    assertEquals(0.3 + 1, shape("pulses on A size 1 onset 0 period 3 width 2", 0.3, 4), 1e-12);
    assertEquals(0.3, shape("pulses on A size 1 onset 0 period 3 width 2", 0.3, 5), 1e-12);
    assertEquals(0.3 - 2, shape("course on A onset 0 values 1,-2,3", 0.3, 1), 1e-12);
    assertEquals(0.3 + 1.4, shape("noise on A size 2", 0.3, 0), 1e-12);
    assertEquals(0, shape("silence on A", 0.3, 0));
  }

  private static double shape(String text, double value, int frame) {
    Intervention part = Perturbation.parse(text, 2).interventions().get(0);
    assertTrue(part.active(frame));
    return part.apply(value, value, frame, 10, 0.7);
  }

  @Test
  void textReadsBackAndKnowsSeconds() {
    String text = "step on left size 1.5 onset 0 duration 2; silence on A,B onset 4 duration 1";
    assertEquals(text, Perturbation.parse(text, 2).toString());
    assertEquals(
        "step on Area 51 size 1 onset 2 duration 3",
        Perturbation.parse("Step on Area 51 onset 4s duration 6s", 2).toString());
    for (String kind : List.of("sine", "pulses", "gain", "noise", "hold", "ramp", "impulse")) {
      String once = Perturbation.parse(kind + " on A size 2 period 5 width 2", 2).toString();
      assertEquals(once, Perturbation.parse(once, 2).toString());
    }
  }

  @Test
  void refusesWhatCannotBe() {
    refused("impulse on D size 1", "no region named");
    refused("impulse on A size 0", "finite size other than 0");
    refused("impulse on A size NaN", "finite size");
    refused("impulse on A size Infinity", "finite size");
    refused("gain on A size 1", "changes nothing");
    refused("gain on A", "changes nothing");
    refused("step on A size", "no value after \"size\"");
    refused("step on A size 2 onset", "no value after \"onset\"");
    refused("impulse on A onset 6", "forecast ends in frame 5");
    refused("impulse on A onset -9", "context begins in frame -8");
    refused("step on A onset 0; silence on A,B onset 3", "contradict");
    refused("shove on A", "no perturbation \"shove\"");
    refused("impulse A", "cannot be read");
    refused("impulse on A size big", "not a number");
    refused("step on A size 1 duration 0", "duration");
    refused("step on left size 1", "hemisphere");
    refused("course on A", "needs one or more");
    refused("course on A values 1,x", "not a number");
    refused("", "empty");
    assertThrows(BadInput.class, () -> Perturbation.parse("step on A onset 4s", Double.NaN));
  }

  private static void refused(String text, String because) {
    BadInput e = assertThrows(BadInput.class, () -> mean(text));
    assertTrue(e.getMessage().contains(because), e.getMessage());
  }

  @Test
  void additiveInterventionsAddUp() {
    double[][] both = mean("impulse on A size 1; impulse on A size 2");
    assertEquals(mean("impulse on A size 3")[1][3], both[1][3], 1e-12);
  }

  @Test
  void divergenceIsToldAndTheRestKept() {
    double[][] wild = {{0, 99, 0, 0}, {99, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}};
    PerturbationMap map =
        PerturbationMap.compute(
            new LinearForecaster(wild),
            REGIONS,
            2,
            contexts(3),
            Perturbation.parse("impulse on A size 1", 2),
            PerturbationMap.Settings.frames(6),
            Progress.NONE);
    assertTrue(map.warning().contains("frame 3") && map.warning().contains("region A"));
    assertEquals(99 * 99 * 99, map.mean()[1][2], 1e-6);
    assertTrue(Double.isNaN(map.mean()[1][3]) && Double.isNaN(map.mean()[0][5]));
    assertEquals("", map("impulse on A", PerturbationMap.Settings.frames(3)).warning());
  }

  /** Fed back frame by frame, a model that refuses what is not finite is not asked again. */
  @Test
  void divergenceWhileFeedingBackIsToldToo() {
    double[][] wild = {{0, 99, 0, 0}, {99, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}};
    LinearForecaster linear = new LinearForecaster(wild);
    Forecaster strict =
        new Forecaster() {
          @Override
          public String name() {
            return "strict";
          }

          @Override
          public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
            for (double v : context.values()) {
              if (!(Math.abs(v) < 1e7)) {
                throw new BadInput("not finite");
              }
            }
            return linear.forecast(context, horizon, progress);
          }
        };
    SignalBatch still = new SignalBatch(2, 4, 8);
    PerturbationMap map =
        PerturbationMap.compute(
            strict,
            REGIONS,
            2,
            still,
            Perturbation.parse("step on A size 1 onset 0 duration 1", 2),
            asItIs(12),
            Progress.NONE);
    assertTrue(map.warning().contains("frame 4") && map.warning().contains("region A"));
    assertEquals(99 * 99 * 99, map.mean()[1][3], 1e-6);
    assertTrue(Double.isNaN(map.mean()[2][4]));
  }

  @Test
  void stopsWhenAsked() {
    Progress stop =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    Perturbation p = Perturbation.parse("impulse on A", 2);
    assertThrows(
        Cancelled.class,
        () ->
            PerturbationMap.compute(
                new LinearForecaster(WEIGHT),
                REGIONS,
                2,
                contexts(3),
                p,
                PerturbationMap.Settings.frames(6),
                stop));
  }

  private static double[] step(double[] x) {
    double[] next = new double[4];
    for (int u = 0; u < 4; u++) {
      for (int v = 0; v < 4; v++) {
        next[v] += WEIGHT[u][v] * x[u];
      }
    }
    return next;
  }

  @Test
  void noiseIsOneCourseInEveryWindow() {
    PerturbationMap map =
        map("noise on A size 1 onset 0", PerturbationMap.Settings.frames(300).withRescaled(false));
    double[] a = map.mean()[0];
    double before = 0;
    double square = 0;
    for (int t = 0; t < 300; t++) {
      double drawn = a[t] - 0.5 * before; // x(t+1) = 0.5 x(t) + noise
      before = a[t];
      square += drawn * drawn / 300;
      assertEquals(0, map.sd()[0][t], 1e-9, "all 70 windows get the same course");
    }
    assertEquals(1, Math.sqrt(square), 0.15, "white noise of the size that was asked for");
  }
}
