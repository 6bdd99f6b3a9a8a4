package org.braindyn.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.graph.Correlation;
import org.braindyn.planning.PlanningLaw;
import org.braindyn.planning.PlanningLaw.Assumption;
import org.braindyn.planning.SpreadCut;

/**
 * Which region to cut, so that a seizure does not spread to others: laws fitted to the power of 10
 * seizures of 20 regions, judged by cutting the region in the network that made them.
 */
final class PlanSeizure {
  private static final int REGIONS = 20;
  private static final int TARGETS = 3;
  private static final int INPUTS = 2;
  private static final double LENGTH = 60;
  private static final double ONSET = 30;
  private static final double FROM = 5;
  private static final double COUNTED = 20;
  private static final double LAMBDA = 0.5;
  private static final double NOISE = 0.2;

  private final Seed seed;
  private final double[][] wiring;
  private final SeizureNetwork network;
  private final int focus;
  private final int runs;
  private final int[] targets;
  private final int[] sites;
  private final double[] truth;
  private final double risen;

  PlanSeizure(Seed seed, double coupling, int runs) {
    this.seed = seed;
    this.runs = runs;
    wiring = new double[REGIONS][REGIONS];
    Seed.Stream strength = seed.stream("strength");
    for (int j = 0; j < REGIONS; j++) {
      int[] order = seed.derive("inputs", j).stream("order").permutation(REGIONS);
      for (int k = 0, found = 0; found < INPUTS; k++) {
        if (order[k] != j) {
          wiring[order[k]][j] = strength.uniform(0.5, 1.5);
          found++;
        }
      }
    }
    focus = hub();
    network = new SeizureNetwork(wiring, focus, coupling, LAMBDA, NOISE);
    double[] rise = rise(-1);
    targets =
        IntStream.range(0, REGIONS)
            .filter(r -> r != focus && wiring[focus][r] == 0)
            .boxed()
            .sorted(Comparator.comparingDouble(r -> -rise[r]))
            .limit(TARGETS)
            .mapToInt(Integer::intValue)
            .toArray();
    sites =
        IntStream.range(0, REGIONS)
            .filter(r -> r != focus && Arrays.stream(targets).noneMatch(t -> t == r))
            .toArray();
    risen = Arrays.stream(targets).mapToDouble(t -> rise[t]).average().orElse(0);
    truth = new double[sites.length];
    for (int s = 0; s < sites.length; s++) {
      double[] cut = rise(sites[s]);
      truth[s] = 1 - Arrays.stream(targets).mapToDouble(t -> cut[t]).average().orElse(0) / risen;
    }
  }

  private int hub() {
    return IntStream.range(0, REGIONS)
        .boxed()
        .max(Comparator.comparingLong(r -> Arrays.stream(wiring[r]).filter(w -> w > 0).count()))
        .orElse(0);
  }

  /** Mean rise of log power after the onset over rest, per region. */
  private double[] rise(int cut) {
    double[] rise = new double[REGIONS];
    int onset = (int) (10 / SeizureNetwork.INTERVAL);
    int from = (int) ((10 + FROM) / SeizureNetwork.INTERVAL);
    int end = (int) ((10 + FROM + COUNTED) / SeizureNetwork.INTERVAL);
    for (int k = 0; k < runs; k++) {
      double[][] power = network.power(10 + FROM + COUNTED, 10, cut, seed.derive("true", k));
      for (int r = 0; r < REGIONS; r++) {
        rise[r] += (mean(power[r], from, end) - mean(power[r], onset / 2, onset)) / runs;
      }
    }
    return rise;
  }

  private static double mean(double[] row, int from, int to) {
    return Arrays.stream(row, from, to).average().orElse(0);
  }

  private RegionSignals recording(int seizures) {
    double[][] all = new double[REGIONS][0];
    for (int k = 0; k < seizures; k++) {
      double[][] one = network.power(LENGTH, ONSET, -1, seed.derive("recording", k));
      for (int r = 0; r < REGIONS; r++) {
        int before = all[r].length;
        all[r] = Arrays.copyOf(all[r], before + one[r].length);
        System.arraycopy(one[r], 0, all[r], before, one[r].length);
      }
    }
    return new RegionSignals(
        Regions.numbered("R", REGIONS), all, SeizureNetwork.INTERVAL, "seizures");
  }

  /** One line: mean over networks. */
  static void run(long first, int networks, int seizures, int runs) {
    for (double coupling : new double[] {0.06, 0.15}) {
      run(first, networks, seizures, runs, coupling);
    }
  }

  private static void run(long first, int networks, int seizures, int runs, double coupling) {
    String[] names = {
      "targets' rise",
      "stopped by the best cut",
      "links known: true",
      "promised",
      "links unknown: true",
      "promised",
      "mean |FC|",
      "FC to focus x FC to targets",
      "FC to targets",
      "row of weights",
      "random"
    };
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < networks; k++) {
      rows.add(new PlanSeizure(Seed.of(first).derive("seizures", k), coupling, runs).row(seizures));
    }
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "seizure, seed %d, %d networks, %d seizures, coupling %.2f:",
                first,
                networks,
                seizures,
                coupling));
    for (int c = 0; c < names.length; c++) {
      int column = c;
      text.append(
          String.format(
              Locale.ROOT,
              " %s %.3f;",
              names[c],
              rows.stream().mapToDouble(r -> r[column]).average().orElse(0)));
    }
    System.out.println(text);
  }

  private double[] row(int seizures) {
    RegionSignals recording = recording(seizures);
    double best = Arrays.stream(truth).max().orElse(1);
    int from = (int) (FROM / SeizureNetwork.INTERVAL);
    int frames = (int) (COUNTED / SeizureNetwork.INTERVAL);
    SpreadCut.Question question =
        new SpreadCut.Question(new int[] {focus}, targets, sites, from, frames);
    double[] row = new double[11];
    row[0] = risen;
    row[1] = best;
    int c = 2;
    for (Assumption assumption : List.of(Assumption.GIVEN_LINKS, Assumption.EVERY_LINK)) {
      PlanningLaw law = PlanningLaw.of(List.of(recording), assumption, wiring, seed);
      SpreadCut plan = SpreadCut.of(law.fit(law.sums(List.of(recording))).forecasts(), question);
      row[c++] = truth[plan.best()];
      row[c++] = plan.stopped()[plan.best()];
    }
    double[][] fc = Correlation.of(recording.values());
    row[c++] =
        by(
            s ->
                IntStream.range(0, REGIONS)
                    .mapToDouble(r -> r == s ? 0 : Math.abs(fc[s][r]))
                    .sum());
    row[c++] = by(s -> Math.abs(fc[s][focus]) * to(fc, s));
    row[c++] = by(s -> to(fc, s));
    row[c++] =
        by(s -> wiring[focus][s] * to(wiring, s) + 1e-3 * (wiring[focus][s] + to(wiring, s)));
    row[c] = Arrays.stream(truth).average().orElse(0);
    return row;
  }

  private double to(double[][] matrix, int s) {
    return Arrays.stream(targets).mapToDouble(t -> Math.abs(matrix[s][t])).sum();
  }

  private double by(java.util.function.IntToDoubleFunction score) {
    int chosen =
        IntStream.range(0, sites.length)
            .boxed()
            .max(Comparator.comparingDouble(s -> score.applyAsDouble(sites[s])))
            .orElse(0);
    return truth[chosen];
  }
}
