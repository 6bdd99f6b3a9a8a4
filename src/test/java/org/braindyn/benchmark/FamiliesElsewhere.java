package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.Families;
import org.braindyn.forecast.family.Family;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.LinkWeights;
import org.braindyn.forecast.family.NetworkAr;
import org.braindyn.forecast.family.RandomFeatures;
import org.braindyn.forecast.family.choice.Candidate;
import org.braindyn.forecast.family.choice.Chosen;
import org.braindyn.forecast.family.choice.FamilyChoice;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.graph.Threshold;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.perturbation.MatrixAgreement;
import org.braindyn.perturbation.significance.FalseDiscovery;
import org.braindyn.perturbation.significance.NullComparison;
import org.braindyn.perturbation.significance.Surrogates;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.braindyn.signal.cleaning.SignalCleaner;
import org.braindyn.simulation.BoldSimulation;
import org.braindyn.simulation.RateNetwork;
import org.braindyn.spikes.SpikeBenchmark;
import org.braindyn.training.HcpData;
import org.braindyn.training.score.Evaluation;

/** The cheap families on other data: see {@link FamiliesStudy}. */
final class FamiliesElsewhere {
  private FamiliesElsewhere() {}

  /** Coefficients at lag 1 against the exact effective connectivity of somebody else's network. */
  static void npi() throws IOException {
    System.out.println("\n### npi_rnn, r with the exact effective connectivity\n");
    System.out.println(
        "| data | full VAR(1) | shrunk to network AR | to own past and mean |"
            + " network AR(1) on FC |");
    System.out.println("|---|---|---|---|---|");
    for (String data : List.of("00", "01")) {
      Path folder = HcpData.folder("npi_rnn");
      double[][] series = table(folder.resolve("dynamics_020nodes_8000steps_" + data + "seed.txt"));
      double[][] truth = table(folder.resolve("real_EC_020nodes_8000steps_" + data + "seed.txt"));
      double[][] values = new double[20][7200];
      for (int t = 0; t < 7200; t++) {
        for (int r = 0; r < 20; r++) {
          values[r][t] = series[t][r];
        }
      }
      LagSums sums = sums(new RegionSignals(Regions.numbered("node", 20), values, 1, data));
      LagModel network = NetworkAr.fit(sums, 1, LinkWeights.correlation(sums));
      LagModel mean = NetworkAr.fit(sums, 1, LinkWeights.uniform(20));
      System.out.printf(
          Locale.ROOT,
          "| seed %s | %.3f | %.3f | %.3f | %.3f |%n",
          data,
          r(LinearFits.full(sums, 1, 1, 1), truth),
          r(LinearFits.shrunk(sums, 1, 300, network), truth),
          r(LinearFits.shrunk(sums, 1, 300, mean), truth),
          r(network, truth));
    }
  }

  private static double r(LagModel model, double[][] truth) {
    return MatrixAgreement.pearson(model.coefficients()[0], truth);
  }

  private static LagSums sums(RegionSignals signals) {
    return FamilyData.wholeSums(List.of(Recording.of(signals)), 2);
  }

