package org.braindyn.cohort.predict.tuned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.cohort.SimulatedPeople;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.kind.TunableEncoder;
import org.braindyn.kind.TunableEncoder.Seen;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fine-tuning in one fold: nothing of those who are tested is seen, and it does learn. */
class TunedFoldTest {
  private static final int PEOPLE = 20;
  private static final int TRAIN = 16;
  private static final SimulatedPeople SIMULATED = new SimulatedPeople(6, 80, 0.3, Seed.of(1));

  private static TrainedModel model;

  @BeforeAll
  static void train() {
    model = trained("masked", "epochs=2; width=8; depth=2; windows=16; draws=1; keep=network");
  }

  private static TrainedModel trained(String name, String settings) {
    ModelKind kind = ModelKinds.named(name);
    List<RegionSignals> others = List.of(SIMULATED.run(100, 0, 1), SIMULATED.run(101, 0, -1));
    return kind.train(
        TrainingSplit.all(others, 12, 6),
        null,
        KindSettings.defaults(kind).with(settings),
        TrainingWatch.of(Progress.NONE));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static List<RegionSignals> runs() {
    return new ArrayList<>(
        IntStream.range(0, PEOPLE)
            .mapToObj(p -> SIMULATED.run(p, 0, p % 2 == 0 ? 1.5 : -1.5))
            .toList());
  }

  private static double[] scores(boolean binary) {
    return IntStream.range(0, PEOPLE)
        .mapToDouble(p -> p % 2 == 0 ? 1 : binary ? 0 : -1 + 0.01 * p)
        .toArray();
  }

  private static TunedFold.Result fit(
      List<RegionSignals> runs, double[] y, boolean binary, int epochs) {
    TunedPeople people = new TunedPeople(model, new Tuning(true, epochs, 0.01, 5));
    List<String> names = new ArrayList<>();
    for (int p = 0; p < PEOPLE; p++) {
      names.add("p" + p);
      people.keep("p" + p, runs.get(p));
    }
    int[] train = IntStream.range(0, TRAIN).toArray();
    int[] test = IntStream.range(TRAIN, PEOPLE).toArray();
    TunedFold.Task task =
        new TunedFold.Task(
            y, binary, new double[PEOPLE][0], new double[PEOPLE], train, test, Seed.of(3));
    return new TunedFold(people, names).fit(task, Progress.NONE);
  }

  /** Other recordings and other scores of those who are tested change nothing for the first. */
  @Test
  void nothingOfThoseWhoAreTestedIsSeen() {
    for (boolean binary : new boolean[] {false, true}) {
      TunedFold.Result one = fit(runs(), scores(binary), binary, 8);
      List<RegionSignals> runs = runs();
      double[] y = scores(binary);
      for (int p = TRAIN; p < PEOPLE; p++) {
        y[p] = binary ? 1 - y[p] : 1000 * y[p];
        if (p > TRAIN) {
          runs.set(p, SIMULATED.run(500 + p, 0, 3));
        }
      }
      TunedFold.Result other = fit(runs, y, binary, 8);
      assertTrue(one.epochs() > 0, "or nothing was tuned");
      assertEquals(one.epochs(), other.epochs());
      assertEquals(one.added()[0], other.added()[0], 0);
      assertNotEquals(one.added()[1], other.added()[1], "another recording");
      y[0] = binary ? 1 - y[0] : -y[0]; // of one who trains
      assertNotEquals(one.added()[0], fit(runs, y, binary, 8).added()[0]);
    }
  }

  @Test
  void noPassIsTheFrozenEmbedding() {
    TunedFold.Result none = fit(runs(), scores(false), false, 0);
    assertEquals(0, none.epochs());
    assertArrayEquals(none.added(), fit(runs(), scores(false), false, 0).added(), 0);
  }

  /** A small step against the gradient lowers the loss; the model and other copies stay. */
  @Test
  void stepsGoDown() {
    TunableEncoder encoder = model.tunableEncoder().orElseThrow();
    List<List<Seen>> people =
        runs().subList(0, 5).stream().map(r -> List.of(encoder.windows(r))).toList();
    for (boolean all : new boolean[] {false, true}) {
      try (TunableEncoder.Copy copy = encoder.copy(all);
          TunableEncoder.Copy still = encoder.copy(all)) {
        double[][] before = copy.embed(people, Progress.NONE);
        double[][] slopes = new double[5][encoder.width()];
        Seed.Stream random = Seed.of(5).stream("slopes");
        for (double[] row : slopes) {
          for (int c = 0; c < row.length; c++) {
            row[c] = random.gaussian();
          }
        }
        copy.step(people, made -> slopes, 1e-3, Progress.NONE);
        double[][] after = copy.embed(people, Progress.NONE);
        double change = 0;
        for (int p = 0; p < 5; p++) {
          for (int c = 0; c < slopes[p].length; c++) {
            change += slopes[p][c] * (after[p][c] - before[p][c]);
          }
        }
        assertTrue(change < 0, "the loss rose by " + change);
        double[][] own = still.embed(people, Progress.NONE);
        for (int p = 0; p < 5; p++) {
          assertArrayEquals(before[p], own[p], 0);
        }
      }
    }
  }

  @Test
  void mistakesAreNamed() {
    try (TrainedModel other = trained("VAR on windows", "")) {
      BadInput e = assertThrows(BadInput.class, () -> new TunedPeople(other, Tuning.usual()));
      assertTrue(e.getMessage().contains("cannot be fine-tuned"), e.getMessage());
    }
    TunedPeople people = new TunedPeople(model, Tuning.usual());
    RegionSignals small = new SimulatedPeople(4, 80, 0.3, Seed.of(1)).run(0, 0, 0);
    BadInput e = assertThrows(BadInput.class, () -> people.keep("p", small));
    assertTrue(e.getMessage().contains("has 4 regions, the model 6"), e.getMessage());
    assertThrows(BadInput.class, () -> new Tuning(true, 3, 0, 3));
    assertThrows(BadInput.class, () -> new Tuning(true, -1, 0.1, 3));
    Progress stopped =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    TunableEncoder encoder = model.tunableEncoder().orElseThrow();
    List<List<Seen>> one = List.of(List.of(encoder.windows(runs().get(0))));
    try (TunableEncoder.Copy copy = encoder.copy(false)) {
      assertThrows(Cancelled.class, () -> copy.embed(one, stopped));
    }
  }
}
