package org.braindyn.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SpikeTrains;
import org.braindyn.graph.BrainGraph;
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
import org.braindyn.signal.SpikeBinning;
import org.braindyn.simulation.SpikingIntervention;
import org.braindyn.simulation.SpikingIntervention.Kind;
import org.braindyn.simulation.SpikingNetwork;
import org.braindyn.spikes.SpikeBenchmark;

/**
 * Which population of a spiking network to stimulate, so that another's rate changes. 100 integrate
 * and fire neurons in 20 populations of neighbours; laws are fitted to their rates in bins of 10 ms
 * and judged by currents that are truly injected into the network, under the same drive.
 */
final class PlanSpikes {
  private static final int NEURONS = 100;
  private static final int SIZE = 5;
  private static final int POPULATIONS = NEURONS / SIZE;
  private static final double BIN = 10;
  private static final int BLOCKS = 4;
  private static final int BLOCK = 3;
  private static final int FIRST = 6;
  private static final int LENGTH = 6;
  private static final int FOLLOWED = FIRST + LENGTH;
  private static final double SETTLING = 200;
  private static final double CURRENT = 150;
  private static final double ENERGY = 0.05;
  private static final double CAUTION = 5;

  private final Seed seed;
  private final SpikingNetwork network;
  private final double[][] wiring;
  private final int pairs;
  private final RegionSignals recording;
  private final double[] sd = new double[POPULATIONS];
  private final double[][] unperturbed;
  private final double[] peak = new double[POPULATIONS];
  private final SiteResponses truth;

  private PlanSpikes(Seed seed, double seconds, int pairs) {
    this.seed = seed;
    this.pairs = pairs;
    BrainGraph synapses = SpikeBenchmark.wiring("small world", NEURONS, seed);
    network = SpikingNetwork.standard(synapses);
    wiring = between(synapses);
    recording =
        rates(
            network.run(seconds * 1000, seed.derive("run", 0), List.of(), Progress.NONE),
            0,
            seconds * 1000);
    for (int p = 0; p < POPULATIONS; p++) {
      double[] row = recording.values()[p];
      double mean = Arrays.stream(row).average().orElse(0);
      sd[p] = Math.sqrt(Arrays.stream(row).map(v -> (v - mean) * (v - mean)).average().orElse(1));
    }
    unperturbed = mean(List.of());
    double[][][] answers = new double[POPULATIONS][][];
    for (int s = 0; s < POPULATIONS; s++) {
      answers[s] = change(List.of(current(s, 0, BLOCK, CURRENT)));
      peak[s] = Arrays.stream(answers[s][s]).map(Math::abs).max().orElse(1);
    }
    truth = SiteResponses.scaled("truth", all(), answers);
  }

  private static int[] all() {
    return IntStream.range(0, POPULATIONS).toArray();
  }

  /** Summed weights between populations, [source][target]. */
  private static double[][] between(BrainGraph synapses) {
    double[][] sum = new double[POPULATIONS][POPULATIONS];
    for (int e = 0; e < synapses.edges(); e++) {
      int from = synapses.source()[e] / SIZE;
      int to = synapses.target()[e] / SIZE;
      sum[from][to] += from == to ? 0 : synapses.weight()[e];
    }
    return sum;
  }

  private static SpikingIntervention current(int population, int bin, int bins, double size) {
    int[] neurons = IntStream.range(population * SIZE, (population + 1) * SIZE).toArray();
    double begin = SETTLING + bin * BIN;
    return new SpikingIntervention(Kind.CURRENT, neurons, begin, begin + bins * BIN, size);
  }

  private static RegionSignals rates(SpikeTrains spikes, double from, double to) {
    List<SpikeBinning.Group> groups = new ArrayList<>();
    for (int p = 0; p < POPULATIONS; p++) {
      groups.add(new SpikeBinning.Group("P" + (p + 1), p * SIZE + 1, (p + 1) * SIZE));
    }
    return new SpikeBinning(from, to, BIN).rates(spikes, groups, null);
  }

  /** Mean rates after the settling, in sd of the recording, over runs with the same drives. */
  private double[][] mean(List<SpikingIntervention> done) {
    double[][] mean = new double[POPULATIONS][FOLLOWED];
    double end = SETTLING + FOLLOWED * BIN;
    for (int k = 0; k < pairs; k++) {
      RegionSignals one =
          rates(network.run(end, seed.derive("pair", k), done, Progress.NONE), SETTLING, end);
      for (int p = 0; p < POPULATIONS; p++) {
        for (int t = 0; t < FOLLOWED; t++) {
          mean[p][t] += one.values()[p][t] / sd[p] / pairs;
        }
      }
    }
    return mean;
  }

  private double[][] change(List<SpikingIntervention> done) {
    double[][] with = mean(done);
    for (int p = 0; p < POPULATIONS; p++) {
      for (int t = 0; t < FOLLOWED; t++) {
        with[p][t] -= unperturbed[p][t];
      }
    }
    return with;
  }