  private static double[][] table(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(
            line ->
                Arrays.stream(line.trim().split("[\\s,]+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray())
        .toArray(double[][]::new);
  }

  /** Rates of 100 neurons, 200 subjects train, 40 test (docs/validation.md, the benchmark). */
  static void spikes() {
    System.out.println("\n### Spikes, 100 neurons, 200 subjects train, 40 not seen, ten steps\n");
    SpikeBenchmark benchmark =
        SpikeBenchmark.standard(SpikeBenchmark.wiring("small world", 100, Seed.of(1)), Seed.of(1));
    List<RegionSignals> all = benchmark.subjects(0, 260, Progress.NONE);
    WindowSet train = WindowSet.of(all.subList(0, 200), 30, 10, 20).withFloor(10);
    WindowSet test = WindowSet.of(all.subList(220, 260), 30, 10, 20).withFloor(10);
    FamilyData data = FamilyData.of(train, null, Seed.of(1));
    double[][] links =
        Threshold.strongest(LinearFits.full(data.whole(), 1, 1e3, 1).coefficients()[0], 1000)
            .toMatrix();
    List<Family> families = new ArrayList<>(Families.all(data));
    families.removeIf(f -> f.name().contains("features"));
    families.add(features("random features, no messages", null));
    families.add(features("random features, neighbours by VAR(1)", links));
    table(data, families, test);
  }

  private static Family features(String name, double[][] neighbours) {
    return new Family(
        name,
        List.of(new Family.Settings(0, 0)),
        (d, s, p) ->
            RandomFeatures.fit(
                d.windows(),
                new RandomFeatures.Settings(300, 1e-4, 200_000, neighbours, d.seed()),
                p));
  }

  /** Eight runs of one real scan train, the ninth tests. */
  static void haxby() throws IOException {
    System.out.println("\n### haxby2001 sub001, 21 regions, run 9 not seen, context 15, 3 steps\n");
    Path subject = HcpData.folder("fmri_pymvpa").resolve("haxby2001/sub001");
    List<Recording> runs = new ArrayList<>();
    for (int run = 1; run <= 9; run++) {
      RegionSignals raw =
          new Parcellator(ParcellationSettings.defaults())
              .parcellate(
                  Nifti.open(subject.resolve("BOLD/task001_run00" + run + "/bold_25mm.nii.gz")),
                  Nifti.labels(subject.resolve("masks/25mm/hoc.nii.gz")),
                  LabelNames.NONE,
                  Progress.NONE)
              .signals();
      RegionSignals clean =
          new SignalCleaner(CleaningSettings.none().withDetrend(1))
              .clean(raw, null, null)
              .signals();
      runs.add(Recording.of(clean, "sub001"));
    }
    FamilyData data = FamilyData.of(new WindowSet(runs.subList(0, 8), 15, 3, 1), null, Seed.of(1));
    table(data, Families.all(data), new WindowSet(runs.subList(8, 9), 15, 3, 1));
  }

  private static void table(FamilyData data, List<Family> families, WindowSet test) {
    Chosen chosen = FamilyChoice.among(data, families, Progress.NONE);
    System.out.println(chosen.verdict() + "\n");
    System.out.println("| family | settings | left-out MSE | test MSE |");
    System.out.println("|---|---|---|---|");
    for (Candidate c : chosen.candidates()) {
      FamilyModel model = c.family().fit(data, c.settings(), Progress.NONE);
      row(c.family().name(), c.name() + ", ridge " + c.settings().ridge(), c, model, test);
    }
    row("**chosen**", chosen.model().name(), chosen.winner(), chosen.model(), test);
    chosen.problems().forEach((name, why) -> System.out.println(name + ": " + why));
  }

  private static void row(
      String family, String settings, Candidate c, FamilyModel model, WindowSet test) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f |%n",
        family,
        settings,
        c.mean(),
        Evaluation.of(model, test, Progress.NONE).all().mse());
  }

  /** Nothing is coupled: links called at q <= 0.05 against 19 refits, 20 data sets. */
  static void nothing() {
    System.out.println("\n### Uncoupled networks: share of 2640 links called at q <= 0.05\n");
    System.out.println("| family | links called | p <= 0.05 uncorrected |");
    System.out.println("|---|---|---|");
    Map<String, Function<LagSums, LagModel>> fits = new LinkedHashMap<>();
    fits.put("full VAR(2)", s -> LinearFits.full(s, 2, 100, 0.1));
    fits.put(
        "masked VAR(2), partial correlations",
        s -> LinearFits.masked(s, 2, 100, LinkWeights.partialCorrelation(s).weights()));
    fits.put("network AR(2) on FC", s -> NetworkAr.fit(s, 2, LinkWeights.correlation(s)));
    fits.put(
        "network AR(2) on partial correlations",
        s -> NetworkAr.fit(s, 2, LinkWeights.partialCorrelation(s)));
    fits.put(
        "VAR(2) shrunk to network AR on FC",
        s -> LinearFits.shrunk(s, 2, 300, NetworkAr.fit(s, 2, LinkWeights.correlation(s))));
    fits.put(
        "VAR(2) shrunk to own past and mean",
        s -> LinearFits.shrunk(s, 2, 300, NetworkAr.fit(s, 2, LinkWeights.uniform(12))));
    fits.forEach(
        (name, fit) -> {
          int called = 0;
          int raw = 0;
          for (int seed = 1; seed <= 20; seed++) {
            BoldSimulation brain =
                new BoldSimulation(new RateNetwork(new double[12][12], 3, true, 0.3, 0.1), 2, 0.1);
            RegionSignals person =
                brain.record(Regions.numbered("R", 12), 300, null, List.of(), Seed.of(seed));
            double[][] nulls = new double[19][];
            for (int k = 0; k < nulls.length; k++) {
              nulls[k] =
                  links(
                      fit.apply(
                          sums(
                              Surrogates.CIRCULAR_SHIFT.of(
                                  person, Seed.of(1000 + seed).derive("surrogate", k)))));
            }
            double[] p = NullComparison.pValues(links(fit.apply(sums(person))), nulls);
            raw += (int) Arrays.stream(p).filter(x -> x <= 0.05).count();
            called += (int) Arrays.stream(FalseDiscovery.adjust(p)).filter(x -> x <= 0.05).count();
          }
          System.out.printf(
              Locale.ROOT, "| %s | %.4f | %.4f |%n", name, called / 2640.0, raw / 2640.0);
        });
  }

  /** Largest effect of a unit within three frames, every ordered pair. */
  private static double[] links(LagModel model) {
    double[][][] psi = model.impulse(3);
    int n = model.regions();
    double[][] peak = new double[n][n];
    for (int h = 1; h <= 3; h++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          peak[i][j] = Math.abs(psi[h][i][j]) > Math.abs(peak[i][j]) ? psi[h][i][j] : peak[i][j];
        }
      }
    }
    return ConnectionStatistics.pairs(peak);
  }
}
