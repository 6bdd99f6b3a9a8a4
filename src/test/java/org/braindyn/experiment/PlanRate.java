package org.braindyn.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.graph.Correlation;
import org.braindyn.planning.Goal;
import org.braindyn.planning.PlanningLaw;
import org.braindyn.planning.PlanningLaw.Assumption;
import org.braindyn.planning.SelfSimulation;
import org.braindyn.planning.SiteResponses;
import org.braindyn.planning.Sites;
import org.braindyn.planning.StimulationLimits;
import org.braindyn.planning.Waveform;
import org.braindyn.planning.WaveformSolver;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.RateNetwork;
import org.braindyn.simulation.Stimulus;
import org.braindyn.simulation.Wiring;

/**
 * Plans on directed, signed rate networks of 20 regions seen as BOLD: 3 targets that cannot be
 * stimulated, 17 sites, 8 blocks of 2 s, 5 frames to reach, energy 0.1; judged on the network.
 */
final class PlanRate {
  private static final int REGIONS = 20;
  private static final int TARGETS = 3;
  private static final int BLOCKS = 8;
  private static final int FOLLOWED = 20;
  private static final int FIRST = 8;
  private static final int LENGTH = 5;
  private static final double ENERGY = 0.1;
  private static final double CAUTION = 5;
  private static final int DELAY = 2;
  private static final double DRIVE = 0.3;

  private final Seed seed;
  private final double[][] wiring;
  private final BoldSimulation brain;
  private final double[][] scale;
  private final SiteResponses truth;

  PlanRate(Seed seed) {
    this(seed, false);
  }

  /**
   * @param halves true: no links between the first ten regions and the others
   */
  PlanRate(Seed seed, boolean halves) {
    this.seed = seed;
    wiring = Wiring.random(REGIONS, halves ? 4 : 2, 0.3, 0.9, seed);
    for (int i = 0; i < REGIONS && halves; i++) {
      for (int j = 0; j < REGIONS; j++) {
        wiring[i][j] = i / (REGIONS / 2) == j / (REGIONS / 2) ? wiring[i][j] : 0;
      }
    }
    brain = new BoldSimulation(new RateNetwork(wiring, 3, true, 0.3, 0.1), 2, 0.1);
    scale =
        BoldSimulation.scale(brain.bold(2000, List.of(), seed.derive("scale", 0), Progress.NONE));
    double[][][] answers = new double[REGIONS][][];
    for (int s = 0; s < REGIONS; s++) {
      answers[s] =
          brain.response(
              List.of(Stimulus.drive(s, 0, 2, DRIVE)), FOLLOWED, scale, 10, seed.derive("true", s));
    }
    int[] all = java.util.stream.IntStream.range(0, REGIONS).toArray();
    truth = SiteResponses.scaled("truth", all, answers);
  }

  RegionSignals recording(int frames) {
    return brain.record(
        Regions.numbered("R", REGIONS), frames, scale, List.of(), seed.derive("recording", 0));
  }

  SiteResponses truth() {
    return truth;
  }

  double[][] wiring() {
    return wiring;
  }

  /** One line per law: mean over networks and goals. */
  static void run(int frames, int networks, int goals, long first) {
    for (Assumption assumption : List.of(Assumption.GIVEN_LINKS, Assumption.EVERY_LINK)) {
      List<double[]> rows = new ArrayList<>();
      for (int k = 0; k < networks; k++) {
        PlanRate network = new PlanRate(Seed.of(first).derive("network", k));
        rows.addAll(network.plans(frames, goals, assumption));
      }
      print(frames, assumption, rows);
    }
  }

  private List<double[]> plans(int frames, int goals, Assumption assumption) {
    RegionSignals recording = recording(frames);
    List<RegionSignals> one = List.of(recording);
    PlanningLaw law = PlanningLaw.of(one, assumption, wiring, seed);
    double[][] fc = Correlation.of(recording.values());
    List<double[]> rows = new ArrayList<>();
    for (int g = 0; g < goals; g++) {
      Seed own = seed.derive("goal", g);
      int[] order = own.stream("order").permutation(REGIONS);
      int[] targets = Arrays.copyOf(order, TARGETS);
      int[] sites = Arrays.copyOfRange(order, TARGETS, REGIONS);
      Goal goal = PlanJudge.goal(targets, FIRST, LENGTH, own);
      StimulationLimits mine = StimulationLimits.free(BLOCKS, 1, DELAY);
      WaveformSolver solver = new WaveformSolver(goal, mine, ENERGY, CAUTION);
      WaveformSolver judge =
          new WaveformSolver(goal, StimulationLimits.free(BLOCKS, 1, 0), ENERGY, 1);
      SiteResponses real = PlanJudge.of(truth, sites);
      double attainable = judge.worth(real, judge.best(List.of(real), sites));
      SiteResponses model = law.fit(law.sums(one)).responses(sites, FOLLOWED, 1);
      List<SiteResponses> refits = new ArrayList<>();
      for (int k = 0; k < 10; k++) {
        refits.add(
            law.fit(law.drawnAgain(one, 40, own.derive("refit", k))).responses(sites, FOLLOWED, 1));
      }
      Waveform bold = solver.withCaution(1).best(List.of(model), sites);
      Waveform careful = solver.best(List.of(model), sites);
      List<SelfSimulation> self =
          SelfSimulation.of(
              new SelfSimulation.Trial(
                  law,
                  one,
                  Sites.of(sites, recording.regions()),
                  (s, models) -> s.best(models, sites)),
              solver,
              new double[] {1, CAUTION},
              6,
              own,
              Progress.NONE);
      rows.add(
          new double[] {
            attainable,
            judge.worth(real, bold) / attainable,
            judge.worth(real, careful) / attainable,
            judge.worth(real, careful),
            solver.worth(model, careful),
            judge.worth(real, solver.best(refits, sites)) / attainable,
            self.get(0).share(),
            self.get(1).share(),
            PlanJudge.single(judge, real, PlanJudge.site(solver, List.of(model), sites), sites),
            PlanJudge.single(judge, real, PlanJudge.site(solver, refits, sites), sites),
            PlanJudge.single(judge, real, PlanJudge.byFc(fc, sites, targets), sites),
            PlanJudge.random(judge, real, sites)
          });
    }
    return rows;
  }

  private static void print(int frames, Assumption assumption, List<double[]> rows) {
    String[] names = {
      "attainable",
      "caution 1",
      "caution 5",
      "true",
      "promised",
      "10 refits",
      "self 1",
      "self 5",
      "site",
      "site refits",
      "site FC",
      "site random"
    };
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%d frames, %s, %d plans:", frames, assumption, rows.size()));
    for (int c = 0; c < names.length; c++) {
      int column = c;
      text.append(
          String.format(
              Locale.ROOT,
              " %s %.3f",
              names[c],
              rows.stream().mapToDouble(r -> r[column]).average().orElse(0)));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "; worse than nothing %d; |promised - true| %.3f on average; not enough data %d",
            rows.stream().filter(r -> r[3] < 0).count(),
            rows.stream().mapToDouble(r -> Math.abs(r[4] - r[3])).average().orElse(0),
            rows.stream().filter(r -> r[6] < SelfSimulation.ENOUGH).count()));
    double[] self = rows.stream().mapToDouble(r -> r[6]).sorted().toArray();
    text.append(
        String.format(
            Locale.ROOT,
            "; self 1 from %.2f by %.2f to %.2f",
            self[0],
            self[self.length / 2],
            self[self.length - 1]));
    System.out.println(text);
  }
}
