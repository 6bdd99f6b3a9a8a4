package org.braindyn.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.api.Graph;
import org.braindyn.api.Model;
import org.braindyn.api.Plan;
import org.braindyn.api.PlanSettings;
import org.braindyn.api.Signals;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.RateNetwork;
import org.braindyn.simulation.Stimulus;
import org.braindyn.simulation.Wiring;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanStimulationTest {
  @TempDir Path folder;

  private static final int N = 10;
  private static final double[][] WIRING = Wiring.random(N, 2, 0, 0.9, Seed.of(1));
  private static final BoldSimulation BRAIN =
      new BoldSimulation(new RateNetwork(WIRING, 3, true, 0.3, 0.1), 2, 0.1);
  private static Signals person;
  private static Model model;
  private static Graph graph;

  private static Signals recording(int frames) {
    RegionSignals made =
        BRAIN.record(Regions.numbered("R", N), frames, null, List.of(), Seed.of(2));
    return Signals.of(made);
  }

  @BeforeAll
  static void train() {
    person = recording(900);
    model = Model.train("VAR shrunk to own past and mean", person.allForTraining());
    graph = Graph.of(WIRING, person.regions());
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static PlanSettings settings() {
    return PlanSettings.defaults().graph(graph).tests(0, 3);
  }

  private static Plan plan(String targets, PlanSettings settings) {
    return model.plan(List.of(person), targets, settings);
  }

  @Test
  void perturbReplaysThePlan() {
    Plan plan = plan("R 3", settings().sites("", 2));
    assertTrue(plan.planned(), plan.notes());
    double[][] foretold = plan.foretold().orElseThrow().values();
    double[][] replayed = model.perturb(person, plan.text(), foretold[0].length).signals().values();
    for (int r = 0; r < N; r++) {
      for (int t = 0; t < foretold[r].length; t++) {
        assertEquals(foretold[r][t], replayed[r][t], 1e-9);
      }
    }
    double[] target = foretold[2];
    double mean = 0;
    for (int t = 8; t < 13; t++) {
      mean += target[t] / 5;
    }
    assertTrue(mean > 0.15, "the target rises by " + mean);
  }

  /** The brain itself, driven as the plan says, goes where it should. */
  @Test
  void theSimulatedBrainMovesTowardsTheGoal() {
    Plan plan = plan("R 3", settings());
    int site = person.regions().find(plan.sites().get(0));
    double[] strengths = plan.strengths()[0];
    double[][] scale =
        BoldSimulation.scale(
            BRAIN.bold(1000, List.of(), Seed.of(5), org.braindyn.data.Progress.NONE));
    double own = 0;
    for (double v :
        BRAIN.response(List.of(Stimulus.drive(site, 0, 2, 0.3)), 15, scale, 6, Seed.of(6))[site]) {
      own = Math.max(own, Math.abs(v));
    }
    List<Stimulus> stimuli = new java.util.ArrayList<>();
    for (int b = 0; b < strengths.length; b++) {
      stimuli.add(Stimulus.drive(site, 2.0 * b, 2, strengths[b] * 0.3 / own));
    }
    double[][] answer = BRAIN.response(stimuli, 15, scale, 6, Seed.of(7));
    double left = 0;
    double energy = 0;
    for (int t = 8; t < 13; t++) {
      left += Math.pow(answer[2][t] - 1, 2);
    }
    for (double u : strengths) {
      energy += 0.1 * u * u;
    }
    double saved = 1 - (left + energy) / 5;
    assertTrue(saved > 0.6 * plan.worth(), "promised " + plan.worth() + ", true " + saved);
  }

  @Test
  void aShortRecordingWithoutLinksIsNotEnough() {
    Signals few = recording(100);
    try (Model small = Model.train("VAR shrunk to own past and mean", few.allForTraining())) {
      Plan plan =
          small.plan(List.of(few), "R 3, R 4", PlanSettings.defaults().sites("", 3).tests(0, 1));
      assertFalse(plan.planned(), plan.notes());
      assertTrue(plan.notes().startsWith("Not enough data"), plan.notes());
      assertEquals("", plan.text());
      assertTrue(plan.foretold().isEmpty());
    }
  }

  /** An electrode that reaches one region alone is that region; one that reaches two does both. */
  @Test
  void electrodesAreSumsOfRegions() throws Exception {
    double[][] share = new double[2][N];
    share[0][0] = 2;
    share[1][0] = 1;
    share[1][5] = 0.5;
    Plan region = plan("R 3", settings().sites("R 1", 1));
    Plan electrode = plan("R 3", settings().reach(List.of("E1", "E2"), share));
    assertEquals(
        region.table().number(0, "Worth"),
        electrode.table().rows().stream()
            .filter(row -> row.get(0).equals("E1"))
            .mapToDouble(row -> Double.parseDouble(row.get(1)))
            .findFirst()
            .orElseThrow(),
        1e-4);
    Path table = folder.resolve("reach.csv");
    StringBuilder text = new StringBuilder("electrode");
    for (int r = N - 1; r >= 0; r--) {
      text.append(",R ").append(r + 1);
    }
    for (int e = 0; e < 2; e++) {
      text.append("\nE").append(e + 1);
      for (int r = N - 1; r >= 0; r--) {
        text.append(",").append(share[e][r]);
      }
    }
    Files.writeString(table, text);
    Plan read = plan("R 3", settings().reach(table.toString()));
    assertEquals(electrode.text(), read.text());
    Files.writeString(table, text.toString().replace("R 4", "other"));
    says("R 4", () -> plan("R 3", settings().reach(table.toString())));
    says("reaches no region", () -> settings().reach(List.of("E"), new double[1][N]));
    says("columns", () -> plan("R 3", settings().reach(List.of("E"), new double[][] {{1, 2}})));
  }

  @Test
  void targetsGoToWhereTheyAreInAnotherRecording() {
    double[][] values = person.values();
    for (int t = 0; t < values[2].length; t++) {
      values[2][t] += 1.5;
    }
    Signals other = Signals.of(values, 2, person.regions().names().toArray(String[]::new));
    double sd = 0;
    for (double v : person.values()[2]) {
      sd += v * v / person.values()[2].length;
    }
    Plan there = plan("R 3", settings().towards(other));
    Plan given = plan("R 3", settings().reach(1.5 / Math.sqrt(sd), 8, 5));
    assertEquals(given.worth(), there.worth(), 0.01);
    says("0", () -> plan("R 3", settings().towards(person)));
  }

  private static String refusal(org.junit.jupiter.api.function.Executable asked) {
    return assertThrows(BadInput.class, asked).getMessage();
  }

  @Test
  void badQuestionsAreRefused() {
    says("target and a site", () -> plan("R 3", settings().sites("R 3, R 4", 1)));
    says("limit", () -> plan("R 3", settings().limits(-1, false, 0, 1)));
    says("contradict", () -> plan("R 3", settings().limits(1, true, 1, 1)));
    says("duty", () -> plan("R 3", settings().limits(0, false, 0, 0.5)));
    says("anatomical graph", () -> plan("R 3", settings().graph(null).sites("", 4)));
    says("0", () -> plan("R 3", settings().reach(0, 8, 5)));
    says("delay", () -> plan("R 3", settings().reach(1, 1, 5)));
    says("R 11", () -> plan("R 11", settings()));
    says("energy", () -> plan("R 3", settings().energy(0, 5)));
    says("caution", () -> plan("R 3", settings().energy(0.1, 0.5)));
    says("count", () -> plan("R 3", settings().sites("", 0)));
    says(
        "other regions",
        () -> plan("R 3", settings().graph(Graph.of(new double[2][2], Regions.numbered("X", 2)))));
  }

  private static void says(String word, org.junit.jupiter.api.function.Executable asked) {
    String message = refusal(asked);
    assertTrue(message.contains(word), message);
  }
}
