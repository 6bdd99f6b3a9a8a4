package org.braindyn.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

class EstimatorsTest {
  /** x0 drives x1 at lag 1, x1 drives x2; x3 stands alone. */
  private static double[][] chain(int frames) {
    Seed.Stream random = Seed.of(5).stream("chain");
    double[][] x = new double[4][frames];
    for (int t = 1; t < frames; t++) {
      x[0][t] = 0.5 * x[0][t - 1] + random.gaussian();
      x[1][t] = 0.3 * x[1][t - 1] + 0.8 * x[0][t - 1] + random.gaussian();
      x[2][t] = 0.2 * x[2][t - 1] - 0.7 * x[1][t - 1] + random.gaussian();
      x[3][t] = 0.5 * x[3][t - 1] + random.gaussian();
    }
    return x;
  }

  @Test
  void grangerFindsTheDirection() {
    double[][] score = GrangerCausality.lagOne(chain(3000));
    assertTrue(score[0][1] > 0.2, "0 -> 1");
    assertTrue(score[1][2] > 0.2, "1 -> 2");
    assertTrue(score[1][0] < 0.01 && score[2][1] < 0.01, "not back");
    assertTrue(score[3][0] < 0.01 && score[0][3] < 0.01, "not to the one alone");
  }

  @Test
  void autoregressionRecoversItsCoefficients() {
    LinearAutoregression fit = new LinearAutoregression(4, 1);
    fit.add(chain(20000));
    double[][] a = fit.solve(0)[0];
    assertEquals(0.5, a[0][0], 0.03);
    assertEquals(0.8, a[0][1], 0.03);
    assertEquals(-0.7, a[1][2], 0.03);
    assertEquals(0, a[1][0], 0.03);
    assertEquals(0, fit.solve(1e12)[0][0][1], 1e-4, "a huge ridge leaves nothing");
  }

  @Test
  void autoregressionAgreesWithCommonsMathOverStretches() {
    int order = 3;
    int regions = 4;
    double[][][] stretches = {chain(300), chain(700), chain(40)};
    LinearAutoregression fit = new LinearAutoregression(regions, order);
    double[][] gram = new double[regions * order][regions * order];
    double[][] cross = new double[regions * order][regions];
    for (double[][] x : stretches) {
      fit.add(x);
      for (int t = order; t < x[0].length; t++) {
        for (int i = 0; i < gram.length; i++) {
          double past = x[i % regions][t - 1 - i / regions];
          for (int j = 0; j < gram.length; j++) {
            gram[i][j] += past * x[j % regions][t - 1 - j / regions];
          }
          for (int n = 0; n < regions; n++) {
            cross[i][n] += past * x[n][t];
          }
        }
      }
    }
    for (double ridge : new double[] {0, 5, 500}) {
      double[][] left = new double[gram.length][];
      for (int i = 0; i < left.length; i++) {
        left[i] = gram[i].clone();
        left[i][i] += ridge;
      }
      double[][] expected =
          new LUDecomposition(new Array2DRowRealMatrix(left))
              .getSolver()
              .solve(new Array2DRowRealMatrix(cross))
              .getData();
      double[][][] found = fit.solve(ridge);
      for (int i = 0; i < expected.length; i++) {
        assertArrayEquals(expected[i], found[i / regions][i % regions], 1e-10);
      }
    }
  }

  @Test
  void copiedRegionsAndTooFewFramesAreRefusedInASentence() {
    double[][] x = chain(200);
    x[2] = x[0].clone();
    LinearAutoregression copied = new LinearAutoregression(4, 1);
    copied.add(x);
    String said = assertThrows(BadInput.class, () -> copied.solve(0)).getMessage();
    assertTrue(said.contains("the past of region 3 of 4 is constant"), said);
    assertEquals(4, copied.solve(1)[0].length, "a ridge helps");
    LinearAutoregression few = new LinearAutoregression(4, 2);
    few.add(chain(7));
    assertThrows(BadInput.class, () -> few.solve(0));
  }

  @Test
  void grangerIsTheGainOfTwoRegressions() {
    double[][] x = chain(400);
    double[][] score = GrangerCausality.lagOne(x);
    for (int target = 0; target < 4; target++) {
      for (int source = 0; source < 4; source++) {
        double[] next = java.util.Arrays.copyOfRange(x[target], 1, 400);
        double[][] own = new double[399][1];
        double[][] both = new double[399][2];
        for (int t = 0; t < 399; t++) {
          own[t][0] = x[target][t];
          both[t] = new double[] {x[target][t], x[source][t]};
        }
        if (source != target) {
          double expected = Math.log(residual(next, own) / residual(next, both));
          assertEquals(expected, score[source][target], 1e-10);
        }
      }
    }
  }

