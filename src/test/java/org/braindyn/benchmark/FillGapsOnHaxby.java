package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.FilledSignals;
import org.braindyn.imputation.LagMoments;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.parcellation.ParcellationSettings;
import org.braindyn.parcellation.Parcellator;
import org.braindyn.signal.cleaning.CleaningSettings;
import org.braindyn.signal.cleaning.SignalCleaner;
import org.braindyn.training.HcpData;

/**
 * Fill Gaps on nine short runs of one person at a task (haxby2001, 21 regions, 121 frames of 2.5
 * s): the last three runs are filled, alone and with the six before them as the group.
 */
final class FillGapsOnHaxby {
  private static final int DRAWS = 60;
  private static final int GROUP = 6;
  private static final int GAP = 20;

  private FillGapsOnHaxby() {}

  static void print() throws IOException {
    List<RegionSignals> runs = new ArrayList<>();
    Path subject = HcpData.folder("fmri_pymvpa").resolve("haxby2001/sub001");
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
      runs.add(new RegionSignals(clean.regions(), clean.values(), clean.interval(), "run " + run));
    }
    LagMoments group = LagMoments.pooled(runs.subList(0, GROUP), 2);
    List<RegionSignals> test = runs.subList(GROUP, runs.size());
    System.out.println("haxby2001: " + test.get(0).size() + " regions, runs 7 to 9");
    manyDraws(test, group);
    System.out.println("| hidden | R2 | by run | on purpose | 50 % | 90 % | 90 % by run | s |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    FillSettings settings = FillSettings.defaults();
    for (String kind : List.of("20 % scrubbed frames", "2 lost regions", "a gap of 20")) {
      List<boolean[][]> masks = new ArrayList<>();
      for (RegionSignals run : test) {
        Seed seed = Seed.of(1).derive(kind, masks.size());
        masks.add(
            switch (kind) {
              case "2 lost regions" -> lost(run, seed);
              case "a gap of 20" -> gap(run, seed);
              default -> FillGapsStudy.scrubbed(run, 0.2, seed);
            });
      }
      FillGapsStudy.line(kind + ", six runs beside", test, masks, new FillGaps(settings, group));
      if (!kind.equals("2 lost regions")) {
        FillGapsStudy.line(kind + ", the run alone", test, masks, new FillGaps(settings, null));
      }
      for (FillMethod rival : List.of(FillMethod.VISIBLE_REGIONS, FillMethod.INTERPOLATION)) {
        FillGaps gaps = new FillGaps(settings.withMethod(rival).withScored(false), group);
        FillGapsStudy.line(kind + ", " + rival.title(), test, masks, gaps);
      }
    }
  }

  /** One draw holds 120 values that resemble one another; many tell the width from chance. */
  private static void manyDraws(List<RegionSignals> test, LagMoments group) {
    FillGaps gaps = new FillGaps(FillSettings.defaults().withScored(false), group);
    StringBuilder runs = new StringBuilder();
    for (int r = 0; r < test.size(); r++) {
      RegionSignals run = test.get(r);
      double[] each = new double[DRAWS];
      for (int d = 0; d < DRAWS; d++) {
        boolean[][] mask = lost(run, Seed.of(2).derive("draw", d).derive("run", r));
        FilledSignals filled = gaps.fill(run, mask, Progress.NONE);
        double[][] low = filled.low(0.9);
        double[][] high = filled.high(0.9);
        int inside = 0;
        int all = 0;
        for (int n = 0; n < mask.length; n++) {
          for (int t = 0; t < mask[n].length; t++) {
            if (mask[n][t]) {
              double truth = run.values()[n][t];
              inside += low[n][t] <= truth && truth <= high[n][t] ? 1 : 0;
              all++;
            }
          }
        }
        each[d] = (double) inside / all;
      }
      double mean = Arrays.stream(each).average().orElse(0);
      double sd =
          Math.sqrt(Arrays.stream(each).map(c -> (c - mean) * (c - mean)).average().orElse(0));
      runs.append(String.format(Locale.ROOT, " %.3f (one draw: sd %.3f)", mean, sd));
    }
    System.out.println("2 lost regions, " + DRAWS + " draws of each run, inside 90 %:" + runs);
  }

  /** Two regions in the middle half of the run, so that their mean and scale are known. */
  private static boolean[][] lost(RegionSignals run, Seed seed) {
    boolean[][] mask = new boolean[run.size()][run.frames()];
    int[] order = seed.stream("regions").permutation(run.size());
    for (int i = 0; i < 2; i++) {
      Arrays.fill(mask[order[i]], run.frames() / 4, 3 * run.frames() / 4, true);
    }
    return mask;
  }

  private static boolean[][] gap(RegionSignals run, Seed seed) {
    boolean[][] mask = new boolean[run.size()][run.frames()];
    int from = 10 + seed.stream("gap").integer(run.frames() - GAP - 20);
    for (boolean[] row : mask) {
      Arrays.fill(row, from, from + GAP, true);
    }
    return mask;
  }
}
