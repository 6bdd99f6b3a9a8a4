package org.braindyn.model;

import static org.braindyn.model.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.braindyn.data.Precision;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.Embedding;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.History;
import org.braindyn.model.parameter.Loss;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ModelSettingsBuilder;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rollout;
import org.braindyn.model.parameter.Threads;
import org.braindyn.model.parameter.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradients against differences; what must not change the result. */
class ExactnessTest {
  private static final int N = 5;

  @AfterEach
  void threads() {
    System.clearProperty(Threads.PROPERTY);
  }

  static SignalBatch noise(int windows, int regions, int steps, int signals, long seed) {
    Seed.Stream stream = Seed.of(seed).stream("noise");
    double[] values = new double[windows * regions * steps * signals];
    Arrays.setAll(values, i -> stream.gaussian());
    return new SignalBatch(windows, regions, steps, signals, values);
  }

  private static BrainGraph graph(String kind) {
    int[][] edges =
        switch (kind) {
          case "directed" -> new int[][] {{0, 1, 2, 3, 4, 0}, {1, 2, 0, 4, 2, 3}};
          case "undirected" -> new int[][] {{0, 1, 1, 2, 3, 4, 0, 4}, {1, 0, 2, 1, 4, 3, 4, 0}};
          case "isolated" -> new int[][] {{0, 1, 2}, {1, 2, 1}};
          case "duplicate" -> new int[][] {{0, 0, 1, 3, 2}, {1, 1, 2, 4, 3}};
          default -> new int[2][0];
        };
    double[] weight = new double[edges[0].length];
    Arrays.fill(weight, 1);
    return new BrainGraph(N, edges[0], edges[1], weight);
  }

  private static ModelSettingsBuilder small() {
    return ModelSettings.builder(N)
        .hidden(4)
        .maps(3)
        .width(6)
        .context(5)
        .horizon(3)
        .dt(0.7)
        .precision(Precision.DOUBLE);
  }

