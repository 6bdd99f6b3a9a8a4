package org.braindyn.kind.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Law;
import org.braindyn.forecast.OpenModel;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.OtherAnswer;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.Baselines;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.score.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoKindTest {
  private static final int CONTEXT = 12;
  private static final int HORIZON = 3;
  private static final AutoKind AUTO = new AutoKind();

  @TempDir Path folder;

  /** x(t) = own x(t - 1) + link x_neighbour(t - 1) + noise; a ring of five regions. */
  private static RegionSignals ring(double own, double link, int frames, long seed) {
    Seed.Stream random = Seed.of(seed).stream("ring");
    double[][] x = new double[5][frames];
    for (int t = 0; t < frames; t++) {
      for (int r = 0; r < 5; r++) {
        double past = t == 0 ? 0 : own * x[r][t - 1] + link * x[(r + 4) % 5][t - 1];
        x[r][t] = past + random.gaussian();
      }
    }
    return new RegionSignals(Regions.numbered("R", 5), x, 2, "ring " + seed);
  }

  private static RegionSignals part(RegionSignals all, int from, int to) {
    double[][] x = new double[all.size()][];
    for (int r = 0; r < x.length; r++) {
      x[r] = java.util.Arrays.copyOfRange(all.values()[r], from, to);
    }
    return all.withValues(x);
  }

  private static WindowSet windows(RegionSignals part, int stride) {
    return WindowSet.of(List.of(part), CONTEXT, HORIZON, stride);
  }

  private static TrainingSplit split(RegionSignals all) {
    int first = all.frames() * 3 / 5;
    int second = all.frames() * 4 / 5;
    return TrainingSplit.ofRecording(
        all,
        windows(part(all, 0, first), 2),
        windows(part(all, first - CONTEXT, second), 1),
        "by time");
  }

  private static WindowSet test(RegionSignals all) {
    return windows(part(all, all.frames() * 4 / 5 - CONTEXT, all.frames()), 1);
  }

  private static TrainedModel train(RegionSignals all, BrainGraph graph, String how) {
    KindSettings settings = AUTO.defaults().with(how);
    return AUTO.train(split(all), graph, settings, TrainingWatch.of(Progress.NONE));
  }

  /** Coupled, own past only, noise: beside the best baseline of its table, or zero. */
  @ParameterizedTest
  @CsvSource({"0.5,0.4,400,1", "0.7,0,400,2", "0,0,400,3"})
  void isNeverWorseThanTheBestBaseline(double own, double link, int frames, long seed) {
    RegionSignals all = ring(own, link, frames, seed);
    try (TrainedModel model = train(all, null, "network=off")) {
      double best = Double.POSITIVE_INFINITY;
      for (Forecaster f : Baselines.fit(split(all).train(), split(all).validation())) {
        best = Math.min(best, Evaluation.of(f, test(all), Progress.NONE).all().mse());
      }
      double mse = Evaluation.of(model.forecaster(), test(all), Progress.NONE).all().mse();
      assertTrue(mse < 1.03 * best, model.title() + " " + mse + " against " + best);
      if (own == 0) {
        assertEquals("auto: zero", model.title());
        BadInput why = assertThrows(BadInput.class, model::responder);
        assertTrue(why.getMessage().startsWith("Nothing here can be forecast"), why.getMessage());
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameModel() {
    RegionSignals all = ring(0.5, 0.4, 300, 4);
    try (TrainedModel a = train(all, null, "");
        TrainedModel b = train(all, null, "")) {
      assertEquals(a.title(), b.title());
      assertEquals(a.notes(), b.notes());
      SignalBatch context = test(all).all().context();
      assertArrayEquals(
          a.forecaster().forecast(context, 5, Progress.NONE).values(),
          b.forecaster().forecast(context, 5, Progress.NONE).values());
    }
  }

  @Test
  void shortRecordingsAreNotWorthANetwork() {
    try (TrainedModel model = train(ring(0.5, 0.4, 300, 4), null, "")) {
      assertTrue(model.notes().get(1).contains("No network was trained"), model.notes().toString());
      assertTrue(model.logs().isEmpty());
    }
  }

  /**
   * Whatever the network does, it is kept only if it helps; a kept one comes back from its file.
   */
  @Test
  void aNetworkIsMeasuredOnDataThatNeitherHasSeen() throws Exception {
    RegionSignals all = ring(0.5, 0.4, 1000, 5);
    String quick = "epochs=1; members=1; hidden=4; maps=2; method=euler";
    try (TrainedModel model = train(all, null, quick)) {
      String said = model.notes().get(1);
      assertTrue(said.contains("data that neither had seen"), said);
      assertEquals(said.contains("is kept"), !model.logs().isEmpty());
      assertEquals(said.contains("is kept"), model.title().endsWith("+ BrainDyn"));
      same(model, all);
    }
  }

  private void same(TrainedModel model, RegionSignals all) throws Exception {
    Path file = folder.resolve("auto.npz");
    model.write(file);
    try (TrainedModel read = ModelKinds.read(file.toFile())) {
      assertEquals(model.title(), read.title());
      assertEquals(model.assumption(), read.assumption());
      SignalBatch context = test(all).all().context();
      for (List<Forecaster> two :
          List.of(
              List.of(model.forecaster(), read.forecaster()),
              List.of(model.responder(), read.responder()))) {
        assertArrayEquals(
            two.get(0).forecast(context, 5, Progress.NONE).values(),
            two.get(1).forecast(context, 5, Progress.NONE).values(),
            1e-12);
      }
    }
  }

  @Test
  void stimulationsAreAnsweredUnderANamedAssumption() {
    RegionSignals all = ring(0.5, 0.4, 400, 6);
    double[][] links = new double[5][5];
    for (int r = 0; r < 5; r++) {
      links[r][(r + 1) % 5] = 1;
    }
    try (TrainedModel own = train(all, null, "network=off");
        TrainedModel law = train(all, BrainGraph.ofMatrix(links), "network=off")) {
      assertTrue(own.assumption().contains("every link its own, directed"), own.assumption());
      assertTrue(law.assumption().contains("one law on all links"), law.assumption());
      assertEquals(5, law.links().orElseThrow().edges());
      assertEquals("one law on all links", own.otherAnswers().get(0).assumption());
      assertEquals(2, own.otherAnswers().get(0).laws().size(), "the mean of two maps");
      assertEquals("every link its own, directed", law.otherAnswers().get(0).assumption());
    }
  }

  /** What acts within a frame, and the laws of the other assumption, are in the file. */
  @Test
  void lawsComeBackFromTheirFile() throws Exception {
    double[][] links = new double[5][5];
    for (int r = 0; r < 5; r++) {
      links[r][(r + 1) % 5] = r + 1;
    }
    RegionSignals all = ring(0.5, 0.4, 400, 6);
    for (BrainGraph graph : new BrainGraph[] {BrainGraph.ofMatrix(links), null}) {
      Path file = folder.resolve("laws.npz");
      try (TrainedModel model = train(all, graph, "network=off")) {
        model.write(file);
        try (TrainedModel read = ModelKinds.read(file.toFile())) {
          int[] held = {1, 3};
          Law before = model.responder().as(Law.class).orElseThrow();
          Law after = read.responder().as(Law.class).orElseThrow();
          assertArrayEquals(before.within(held)[0], after.within(held)[0], 1e-12);
          assertEquals(
              model.otherAnswers().stream().map(OtherAnswer::sentence).toList(),
              read.otherAnswers().stream().map(OtherAnswer::sentence).toList());
          try (OpenModel like = read.refit().fit(List.of(all), Seed.of(1), Progress.NONE)) {
            assertTrue(like.forecaster().as(Law.class).isPresent());
          }
        }
      }
    }
  }

  /** The network is shown contexts as it knows them; the law's links act within the frame. */
  @Test
  void aNetworkBesideALawKeepsTheGraphsWeights() throws Exception {
    double[][] links = new double[5][5];
    for (int r = 0; r < 5; r++) {
      links[r][(r + 1) % 5] = r + 1;
    }
    ModelKind kind = ModelKinds.named("network skip");
    KindSettings quick =
        kind.defaults().with("epochs=1; members=2; hidden=4; maps=2; method=euler");
    RegionSignals all = ring(0.5, 0.4, 400, 6);
    BrainGraph graph = BrainGraph.ofMatrix(links);
    try (TrainedModel model =
        kind.train(split(all), graph, quick, TrainingWatch.of(Progress.NONE))) {
      assertArrayEquals(links, model.graph().orElseThrow().toMatrix());
      assertTrue(model.assumption().contains("one law on all links"), model.assumption());
      same(model, all);
      SignalBatch context = test(all).all().context();
      SignalBatch moved = context.copy();
      for (int i = 0; i < moved.values().length; i++) {
        moved.values()[i] = 3 * context.values()[i] + 1;
      }
      Forecaster law = model.otherAnswers().get(0).laws().get(0);
      double[] added = difference(model.forecaster(), law, context);
      double[] later = difference(model.forecaster(), law, moved);
      for (int i = 0; i < added.length; i++) {
        assertEquals(3 * added[i], later[i], 1e-4, "what the network adds has the context's size");
      }
    }
  }

  private static double[] difference(Forecaster a, Forecaster b, SignalBatch context) {
    double[] x = a.forecast(context, HORIZON, Progress.NONE).values();
    double[] y = b.forecast(context, HORIZON, Progress.NONE).values();
    double[] d = new double[x.length];
    java.util.Arrays.setAll(d, i -> x[i] - y[i]);
    return d;
  }

  /** A null model is the law with its settings; no family is tried again. */
  @Test
  void refitsChooseNothing() throws Exception {
    RegionSignals all = ring(0.5, 0.4, 400, 7);
    TreeSet<String> told = new TreeSet<>();
    Progress listening =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            told.add(message);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    try (TrainedModel model = train(all, null, "network=off")) {
      List<RegionSignals> others = new ArrayList<>(List.of(ring(0.5, 0, 400, 8)));
      try (OpenModel like = model.refit().fit(others, Seed.of(1), listening)) {
        assertEquals(model.responder().name(), like.forecaster().name());
        assertFalse(told.stream().anyMatch(m -> m.contains("fold")), told.toString());
      }
    }
  }
}