  private static double residual(double[] y, double[][] x) {
    OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
    fit.newSampleData(y, x);
    return fit.calculateResidualSumOfSquares();
  }

  @Test
  void constantRegionIsRefusedWithARemedy() {
    LinearAutoregression fit = new LinearAutoregression(2, 1);
    fit.add(new double[][] {{0, 0, 0, 0}, {1, 2, 1, 3}});
    BadInput e = assertThrows(BadInput.class, () -> fit.solve(0));
    assertTrue(e.getMessage().contains("larger ridge"), e.getMessage());
  }

  @Test
  void correlationOfKnownSignals() {
    double[][] r =
        Correlation.of(new double[][] {{9001, 9002, 9003}, {4, 2, 0}, {1, -2, 1}, {5, 5, 5}});
    assertArrayEquals(new double[] {1, -1, 0, 0}, r[0], 1e-9);
    assertEquals(1, r[3][3]);
  }

  @Test
  void partialCorrelationDropsTheIndirectLink() {
    double ab = 0.8;
    double[][] r = {{1, ab, ab * ab}, {ab, 1, ab}, {ab * ab, ab, 1}};
    double[][] partial = Correlation.partial(r, 0);
    assertEquals(0, partial[0][2], 1e-12, "0 and 2 are joined through 1 only");
    assertEquals(ab / Math.sqrt(1 + ab * ab), partial[0][1], 1e-12);
    double[][] singular = {{1, 1}, {1, 1}};
    assertThrows(BadInput.class, () -> Correlation.partial(singular, 0));
  }

  @Test
  void thresholdsKeepTheRightEdges() {
    double[][] score = {{1, 0.5, -0.9}, {0.2, 1, 0.1}, {0.3, 0.4, 1}};
    assertEquals(2, Threshold.atLeast(score, 0.5).edges());
    assertEquals(-0.9, Threshold.atLeast(score, 0.5).toMatrix()[0][2]);
    assertEquals(3, Threshold.strongest(score, 3).edges());
    assertEquals(0.4, Threshold.strongest(score, 3).toMatrix()[2][1]);
    assertEquals(3, Threshold.density(score, 0.5).edges());
    assertThrows(BadInput.class, () -> Threshold.strongest(score, 7));
    assertThrows(BadInput.class, () -> Threshold.atLeast(score, Double.NaN));
  }

  @Test
  void nearestNeighboursAreMutual() {
    double[][] line = new double[5][5];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        line[i][j] = Math.abs(i - j);
      }
    }
    assertEquals(8, SpatialNeighbours.within(line, 1).edges());
    double[][] edges = SpatialNeighbours.nearest(line, 1).toMatrix();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertEquals(edges[j][i], edges[i][j]);
      }
    }
    assertThrows(BadInput.class, () -> SpatialNeighbours.nearest(line, 5));
  }

  @Test
  void measuresOfATriangleWithATail() {
    double[][] a = new double[5][5];
    int[][] edges = {{0, 1}, {1, 2}, {2, 0}, {2, 3}};
    for (int[] e : edges) {
      a[e[0]][e[1]] = 2;
    }
    BrainGraph graph = BrainGraph.ofMatrix(a);
    assertEquals(0.2, GraphMeasures.density(graph));
    assertArrayEquals(new int[] {1, 1, 1, 1, 0}, GraphMeasures.inDegree(graph));
    assertArrayEquals(new int[] {1, 1, 2, 0, 0}, GraphMeasures.outDegree(graph));
    assertArrayEquals(new double[] {4, 4, 6, 2, 0}, GraphMeasures.strength(graph));
    assertArrayEquals(new double[] {1, 1, 1.0 / 3, 0, 0}, GraphMeasures.clustering(graph), 1e-12);
    assertEquals(1, GraphMeasures.isolated(graph));
    // from 0: 1, 2, 3 steps; from 1: 1, 2 (0), 2 (3); from 2: 1, 1, 2 (1)
    double sum = (1 + 0.5 + 1.0 / 3) + (1 + 0.5 + 0.5) + (1 + 1 + 0.5);
    assertEquals(sum / 20, GraphMeasures.globalEfficiency(graph), 1e-12);
  }
}
