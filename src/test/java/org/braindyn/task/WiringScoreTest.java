package org.braindyn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.junit.jupiter.api.Test;

class WiringScoreTest {
  private static final double[][] SCORE = {{9, 3, 1}, {2, 9, 0}, {0.5, 4, 9}};
  private static final double[][] WIRING = {{1, 0.3, 0}, {0, 0, -0.2}, {0, 0.7, 0}};

  @Test
  void countsOrderedPairs() {
    boolean[][] truth = WiringScore.links(WIRING);
    WiringScore score = WiringScore.of(WiringScore.strongest(SCORE, 3), truth);
    assertEquals(3, score.edges());
    assertEquals(2.0 / 3, score.precision(), 1e-12);
    assertEquals(2.0 / 3, score.recall(), 1e-12);
    assertEquals(2.0 / 3, score.f1(), 1e-12);
    assertEquals(2, score.editDistance());
    assertEquals(2 / 6.0, score.normalisedEditDistance(), 1e-12);
    assertEquals(4, WiringScore.of(WiringScore.above(SCORE, 1), truth).found());
    assertThrows(BadInput.class, () -> WiringScore.of(truth, new boolean[3][3]));
  }

  @Test
  void areasUnderCurvesAgreeWithTheirDefinition() {
    boolean[] y = {true, false, true, true, false, false, true, false};
    double[] s = {0.9, 0.8, 0.8, 0.3, 0.3, 0.1, 0.7, 0.2};
    // share of ordered pairs in order; sum of precision x recall gained (computed in NumPy)
    assertEquals(0.8125, RankingCurves.auroc(y, s), 1e-12);
    assertEquals(0.7708333333333333, RankingCurves.auprc(y, s), 1e-12);
    assertThrows(BadInput.class, () -> RankingCurves.auroc(new boolean[8], s));
  }

  @Test
  void pairsLeaveOutTheDiagonal() {
    double[] pairs = RankingCurves.pairs(SCORE);
    assertEquals(6, pairs.length);
    assertEquals(2, pairs[2]);
    assertEquals(4, pairs[5]);
  }

  @Test
  void scoresThatAreNoNumbersHaveNoOrder() {
    boolean[] y = {true, false, true};
    double[] s = {0.9, Double.NaN, 0.1};
    double[][] matrix = {{0, Double.NaN}, {1, 0}};
    for (org.junit.jupiter.api.function.Executable ranking :
        List.<org.junit.jupiter.api.function.Executable>of(
            () -> RankingCurves.auroc(y, s),
            () -> RankingCurves.auprc(y, s),
            () -> WiringScore.strongest(matrix, 1),
            () -> org.braindyn.training.score.Metrics.scc(s, s),
            () -> org.braindyn.training.score.Metrics.auroc(new int[] {1, 0, 1}, s))) {
      BadInput refused =
          assertTimeoutPreemptively(
              java.time.Duration.ofSeconds(5), () -> assertThrows(BadInput.class, ranking));
      assertTrue(refused.getMessage().contains("NaN"), refused.getMessage());
    }
  }
}
