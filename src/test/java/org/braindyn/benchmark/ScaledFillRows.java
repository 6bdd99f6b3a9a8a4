package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.FilledSignals;
import org.braindyn.imputation.HiddenScore;
import org.braindyn.imputation.LagMoments;
import org.braindyn.masked.train.MaskKind;

/**
 * What eight numbers by deviation bring to Fill Gaps: one window hidden at a time, all else seen.
 */
final class ScaledFillRows {
  private ScaledFillRows() {}

  /**
   * The recorded masks of the test people.
   *
   * @param every so many windows apart; 1 for all
   */
  static void test(List<RegionSignals> people, LagMoments group, List<String> kinds, int every)
      throws Exception {
    Map<String, List<HiddenTokens.Window>> masks = new LinkedHashMap<>();
    for (Map.Entry<String, List<HiddenTokens.Window>> kind : HiddenTokens.recorded().entrySet()) {
      if (kinds.contains(kind.getKey())) {
        masks.put(
            kind.getKey(),
            kind.getValue().stream()
                .filter(w -> w.from() / HiddenTokens.WINDOW % every == 0)
                .toList());
      }
    }
    print(people, group, masks);
  }

  /** Masks of the same kinds for other people, two windows each. */
  static void drawn(List<RegionSignals> people, LagMoments group, List<String> kinds, Seed seed) {
    Map<String, List<HiddenTokens.Window>> masks = new LinkedHashMap<>();
    for (String kind : kinds) {
      List<HiddenTokens.Window> windows = new ArrayList<>();
      for (int p = 0; p < people.size(); p++) {
        for (int from : new int[] {200, 600}) {
          Seed.Stream stream = seed.derive(kind, p).derive("window", from).stream("mask");
          windows.add(new HiddenTokens.Window(p, from, hidden(kind, people.get(p).size(), stream)));
        }
      }
      masks.put(kind, windows);
    }
    print(people, group, masks);
  }

  private static boolean[][] hidden(String kind, int regions, Seed.Stream stream) {
    int patches = HiddenTokens.WINDOW / HiddenTokens.PATCH;
    MaskKind what =
        switch (kind) {
          case "regions" -> MaskKind.REGIONS;
          case "frames" -> MaskKind.GAPS;
          case "future" -> MaskKind.FUTURE;
          default -> MaskKind.TOKENS;
        };
    boolean[] tokens = what.draw(stream, regions, patches, kind.equals("random75") ? 0.75 : 0.2);
    boolean[][] hidden = new boolean[regions][HiddenTokens.WINDOW];
    for (int i = 0; i < regions * HiddenTokens.WINDOW; i++) {
      hidden[i / HiddenTokens.WINDOW][i % HiddenTokens.WINDOW] = tokens[i / HiddenTokens.PATCH];
    }
    return hidden;
  }

  private static void print(
      List<RegionSignals> people, LagMoments group, Map<String, List<HiddenTokens.Window>> masks) {
    System.out.println("| hidden | plain | scaled | gain of each person | 90 % plain, scaled |");
    System.out.println("|---|---|---|---|---|");
    List<RegionSignals> z = new ArrayList<>();
    people.forEach(p -> z.add(p.withValues(LinearBars.scaled(p.values()))));
    FillSettings automatic = FillSettings.defaults().withScored(false);
    for (Map.Entry<String, List<HiddenTokens.Window>> kind : masks.entrySet()) {
      HiddenScore[][] scores = new HiddenScore[2][people.size() + 1];
      for (HiddenScore[] row : scores) {
        Arrays.setAll(row, i -> new HiddenScore());
      }
      for (HiddenTokens.Window window : kind.getValue()) {
        RegionSignals truth = z.get(window.person());
        boolean[][] mask = new boolean[truth.size()][truth.frames()];
        for (int n = 0; n < mask.length; n++) {
          boolean[] row = window.hidden()[n];
          System.arraycopy(row, 0, mask[n], window.from(), row.length);
        }
        FilledSignals scaled = new FillGaps(automatic, group).fill(truth, mask, Progress.NONE);
        FillSettings plain =
            automatic
                .withMethod(FillMethod.OWN_AND_GROUP)
                .withKalman(automatic.kalman().withOrder(scaled.order()));
        add(scores[0], window.person(), truth, new FillGaps(plain, group), mask);
        add(scores[1], window.person(), truth, scaled);
      }
      StringBuilder gains = new StringBuilder();
      for (int p = 1; p <= people.size(); p++) {
        gains.append(String.format(Locale.ROOT, " %+.4f", scores[1][p].r2() - scores[0][p].r2()));
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %.4f | %.4f |%s | %.3f %.3f |%n",
          kind.getKey(),
          scores[0][0].r2(),
          scores[1][0].r2(),
          gains,
          scores[0][0].coverage90(),
          scores[1][0].coverage90());
    }
  }

  private static void add(
      HiddenScore[] row, int person, RegionSignals truth, FillGaps gaps, boolean[][] mask) {
    add(row, person, truth, gaps.fill(truth, mask, Progress.NONE));
  }

  private static void add(
      HiddenScore[] row, int person, RegionSignals truth, FilledSignals filled) {
    for (int n = 0; n < truth.size(); n++) {
      for (int t = 0; t < truth.frames(); t++) {
        if (filled.filled()[n][t]) {
          double variance = filled.sd()[n][t] * filled.sd()[n][t];
          for (int who : new int[] {0, 1 + person}) {
            row[who].add(truth.values()[n][t], filled.signals().values()[n][t], variance);
          }
        }
      }
    }
  }
}
