package org.braindyn.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.parallel.Parallel;

/**
 * Scores connectivity against links that are known (a wiring, a table of measured propagation) with
 * the null that counts: the same method on recordings whose regions were shifted in circles, each
 * by another time, which keeps every region's own course and destroys what they have to do with
 * each other. Intervals are over people, or of one recording over regions (jackknife, Efron and
 * Tibshirani 1993, ch. 11).
 */
public final class ScoreConnectivity {
  private static final double SIDE = 1.959964;
  private static final int LEAST_PEOPLE = 5;
  private static final double LEAST_SHIFT = 0.1; // of the recording, so that no trace is left

  private final KnownLinks truth;
  private final List<RegionSignals> recordings;

  private ScoreConnectivity(List<RegionSignals> recordings, KnownLinks truth) {
    this.recordings = recordings;
    this.truth = truth;
  }

  /**
   * Scores correlation, partial correlation, Granger causality and a ridge VAR(1).
   *
   * @param recordings of the regions of the truth; matrices of several are averaged
   * @param shifts shifted copies for the null, 0 for none
   * @throws BadInput if the truth is of other regions
   */
  public static List<TruthScore> of(
      List<RegionSignals> recordings, KnownLinks truth, int shifts, Seed seed, Progress progress) {
    for (RegionSignals one : recordings) {
      if (one.size() != truth.regions()) {
        throw new BadInput(
            String.format(
                "%s has %d regions, the truth %d. Use a truth of the same parcellation.",
                one.source(), one.size(), truth.regions()));
      }
    }
    return new ScoreConnectivity(recordings, truth).run(shifts, seed, progress);
  }

  /**
   * Scores a matrix that was made elsewhere; without recordings there is no null.
   *
   * @param matrix [source][target]
   */
  public static TruthScore ofMatrix(String name, double[][] matrix, KnownLinks truth) {
    if (matrix.length != truth.regions()) {
      throw new BadInput(
          String.format(
              "%s has %d regions, the truth %d. Use a truth of the same parcellation.",
              name, matrix.length, truth.regions()));
    }
    return new ScoreConnectivity(List.of(), truth)
        .score(name, List.<double[][]>of(matrix), new double[0]);
  }

  private List<TruthScore> run(int shifts, Seed seed, Progress progress) {
    Map<String, List<double[][]>> own = estimates(recordings);
    Map<String, double[]> nulls = new LinkedHashMap<>();
    own.keySet().forEach(method -> nulls.put(method, new double[shifts]));
    int[] done = new int[1];
    Parallel.each(
        shifts,
        s -> {
          Cancelled.check(progress, "The shifted recordings");
          Seed.Stream random = seed.derive("shift", s).stream("shifts");
          List<RegionSignals> moved = recordings.stream().map(r -> shifted(r, random)).toList();
          estimates(moved)
              .forEach(
                  (method, all) ->
                      nulls.get(method)[s] = truth.area(mean(all, everybody(all)), -1, false));
          synchronized (done) {
            done[0]++;
            progress.report((double) done[0] / shifts, "Scoring shifted recordings");
          }
        });
    List<TruthScore> scores = new ArrayList<>();
    own.forEach((method, all) -> scores.add(score(method, all, nulls.get(method))));
    scores.sort((a, b) -> Double.compare(b.auroc(), a.auroc()));
    return scores;
  }

  private static Map<String, List<double[][]>> estimates(List<RegionSignals> of) {
    Map<String, List<double[][]>> all = new LinkedHashMap<>();
    for (RegionSignals one : of) {
      WiringInference.comparators(one)
          .forEach((m, matrix) -> all.computeIfAbsent(m, k -> new ArrayList<>()).add(matrix));
    }
    return all;
  }

  private static RegionSignals shifted(RegionSignals of, Seed.Stream random) {
    int frames = of.frames();
    int least = (int) Math.ceil(LEAST_SHIFT * frames);
    double[][] moved = new double[of.size()][frames];
    for (int r = 0; r < moved.length; r++) {
      int by = least + random.integer(Math.max(1, frames - 2 * least));
      for (int t = 0; t < frames; t++) {
        moved[r][(t + by) % frames] = of.values()[r][t];
      }
    }
    return of.withValues(moved);
  }

  private TruthScore score(String method, List<double[][]> all, double[] nulls) {
    double[][] mean = mean(all, everybody(all));
    double area = truth.area(mean, -1, false);
    double turned = truth.area(mean, -1, true);
    double error = error(all, parts -> truth.area(mean(all, parts[0]), parts[1][0], false));
    double both =
        error(
            all,
            parts -> {
              double[][] own = mean(all, parts[0]);
              return truth.area(own, parts[1][0], false) - truth.area(own, parts[1][0], true);
            });
    double[] sorted = nulls.clone();
    Arrays.sort(sorted);
    long asHigh = Arrays.stream(nulls).filter(v -> v >= area).count();
    boolean any = nulls.length > 0;
    return new TruthScore(
        method,
        area,
        Math.max(0, area - SIDE * error),
        Math.min(1, area + SIDE * error),
        any ? Arrays.stream(nulls).average().orElse(0) : Double.NaN,
        any ? sorted[(int) (0.95 * (sorted.length - 1))] : Double.NaN,
        any ? (asHigh + 1.0) / (nulls.length + 1.0) : Double.NaN,
        turned,
        area - turned,
        area - turned - SIDE * both,
        area - turned + SIDE * both);
  }

  /**
   * Standard error by leaving out people, one at a time, or of few recordings regions.
   *
   * @param statistic of {recordings, {region left out or -1}}
   */
  private double error(List<double[][]> all, ToDoubleFunction<int[][]> statistic) {
    boolean people = all.size() >= LEAST_PEOPLE;
    int n = people ? all.size() : truth.regions();
    double[] values =
        Parallel.numbers(
            n,
            k -> {
              int[] who = everybody(all);
              int[] rest = IntStream.of(who).filter(i -> !people || i != k).toArray();
              return statistic.applyAsDouble(new int[][] {rest, {people ? -1 : k}});
            });
    double mean = Arrays.stream(values).average().orElse(0);
    double sum = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(sum * (n - 1) / n);
  }

  private static int[] everybody(List<double[][]> all) {
    return IntStream.range(0, all.size()).toArray();
  }

  private static double[][] mean(List<double[][]> all, int[] who) {
    int n = all.get(0).length;
    double[][] mean = new double[n][n];
    for (int i : who) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          mean[a][b] += all.get(i)[a][b] / who.length;
        }
      }
    }
    return mean;
  }
}
