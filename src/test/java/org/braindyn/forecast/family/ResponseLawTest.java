package org.braindyn.forecast.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.braindyn.perturbation.Intervention;
import org.braindyn.perturbation.Perturbation;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

/** In {@link Tiny#network} region i + 1 drives region i, and nothing runs the other way. */
class ResponseLawTest {
  private static final double[] COURSE = {1, 1, 0, 0.5, 0, 0};
  private static final Regions REGIONS = Regions.numbered("R", 5);
  private final List<Recording> people = Tiny.people(4, 5, 600, 0.3);

  /** Two frames as one: what a region did in the first is answered in the second. */
  private final List<Recording> slow = people.stream().map(ResponseLawTest::slower).toList();

  private static Recording slower(Recording fast) {
    double[][] values = new double[5][fast.frames() / 2];
    for (int r = 0; r < 5; r++) {
      double[] all = new double[fast.frames()];
      fast.read(r, 0, fast.frames(), all, 0);
      for (int t = 0; t < values[r].length; t++) {
        values[r][t] = all[2 * t] + all[2 * t + 1];
      }
    }
    return Recording.of(new RegionSignals(REGIONS, values, 4, "slow"), fast.person());
  }

  private List<ResponseLaw> laws(LinkWeights given) {
    List<Recording> seen = given == null ? people : slow;
    return ResponseLaw.of(
        FamilyFolds.of(FamilyData.of(new WindowSet(seen, 12, 3, 3), given, Seed.of(1))));
  }

  private static SignalBatch contexts() {
    SignalBatch contexts = new SignalBatch(2, 5, 12);
    Seed.Stream random = Seed.of(4).stream("contexts");
    for (int i = 0; i < contexts.values().length; i++) {
      contexts.values()[i] = random.gaussian();
    }
    return contexts;
  }

  private static double[][] answer(Forecaster law, String text, double[] course) {
    Perturbation what =
        course == null
            ? Perturbation.parse(text, 2)
            : Perturbation.of(Intervention.course(text, course));
    return PerturbationMap.compute(
            law,
            REGIONS,
            2,
            contexts(),
            what,
            PerturbationMap.Settings.frames(COURSE.length),
            Progress.NONE)
        .mean();
  }

  @Test
  void everyLinkItsOwnSeesDirectionsAndOneLawDoesNot() {
    List<ResponseLaw> laws = laws(null);
    assertEquals(3, laws.size());
    double[][] own = answer(laws.get(0).law(), "R 3", COURSE);
    assertEquals(ResponseLaw.EVERY_LINK, laws.get(0).assumption());
    assertEquals(0.3, own[1][1], 0.05);
    assertEquals(0, own[3][1], 0.05);
    for (ResponseLaw one : laws.subList(1, 3)) {
      assertEquals(ResponseLaw.ONE_LAW, one.assumption());
      double[][] change = answer(one.law(), "R 3", COURSE);
      assertTrue(Math.abs(change[1][1] - change[3][1]) < 0.05);
    }
  }

  /** Rollouts of a law, frame by frame from any context, are the linear answer itself. */
  @Test
  void rolloutsAreTheAnswerWorkedOutAtOnce() {
    LinkWeights given = new LinkWeights("test", Tiny.weights(5, 5));
    List<ResponseLaw> laws = laws(given);
    assertEquals(ResponseLaw.ONE_LAW, laws.get(0).assumption());
    assertEquals(ResponseLaw.EVERY_LINK, laws.get(1).assumption());
    SimultaneousAr alone = SimultaneousAr.fit(FamilyData.wholeSums(slow, 5), 5, given);
    assertTrue(alone.within() != 0, "something acts within a frame");
    double[][] wanted = alone.response(2, COURSE);
    double[][] made = answer(laws.get(0).law(), "R 3", COURSE);
    double[][] plain = laws.get(1).model().response(2, COURSE);
    double[][] other = answer(laws.get(1).law(), "R 3", COURSE);
    for (int r = 0; r < 5; r++) {
      assertArrayEquals(wanted[r], made[r], 1e-9, "region " + r);
      assertArrayEquals(plain[r], other[r], 1e-9, "region " + r);
    }
  }

  /** Two regions held at once: what one does to the other is not added to what it is held at. */
  @Test
  void heldRegionsStayWhereTheyAreHeld() {
    LinkWeights given = new LinkWeights("test", Tiny.weights(5, 5));
    LinearLaw law = laws(given).get(0).law();
    double[][] change = law.within(new int[] {1, 3});
    assertEquals(1, change[0][1], 1e-12);
    assertEquals(0, change[0][3], 1e-12);
    double[][] w = law.links();
    for (int v : new int[] {0, 2, 4}) {
      double sum = 0;
      for (int i = 0; i < 5; i++) {
        sum += w[i][v] * change[0][i];
      }
      assertEquals(sum, change[0][v], 1e-12, "the equation of a region that is free");
    }
  }

  /** An impulse moves its neighbours in its own frame, by rollouts and by the derivative. */
  @Test
  void impulsesAndDerivativesSeeLinksWithinAFrame() {
    LinkWeights given = new LinkWeights("test", Tiny.weights(5, 5));
    LinearLaw law = laws(given).get(0).law();
    double[][] exact =
        EffectiveConnectivity.byJacobian(law, REGIONS, contexts(), 2, Progress.NONE).at(0);
    double[][] rollouts =
        EffectiveConnectivity.byRollouts(law, REGIONS, contexts(), 0.5, 2, Progress.NONE).at(0);
    for (int u = 0; u < 5; u++) {
      assertArrayEquals(exact[u], rollouts[u], 1e-9);
      double[][] b = law.model().coefficients()[0];
      double[] moved = law.within(new int[] {u})[0];
      for (int v = 0; v < 5; v++) {
        double sum = 0;
        for (int i = 0; i < 5; i++) {
          sum += moved[i] * b[i][v];
        }
        assertEquals(sum, exact[u][v], 1e-9);
      }
    }
  }
}
