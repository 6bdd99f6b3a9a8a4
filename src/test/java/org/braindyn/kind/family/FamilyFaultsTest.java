package org.braindyn.kind.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What families and the choice are given that they cannot use: a sentence, or a named fallback. */
class FamilyFaultsTest {
  private static final int N = 5;
  private static final String QUICK = "epochs=1; members=1; hidden=4; maps=2; method=euler";

  private static double[][] noise(int frames) {
    Seed.Stream random = Seed.of(5).stream("noise");
    double[][] x = new double[N][frames];
    for (int t = 0; t < frames; t++) {
      for (int r = 0; r < N; r++) {
        double past = t == 0 ? 0 : 0.6 * x[r][t - 1] + 0.2 * x[(r + 1) % N][t - 1];
        x[r][t] = past + random.gaussian();
      }
    }
    return x;
  }

  private static TrainingSplit split(double[][] x) {
    RegionSignals all = new RegionSignals(Regions.numbered("R", x.length), x, 2, "one person");
    int cut = all.frames() * 4 / 5;
    return TrainingSplit.ofRecording(
        all,
        WindowSet.of(List.of(part(all, 0, cut)), 12, 3, 2),
        WindowSet.of(List.of(part(all, cut - 12, all.frames())), 12, 3, 1),
        "by time");
  }

  private static RegionSignals part(RegionSignals all, int from, int to) {
    return all.withValues(
        Arrays.stream(all.values())
            .map(row -> Arrays.copyOfRange(row, from, to))
            .toArray(double[][]::new));
  }

  private static TrainedModel train(String name, TrainingSplit split, BrainGraph graph) {
    ModelKind kind = ModelKinds.named(name);
    var settings = kind.defaults();
    settings = settings.has("members") ? settings.with(QUICK) : settings;
    return kind.train(split, graph, settings, TrainingWatch.of(Progress.NONE));
  }

  private static String refusal(String kind, BrainGraph graph) {
    return assertThrows(BadInput.class, () -> train(kind, split(noise(200)), graph).close())
        .getMessage();
  }

  private static BrainGraph ring(int regions, double weight) {
    double[][] links = new double[regions][regions];
    for (int r = 0; r < regions; r++) {
      links[r][(r + 1) % regions] = weight;
    }
    return BrainGraph.ofMatrix(links);
  }

  @ParameterizedTest
  @ValueSource(strings = {"network AR on the graph given", "network skip", "masked VAR", "auto"})
  void aGraphOfOtherRegionsIsRefused(String kind) {
    String said = refusal(kind, ring(4, 1));
    assertTrue(said.contains("joins 4 regions") && said.contains("have 5"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"network AR on the graph given", "network skip"})
  void weightsThatAreNoneAreRefused(String kind) {
    String said = refusal(kind, ring(N, -1));
    assertTrue(said.contains("weighs -1.0") && said.contains("0 or more"), said);
    BrainGraph nan = new BrainGraph(N, new int[] {0}, new int[] {1}, new double[] {Double.NaN});
    said = refusal(kind, nan);
    assertTrue(said.contains("weighs NaN"), said);
    BrainGraph zero = new BrainGraph(N, new int[] {0}, new int[] {1}, new double[] {0});
    said = refusal(kind, zero);
    assertTrue(said.contains("has a weight above 0"), said);
  }

  @Test
  void theChoiceGoesOnWithoutLinksItCannotUse() {
    try (TrainedModel model = train("auto", split(noise(300)), ring(N, -1))) {
      String said = String.join(" ", model.notes());
      assertTrue(said.contains("the graph has negative weights"), said);
      assertTrue(model.assumption().contains("every link its own"), model.assumption());
    }
    BrainGraph nan = new BrainGraph(N, new int[] {0}, new int[] {1}, new double[] {Double.NaN});
    assertTrue(refusal("auto", nan).contains("weighs NaN"));
  }

  @Test
  void fewerFramesThanAWindowAreRefused() {
    String said = assertThrows(BadInput.class, () -> split(noise(16))).getMessage();
    assertTrue(said.contains("fewer than one window (context 12 + horizon 3)"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "network skip", "direct ridge", "VAR shrunk to network AR"})
  void aRegionThatNeverMovesIsForecastToStay(String kind) {
    double[][] x = noise(300);
    Arrays.fill(x[2], 100);
    TrainingSplit split = split(x);
    try (TrainedModel model = train(kind, split, null)) {
      double[] ahead =
          model
              .forecaster()
              .forecast(split.validation().range(0, 3).context(), 5, Progress.NONE)
              .values();
      assertTrue(Arrays.stream(ahead).allMatch(Double::isFinite), kind);
      if (!kind.equals("network skip")) {
        assertEquals(0, ahead[2 * 5], 1e-6, "its mean, in units of its context");
      }
    }
  }

  /** Waves of one frequency: the law leaves nothing for the network to learn. */
  @Test
  void nothingLeftOverIsNoFault() {
    double[][] x = new double[N][200];
    for (int r = 0; r < N; r++) {
      for (int t = 0; t < 200; t++) {
        x[r][t] = Math.sin(2 * Math.PI * t / 12 + r);
      }
    }
    TrainingSplit split = split(x);
    try (TrainedModel model = train("network skip", split, ring(N, 1))) {
      var windows = split.validation().range(0, 4);
      double[] ahead = model.forecaster().forecast(windows.context(), 3, Progress.NONE).values();
      for (int i = 0; i < ahead.length; i++) {
        assertEquals(windows.target().values()[i], ahead[i], 0.2);
      }
    }
  }
}