  /** A model whose gates and biases are away from their special start values. */
  private static BrainDyn model(ModelSettings settings, BrainGraph graph) {
    BrainDyn model = BrainDyn.create(settings, graph, Seed.of(5));
    Seed.Stream stream = Seed.of(6).stream("shake");
    double[] values = model.parameters().numbers();
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.3 * stream.gaussian();
    }
    model.parameters().setNumbers(values);
    return model;
  }

  @ParameterizedTest
  @CsvSource({
    // variant, coupling, history, graph, F, layers, M, method, steps (over 3 = several chunks)
    "RELEASED,SHEAF,LSTM,directed,1,1,3,rk4,3",
    "RELEASED,SHEAF,LSTM,undirected,2,2,3,rk4,3",
    "RELEASED,SHEAF,LSTM,isolated,1,1,3,midpoint,3",
    "RELEASED,SHEAF,LSTM,duplicate,1,1,1,euler,3",
    "RELEASED,SHEAF,LSTM,none,1,1,3,rk4,3",
    "RELEASED,SHEAF,LSTM,directed,2,2,3,rk4,8",
    "RELEASED,SHEAF,LAST_VALUE,directed,2,1,3,rk4,7",
    "RELEASED,GRAPH_CONVOLUTION,LSTM,isolated,1,1,3,rk4,4",
    "RELEASED,NONE,LSTM,directed,1,1,3,rk4,4",
    "CONTINUOUS,SHEAF,LSTM,directed,1,1,3,rk4,3",
    "CONTINUOUS,SHEAF,LSTM,undirected,2,2,3,rk4,8",
    "CONTINUOUS,SHEAF,LSTM,isolated,1,1,1,midpoint,3",
    "CONTINUOUS,SHEAF,LAST_VALUE,duplicate,2,1,3,rk4,7",
    "CONTINUOUS,GRAPH_CONVOLUTION,LSTM,directed,1,1,3,rk4,4",
    "CONTINUOUS,NONE,LSTM,directed,1,1,3,euler,4",
  })
  void gradientsAgainstDifferences(
      Variant variant,
      Coupling coupling,
      History history,
      String graph,
      int signals,
      int layers,
      int maps,
      String method,
      int steps) {
    ModelSettings settings =
        small()
            .variant(variant)
            .coupling(coupling)
            .history(history)
            .signals(signals)
            .lstmLayers(layers)
            .maps(maps)
            .method(method)
            .degreeNormalised(graph.equals("isolated"))
            .build();
    SignalBatch context = noise(3, N, 5, signals, 1);
    SignalBatch target = noise(3, N, steps, signals, 2);
    try (BrainDyn model = model(settings, graph(graph))) {
      Rollout rollout = new Rollout(new Loss(0.7, 0.3), null, null);
      compare(model, context, target, rollout, 1e-7);
    }
  }

  @Test
  void gradientsOfTeacherForcingAndDropout() {
    ModelSettings settings = small().lstmLayers(2).dropout(0.4).build();
    SignalBatch context = noise(3, N, 5, 1, 1);
    SignalBatch target = noise(3, N, 8, 1, 2);
    try (BrainDyn model = model(settings, graph("directed"))) {
      Rollout rollout = new Rollout(Loss.MSE, new boolean[] {true, false}, Seed.of(3));
      compare(model, context, target, rollout, 1e-7);
      double dropped = loss(model, context, target, rollout);
      double other = loss(model, context, target, new Rollout(Loss.MSE, null, Seed.of(4)));
      double full = loss(model, context, target, Rollout.FREE);
      assertTrue(dropped != full && dropped != other, "masks differ by seed");
    }
  }

  /** Generalised teacher forcing: gradients fade by 1 - strength from step to step. */
  @ParameterizedTest
  @CsvSource({"RELEASED,0.3,3", "CONTINUOUS,0.3,3", "CONTINUOUS,0.6,8", "CONTINUOUS,1,3"})
  void gradientsOfForcing(Variant variant, double strength, int steps) {
    ModelSettings settings = small().variant(variant).build();
    SignalBatch context = noise(3, N, 5, 1, 1);
    SignalBatch target = noise(3, N, steps, 1, 2);
    try (BrainDyn model = model(settings, graph("directed"))) {
      Rollout rollout = new Rollout(Loss.MSE, null, null, strength);
      compare(model, context, target, rollout, 1e-7);
      double free = loss(model, context, target, Rollout.FREE);
      assertTrue(loss(model, context, target, rollout) != free, "forcing changes the solution");
      model.forecast(context, steps);
      assertEquals(free, loss(model, context, target, Rollout.FREE), 0, "and is gone afterwards");
    }
  }

  /** The discrete steps of an adaptive method change with the parameters, so only roughly. */
  @Test
  void gradientsOfTheAdaptiveMethod() {
    ModelSettings settings = small().method("dopri5").build();
    try (BrainDyn model = model(settings, graph("directed"))) {
      compare(model, noise(2, N, 5, 1, 1), noise(2, N, 3, 1, 2), Rollout.FREE, 1e-5);
    }
  }

  private static double loss(
      BrainDyn model, SignalBatch context, SignalBatch target, Rollout rollout) {
    return model.lossAndGradient(context, target, rollout, model.parameters().zeros(), null);
  }

  private static void compare(
      BrainDyn model, SignalBatch context, SignalBatch target, Rollout rollout, double tolerance) {
    Gradient gradient = model.parameters().zeros();
    model.lossAndGradient(context, target, rollout, gradient, null);
    double[] values = model.parameters().numbers();
    double step = 3e-6;
    for (Parameters.Entry e : gradient.entries()) {
      int stride = Math.max(1, e.size() / 7);
      for (int i = e.offset(); i < e.offset() + e.size(); i += stride) {
        double kept = values[i];
        values[i] = kept + step;
        model.parameters().setNumbers(values);
        double up = loss(model, context, target, rollout);
        values[i] = kept - step;
        model.parameters().setNumbers(values);
        double down = loss(model, context, target, rollout);
        values[i] = kept;
        double difference = (up - down) / (2 * step);
        assertEquals(difference, gradient.values()[i], tolerance, e.name() + " at " + i);
      }
    }
  }

  @Test
  void oneChannelSendsNothing() {
    ModelSettings settings = small().maps(1).build();
    try (BrainDyn model = model(settings, graph("directed"))) {
      for (double v : model.embed(noise(2, N, 5, 1, 1)).messages().values()) {
        assertEquals(0, v);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void permutedRegionsGivePermutedForecasts(Variant variant) {
    int[] to = {3, 0, 4, 1, 2};
    BrainGraph graph = graph("directed");
    ModelSettings settings = small().variant(variant).build();
    SignalBatch context = noise(2, N, 5, 1, 1);
    SignalBatch moved = new SignalBatch(2, N, 5);
    for (int w = 0; w < 2; w++) {
      for (int n = 0; n < N; n++) {
        for (int t = 0; t < 5; t++) {
          moved.set(w, to[n], t, context.get(w, n, t));
        }
      }
    }
    BrainGraph movedGraph =
        new BrainGraph(
            N,
            Arrays.stream(graph.source()).map(u -> to[u]).toArray(),
            Arrays.stream(graph.target()).map(v -> to[v]).toArray(),
            graph.weight());
    try (BrainDyn model = model(settings, graph)) {
      Parameters p = model.parameters().copy();
      for (String name : new String[] {Names.MAPS, Names.SOURCE_GATES, Names.TARGET_GATES}) {
        double[] old = p.get(name);
        double[] now = new double[old.length];
        int size = old.length / N;
        for (int n = 0; n < N; n++) {
          System.arraycopy(old, n * size, now, to[n] * size, size);
        }
        p.set(name, now);
      }
      try (BrainDyn other = BrainDyn.of(settings, movedGraph, p)) {
        SignalBatch expected = model.forecast(context, 5);
        SignalBatch actual = other.forecast(moved, 5);
        for (int w = 0; w < 2; w++) {
          for (int n = 0; n < N; n++) {
            for (int t = 0; t < 5; t++) {
              assertEquals(expected.get(w, n, t), actual.get(w, to[n], t), 1e-13);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"RELEASED,rk4", "CONTINUOUS,rk4", "RELEASED,dopri5", "CONTINUOUS,dopri5"})
  void doublingTheBatchChangesNothing(Variant variant, String method) {
    ModelSettings settings = small().variant(variant).method(method).build();
    SignalBatch context = noise(40, N, 5, 1, 1);
    SignalBatch target = noise(40, N, 3, 1, 2);
    try (BrainDyn model = model(settings, graph("directed"))) {
      Gradient once = model.parameters().zeros();
      Gradient twice = model.parameters().zeros();
      double loss = model.lossAndGradient(context, target, once);
      double again = model.lossAndGradient(doubled(context), doubled(target), twice);
      assertEquals(loss, again, 1e-13);
      assertClose(once.values(), twice.values(), 1e-13, "gradient");
      double[] alone = model.forecast(context, 4).values();
      double[] pair = model.forecast(doubled(context), 4).values();
      assertClose(alone, Arrays.copyOf(pair, alone.length), 1e-13, "forecast");
    }
  }

  private static SignalBatch doubled(SignalBatch b) {
    double[] values = Arrays.copyOf(b.values(), 2 * b.values().length);
    System.arraycopy(b.values(), 0, values, b.values().length, b.values().length);
    return new SignalBatch(2 * b.windows(), b.regions(), b.steps(), b.signals(), values);
  }

  @ParameterizedTest
  @CsvSource({"FLOAT,RELEASED", "DOUBLE,RELEASED", "FLOAT,CONTINUOUS", "DOUBLE,CONTINUOUS"})
  void threadsChangeNothingAtAll(Precision precision, Variant variant) {
    ModelSettings settings = small().precision(precision).variant(variant).build();
    SignalBatch context = noise(200, N, 5, 1, 1);
    SignalBatch target = noise(200, N, 5, 1, 2);
    double[] reference = null;
    for (int threads : new int[] {1, 2, 3, 7}) {
      System.setProperty(Threads.PROPERTY, "" + threads);
      try (BrainDyn model = model(settings, graph("directed"))) {
        Gradient gradient = model.parameters().zeros();
        model.lossAndGradient(context, target, gradient);
        reference = reference == null ? gradient.values().clone() : reference;
        assertArrayEquals(reference, gradient.values(), threads + " threads");
      }
    }
  }

  /** The sum over edges as the paper writes it, without the per-node algebra. */
  @ParameterizedTest
  @CsvSource({"directed", "undirected", "isolated", "duplicate"})
  void messagesAreTheSumOverEdges(String kind) {
    BrainGraph graph = graph(kind);
    ModelSettings settings = small().build();
    SignalBatch context = noise(2, N, 5, 1, 1);
    try (BrainDyn model = model(settings, graph)) {
      Embedding embedding = model.embed(context);
      for (int w = 0; w < 2; w++) {
        double[][] expected = EdgeSum.messages(model, embedding.stalks(), w);
        for (int v = 0; v < N; v++) {
          int at = embedding.messages().index(w, v, 0);
          double[] actual = Arrays.copyOfRange(embedding.messages().values(), at, at + 4);
          assertClose(expected[v], actual, 1e-13, "L of " + v);
        }
      }
    }
  }
}
