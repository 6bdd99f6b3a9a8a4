package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.people.ConditionStudy.Row;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.dataset.DataSetEntry;
import org.junit.jupiter.api.Test;

class ConditionStudyTest {
  private static final int N = 3;
  private final List<RegionSignals> signals = new ArrayList<>();

  private DataSet conditions(int... frames) {
    List<DataSetEntry> entries = new ArrayList<>();
    for (int c = 0; c < frames.length; c++) {
      Seed.Stream random = Seed.of(1).derive("condition", c).stream("noise");
      double[][] x = new double[N][frames[c]];
      for (int r = 0; r < N; r++) {
        for (int t = 0; t < frames[c]; t++) {
          double past = t == 0 ? 0 : 0.9 * x[r][t - 1];
          x[r][t] = past + 5 * random.gaussian();
        }
      }
      String name = "abc".substring(c, c + 1);
      signals.add(new RegionSignals(Regions.numbered("cell", N), x, 1, name));
      entries.add(new DataSetEntry("fish", "", "", "", Path.of(name + ".csv"), 1));
    }
    return DataSet.of(entries, signals);
  }

  private static Row row(List<Row> rows, String forecaster, int context, String condition) {
    return rows.stream()
        .filter(r -> r.forecaster().equals(forecaster))
        .filter(r -> r.context() == context && r.condition().equals(condition))
        .findFirst()
        .orElseThrow();
  }

  /** Mean absolute error of the context's mean, window by window, in the recording's unit. */
  private double byHand(int condition, int context, int first) {
    double[][] x = signals.get(condition).values();
    double sum = 0;
    int count = 0;
    for (int start = first; start + ConditionStudy.HORIZON <= x[0].length; start++) {
      for (double[] row : x) {
        double mean = 0;
        for (int t = start - context; t < start; t++) {
          mean += row[t] / context;
        }
        for (int p = 0; p < ConditionStudy.HORIZON; p++) {
          sum += Math.abs(row[start + p] - mean);
          count++;
        }
      }
    }
    return sum / count;
  }

  @Test
  void bothContextsAreTestedOnTheSameFramesInTheRecordingsUnit() {
    DataSet data = conditions(600, 640, 400);
    ConditionStudy study =
        ConditionStudy.run(data, "c", PeoplePlan.kinds("none"), Seed.of(1), Progress.NONE);
    for (int context : ConditionStudy.CONTEXTS) {
      Row a = row(study.rows(), "zero", context, "a");
      assertEquals(byHand(0, context, 480), a.mean(), 1e-9);
      assertEquals(120 - 32 + 1, a.windows());
      Row held = row(study.rows(), "zero", context, "c");
      assertTrue(held.heldOut() && !a.heldOut());
      assertEquals(byHand(2, context, 256), held.mean(), 1e-9);
      assertEquals(400 - 256 - 32 + 1, held.windows());
    }
    double zero = row(study.rows(), "zero", 256, "c").mae()[0];
    double damped = row(study.rows(), "damped persistence", 256, "c").mae()[0];
    assertTrue(damped < 0.8 * zero, "what was learnt elsewhere holds here: " + damped);
    assertEquals("mean of all", study.table().rows().get(0).get(2));
  }

  @Test
  void whatCannotBeDividedIsRefused() {
    DataSet data = conditions(600, 640);
    assertTrue(refusal(data, "d").contains("holdout=d is no condition of these data"));
    signals.clear();
    assertTrue(refusal(conditions(400, 640), "").contains("a has 400 frames, too few"));
    BadInput e = assertThrows(BadInput.class, () -> ConditionStudy.alone(null, 3, null));
    assertTrue(e.getMessage().startsWith("train=3 has no meaning with design=conditions"));
  }

  private static String refusal(DataSet data, String heldOut) {
    return assertThrows(
            BadInput.class,
            () ->
                ConditionStudy.run(
                    data, heldOut, PeoplePlan.kinds("none"), Seed.of(1), Progress.NONE))
        .getMessage();
  }

  /** A cheap family trains on four frames of context, too. */
  @Test
  void familiesKnowShortContexts() {
    DataSet data = conditions(600, 640);
    ConditionStudy study =
        ConditionStudy.run(data, "", PeoplePlan.kinds("own past AR"), Seed.of(1), Progress.NONE);
    double zero = row(study.rows(), "zero", 4, "b").mean();
    Row own =
        study.rows().stream()
            .filter(r -> r.context() == 4 && r.condition().equals("b"))
            .findFirst()
            .orElseThrow();
    assertTrue(own.mean() < zero, own + " against " + zero);
  }
}
