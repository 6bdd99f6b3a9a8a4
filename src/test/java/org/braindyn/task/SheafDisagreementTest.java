package org.braindyn.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.Golden;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.ModelSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The released implementation's wiring inference, golden file connectivity. */
class SheafDisagreementTest {
  private static final Golden CONNECTIVITY = Golden.read("connectivity");
  private static final Golden MODEL = Golden.read("b_undirected");
  private static final int N = 12;

  private static BrainGraph candidates(String graph) {
    int[] edges = CONNECTIVITY.array(graph + "/edge_index").integers();
    int half = edges.length / 2;
    return new BrainGraph(
        N, Arrays.copyOf(edges, half), Arrays.copyOfRange(edges, half, 2 * half), new double[half]);
  }

  private static double[][] matrix(double[] values) {
    double[][] matrix = new double[N][];
    for (int i = 0; i < N; i++) {
      matrix[i] = Arrays.copyOfRange(values, i * N, (i + 1) * N);
    }
    return matrix;
  }

  private static boolean[][] graph(String key) {
    return WiringScore.links(matrix(CONNECTIVITY.numbers(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"case_graph", "full_graph"})
  void scoresAndGraphsAreTheReleasedOnes(String candidates) {
    ModelSettings settings = MODEL.settings("rk4", Precision.DOUBLE);
    double[][] expected = matrix(CONNECTIVITY.numbers(candidates + "/score_matrix"));
    double[][] scores;
    try (BrainDyn model = MODEL.model(settings)) {
      SignalBatch stalks = model.embed(CONNECTIVITY.batch("x_history")).stalks();
      scores =
          SheafDisagreement.scores(settings, model.parameters(), stalks, candidates(candidates));
      assertThrows(
          BadInput.class,
          () ->
              SheafDisagreement.scores(
                  settings.change().coupling(Coupling.NONE).build(),
                  model.parameters(),
                  stalks,
                  candidates(candidates)));
    }
    for (int u = 0; u < N; u++) {
      assertArrayEquals(expected[u], scores[u], 1e-12, "source " + u);
    }
    boolean[][] truth = graph("true_adjacency");
    int k = CONNECTIVITY.integer(candidates + "/topk_k");
    check(candidates + "/topk", WiringScore.strongest(scores, k), truth, k);
    check(candidates + "/match_true_density", WiringScore.strongest(scores, 20), truth, k);
    check(candidates + "/threshold", WiringScore.above(scores, 0.5), truth, k);
  }

  private static void check(String key, boolean[][] inferred, boolean[][] truth, int k) {
    assertArrayEquals(graph(key + "/binary"), inferred, key);
    WiringScore score = WiringScore.of(inferred, truth);
    assertEquals(CONNECTIVITY.scalar(key + "/precision"), score.precision(), 1e-12);
    assertEquals(CONNECTIVITY.scalar(key + "/recall"), score.recall(), 1e-12);
    assertEquals(CONNECTIVITY.scalar(key + "/f1"), score.f1(), 1e-12);
    assertEquals(CONNECTIVITY.scalar(key + "/ged"), score.editDistance(), 1e-12);
    assertEquals(CONNECTIVITY.scalar(key + "/frobenius"), score.frobenius(), 1e-12);
    // the released number divides by twice the wanted edges, ours by twice the true ones
    double released = CONNECTIVITY.scalar(key + "/nged_over_2k");
    assertEquals(released * k / score.edges(), score.normalisedEditDistance(), 1e-12);
  }
}
