package org.braindyn.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.api.CutPlan;
import org.braindyn.api.Graph;
import org.braindyn.api.Signals;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.LagModel;
import org.junit.jupiter.api.Test;

class PlanCutTest {
  private static final Regions FIVE = Regions.numbered("R", 5);

  /** 0 drives 1 and 2, both drive 3; 4 stands alone. */
  private static double[][] links(double self) {
    double[][] b = new double[5][5];
    for (int i = 0; i < 5; i++) {
      b[i][i] = self;
    }
    b[0][1] = 0.3;
    b[0][2] = 0.1;
    b[1][3] = 0.4;
    b[2][3] = 0.4;
    return b;
  }

  private static RegionSignals recording(double[][] b, int frames) {
    double[][] x = new double[5][frames];
    Seed.Stream random = Seed.of(4).stream("noise");
    for (int t = 1; t < frames; t++) {
      for (int j = 0; j < 5; j++) {
        x[j][t] = random.gaussian();
        for (int i = 0; i < 5; i++) {
          x[j][t] += b[i][j] * x[i][t - 1];
        }
      }
    }
    return new RegionSignals(FIVE, x, 1, "five");
  }

  private static CutPlan.Spread spread(String sources, String targets, String sites) {
    return new CutPlan.Spread(sources, targets, sites, 5, 20);
  }

  private static CutPlan plan(RegionSignals recording, double[][] links, CutPlan.Spread spread) {
    Graph graph = links == null ? null : Graph.of(links, FIVE);
    return CutPlan.of(Signals.of(recording), graph, spread, 1, Progress.NONE);
  }

  @Test
  void sharesOfTwoPathsInClosedForm() {
    LagModel law = new LagModel("law", new double[][][] {links(0.5)}, 1);
    SpreadCut.Question question =
        new SpreadCut.Question(new int[] {0}, new int[] {3}, new int[] {1, 2, 4}, 200, 3);
    SpreadCut cut = SpreadCut.of(law, question);
    assertEquals(0.4 * 0.4 / 0.25, cut.spread(), 1e-9, "(0.3 + 0.1) 0.4 / (1 - 0.5)^2");
    assertArrayEquals(new double[] {0.75, 0.25, 0}, cut.stopped(), 1e-9);
    assertEquals(0, cut.best());
  }

  @Test
  void theWiderPathIsCutWithAndWithoutKnownLinks() {
    RegionSignals recording = recording(links(0.5), 3000);
    for (double[][] known : new double[][][] {links(0), null}) {
      CutPlan plan = plan(recording, known, spread("R 1", "R 4", ""));
      assertTrue(plan.planned(), plan.notes());
      assertEquals("R 2", plan.site());
      assertEquals(0.75, plan.stopped(), 0.12);
      assertTrue(plan.notes().contains("not for a patient"));
      assertEquals(3, plan.table().rows().size());
    }
  }

  @Test
  void withoutSpreadThereIsNoPlan() {
    CutPlan plan = plan(recording(links(0.5), 600), null, spread("R 5", "R 1", ""));
    assertFalse(plan.planned());
    assertTrue(plan.notes().contains("shows no spread"), plan.notes());
  }

  @Test
  void whatCannotBeAskedIsNamed() {
    RegionSignals recording = recording(links(0.5), 100);
    says("R 1 is a source and a target", recording, spread("R 1", "R 1,R 2", ""));
    says("R 4 is a site and a target", recording, spread("R 1", "R 4", "R 4"));
    says("sources is empty", recording, spread(" ", "R 4", ""));
    says("targets is empty", recording, spread("R 1", "", ""));
    says("R 9", recording, spread("R 9", "R 4", ""));
    says("from=0", recording, new CutPlan.Spread("R 1", "R 4", "", 0, 5));
    says("No region is left", recording, spread("R 1,R 2", "R 3,R 4,R 5", ""));
  }

  private static void says(String words, RegionSignals recording, CutPlan.Spread spread) {
    String said = assertThrows(BadInput.class, () -> plan(recording, null, spread)).getMessage();
    assertTrue(said.contains(words), said);
  }
}
