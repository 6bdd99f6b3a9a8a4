package org.braindyn.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.model.Golden;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

/** Graphs that the released implementation built. */
class GoldenGraphTest {
  private static final int REGIONS = 11;
  private static final int STEPS = 30;
  private final Golden golden = Golden.read("fc_graph");

  /** Every golden context becomes a recording that is just as long, plus one unused frame. */
  private WindowSet contexts() {
    double[] x = golden.numbers("x_batches");
    int count = golden.integer("max_batches") * 4;
    List<RegionSignals> recordings = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      double[][] values = new double[REGIONS][STEPS + 1];
      for (int t = 0; t < STEPS; t++) {
        for (int n = 0; n < REGIONS; n++) {
          values[n][t] = x[(c * STEPS + t) * REGIONS + n];
        }
      }
      recordings.add(new RegionSignals(Regions.numbered("r", REGIONS), values, 2, "context " + c));
    }
    return WindowSet.of(recordings, STEPS, 1, 1);
  }

  private double[][] features() {
    double[] flat = golden.numbers("features");
    double[][] rows = new double[REGIONS][flat.length / REGIONS];
    for (int n = 0; n < REGIONS; n++) {
      System.arraycopy(flat, n * rows[n].length, rows[n], 0, rows[n].length);
    }
    return rows;
  }

  @Test
  void correlationOfPooledContexts() {
    double[] expected = golden.numbers("corr_f64_numpy_corrcoef");
    double[][] ofSignals = Correlation.of(features());
    for (int i = 0; i < REGIONS; i++) {
      for (int j = 0; j < REGIONS; j++) {
        assertEquals(expected[i * REGIONS + j], ofSignals[i][j], 1e-7);
      }
    }
  }

  @Test
  void edgesOfPooledContexts() {
    BrainGraph graph =
        Threshold.atLeast(Correlation.ofContexts(contexts()), golden.scalar("threshold"));
    double[] edges = golden.numbers("edge_index");
    int count = edges.length / 2;
    assertEquals(count, graph.edges());
    double[][] matrix = graph.toMatrix();
    for (int e = 0; e < count; e++) {
      assertTrue(matrix[(int) edges[e]][(int) edges[count + e]] != 0, "edge " + e);
    }
  }

  @Test
  void grangerScoresAndTheirTrueDirection() {
    double[][] score = GrangerCausality.lagOne(features());
    double[] expected = golden.numbers("granger/score");
    double threshold = golden.scalar("granger/threshold");
    for (int i = 0; i < REGIONS; i++) {
      for (int j = 0; j < REGIONS; j++) {
        assertEquals(expected[i * REGIONS + j], score[i][j], 1e-7);
      }
    }
    // the reference lists its edges the other way round: row 0 is the driven node
    double[] edges = golden.numbers("granger/edge_index");
    int count = edges.length / 2;
    double[][] matrix = Threshold.atLeast(score, threshold).toMatrix();
    for (int e = 0; e < count; e++) {
      assertTrue(matrix[(int) edges[count + e]][(int) edges[e]] > threshold);
    }
  }
}