  /** What a plan saves when its currents are injected, as a share of the cost of doing nothing. */
  private double injected(Waveform plan, Goal goal) {
    List<SpikingIntervention> done = new ArrayList<>();
    for (int k = 0; k < plan.sites().length; k++) {
      for (int b = 0; b < BLOCKS; b++) {
        double size = plan.strength()[k][b] * CURRENT / peak[plan.sites()[k]];
        done.add(current(plan.sites()[k], b * BLOCK, BLOCK, size));
      }
    }
    double[][] change = change(done);
    double cost = ENERGY * plan.energy();
    for (int g = 0; g < goal.regions().length; g++) {
      for (int t = 0; t < LENGTH; t++) {
        double left = goal.change()[g][t] - change[goal.regions()[g]][goal.from() + t];
        cost += left * left;
      }
    }
    return 1 - cost / goal.distance();
  }

  /** One line per law: mean over networks and goals. */
  static void run(long first, int networks, int goals, double seconds, int pairs) {
    List<List<double[]>> rows = List.of(new ArrayList<>(), new ArrayList<>());
    for (int k = 0; k < networks; k++) {
      PlanSpikes network = new PlanSpikes(Seed.of(first).derive("network", k), seconds, pairs);
      for (Assumption assumption : List.of(Assumption.GIVEN_LINKS, Assumption.EVERY_LINK)) {
        rows.get(assumption == Assumption.GIVEN_LINKS ? 0 : 1)
            .addAll(network.plans(goals, assumption));
      }
    }
    for (int law = 0; law < 2; law++) {
      print(first, seconds, law == 0 ? "links known" : "links unknown", rows.get(law));
    }
  }

  private List<double[]> plans(int goals, Assumption assumption) {
    List<RegionSignals> one = List.of(recording);
    PlanningLaw law = PlanningLaw.of(one, assumption, wiring, seed);
    double[][] fc = Correlation.of(recording.values());
    List<double[]> rows = new ArrayList<>();
    StimulationLimits limits = StimulationLimits.free(BLOCKS, BLOCK, 0);
    for (int g = 0; g < goals; g++) {
      int target = seed.derive("goal", g).stream("target").integer(POPULATIONS);
      int[] sites = IntStream.range(0, POPULATIONS).filter(p -> p != target).toArray();
      Goal goal = Goal.shift(new int[] {target}, g % 2 == 0 ? 0.5 : -0.5, FIRST, LENGTH);
      WaveformSolver solver = new WaveformSolver(goal, limits, ENERGY, CAUTION);
      SiteResponses real = PlanJudge.of(truth, sites);
      SiteResponses model = law.fit(law.sums(one)).responses(sites, FOLLOWED, BLOCK);
      int site = PlanJudge.site(solver, List.of(model), sites);
      int best = PlanJudge.site(solver.withCaution(1), List.of(real), sites);
      Waveform plan = solver.best(List.of(model), site);
      SelfSimulation self =
          SelfSimulation.of(
                  new SelfSimulation.Trial(
                      law,
                      one,
                      Sites.of(sites, recording.regions()),
                      (s, models) -> s.best(models, PlanJudge.site(s, models, sites))),
                  solver,
                  new double[] {1},
                  6,
                  seed.derive("goal", g),
                  Progress.NONE)
              .get(0);
      int[] targets = {target};
      WaveformSolver judge = solver.withCaution(1);
      rows.add(
          new double[] {
            injected(judge.best(List.of(real), best), goal),
            solver.worth(model, plan),
            injected(plan, goal),
            self.share(),
            PlanJudge.single(judge, real, site, sites),
            PlanJudge.single(judge, real, PlanJudge.byFc(wiring, sites, targets), sites),
            PlanJudge.single(judge, real, PlanJudge.byFc(fc, sites, targets), sites),
            PlanJudge.random(judge, real, sites)
          });
    }
    return rows;
  }

  private static void print(long first, double seconds, String law, List<double[]> rows) {
    String[] names = {
      "best plan", "promised", "injected", "self", "site", "by synapses", "by FC", "random"
    };
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "spikes, seed %d, %.0f s, %s, %d plans:",
                first,
                seconds,
                law,
                rows.size()));
    for (int c = 0; c < names.length; c++) {
      int column = c;
      text.append(
          String.format(
              Locale.ROOT,
              " %s %.3f",
              names[c],
              rows.stream().mapToDouble(r -> r[column]).average().orElse(0)));
    }
    System.out.println(
        text
            + String.format(
                Locale.ROOT,
                "; worse than nothing %d; not enough data %d",
                rows.stream().filter(r -> r[2] < 0).count(),
                rows.stream().filter(r -> r[3] < SelfSimulation.ENOUGH).count()));
  }
}
