package org.braindyn.forecast.ridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;

/** {@link DirectRidgeFit} where windows are fewer than features: the same numbers, in less time. */
final class DualFit {
  /** Windows as a share of the features below which one decomposition is less work. */
  private static final double FEW = 0.5;

  /** The same where one decomposition serves several ridges. */
  private static final double FEW_FOR_MANY = 0.8;

  private final DirectRidgeFit fit;
  private final WindowSet train;
  private final WindowSet validation;
  private final Progress progress;
  private final DirectRidgeSettings settings;
  private final int folds;
  private final int[] foldOf;
  private final Map<String, Integer> foldOfPerson = new LinkedHashMap<>();

  /**
   * @param folds groups of people; 0 to choose by validation
   * @param validation null to choose nothing
   */
  DualFit(DirectRidgeFit fit, WindowSet train, WindowSet validation, int folds, Progress progress) {
    this.fit = fit;
    this.train = train;
    this.validation = validation;
    this.folds = folds;
    this.progress = progress;
    settings = fit.settings();
    for (Recording recording : train.recordings()) {
      foldOfPerson.putIfAbsent(recording.person(), foldOfPerson.size() % Math.max(1, folds));
    }
    foldOf =
        IntStream.range(0, train.size())
            .map(w -> foldOfPerson.get(train.recordings().get(train.recordingOf(w)).person()))
            .toArray();
  }

  /** Whether it is the shorter way. */
  static boolean suits(WindowSet train, boolean chooses, DirectRidgeSettings settings) {
    long features = (long) train.regions() * new LagBins(train.context()).count();
    double share = chooses && settings.ridges().length > 1 ? FEW_FOR_MANY : FEW;
    return settings.mirror() == null && train.size() <= share * features;
  }

  /** Bytes at the worst moment. */
  static long bytes(WindowSet train, int folds) {
    long features = (long) train.regions() * new LagBins(train.context()).count();
    long outputs = (long) train.regions() * train.horizon();
    return DualWindows.bytes(train.size(), features, outputs)
        + Math.max(1, folds) * DualSolver.bytes(train.size(), features, outputs)
        + DualSolver.work(train.size(), features, outputs)
        + (1 + folds) * LargeMatrix.bytes(outputs, features);
  }

  DirectRidge run(LagBins bins) {
    progress.report(0, "Linear forecast: reading windows");
    try (DualWindows data = new DualWindows(train, bins, settings, progress)) {
      double[] ridges = settings.ridges();
      if (folds > 0) {
        return byFolds(data);
      }
      try (DualSolver all = solver(data, w -> true)) {
        if (validation == null || ridges.length == 1) {
          double[] middle = new double[train.horizon()];
          Arrays.fill(middle, ridges[ridges.length / 2]);
          fit.found(middle, Double.NaN);
        } else {
          choose(
              ridges,
              (r, error) -> {
                progress.report(0.4, "Linear forecast: ridge " + ridges[r]);
                all.solve(ridges[r], DirectRidgeFit.steps(train.horizon()), progress);
                try (LargeMatrix solution = all.coefficients()) {
                  add(fit.error(train, solution, validation), error);
                }
              });
        }
        return DirectRidgeFit.model(train, chosen(all), List.of(), Map.of());
      }
    }
  }

  private DirectRidge byFolds(DualWindows data) {
    List<DualSolver> left = new ArrayList<>();
    try {
      double[] ridges = settings.ridges();
      double[][] error = new double[ridges.length][train.horizon()];
      for (int f = 0; f < folds; f++) {
        int fold = f;
        left.add(solver(data, w -> foldOf[w] != fold));
        try (DualSolver.Others out = left.get(f).new Others(windows(w -> foldOf[w] == fold))) {
          tryRidges(left.get(f), out, f, error);
        }
      }
      choose(ridges, (r, sum) -> add(error[r], sum));
      List<LargeMatrix> without = new ArrayList<>();
      for (DualSolver one : left) {
        without.add(chosen(one));
        one.close();
      }
      try (DualSolver all = solver(data, w -> true)) {
        return DirectRidgeFit.model(train, chosen(all), without, foldOfPerson);
      }
    } finally {
      left.forEach(DualSolver::close);
    }
  }

  /** Adds a fold's squared errors, of the middle ridge first, so that a user soon sees one. */
  private void tryRidges(DualSolver left, DualSolver.Others out, int fold, double[][] error) {
    double[] ridges = settings.ridges();
    int middle = ridges.length / 2;
    for (int i = 0; i < ridges.length; i++) {
      int r = (middle + i) % ridges.length;
      double done = (fold + (double) i / ridges.length) / folds;
      progress.report(
          0.1 + 0.7 * done,
          "Linear forecast: ridge " + ridges[r] + ", group " + (fold + 1) + " of " + folds);
      left.solve(ridges[r], DirectRidgeFit.steps(train.horizon()), progress);
      double[] own = left.errors(out);
      add(own, error[r]);
      if (fold == 0 && i == 0) {
        double values = (double) out.count() * train.regions() * train.horizon();
        fit.tell(Arrays.stream(own).sum() / values);
      }
    }
  }

  /** Adds a ridge's squared errors of every step ahead. */
  private interface Trial {
    void run(int ridge, double[] error);
  }

  private void choose(double[] ridges, Trial trial) {
    int horizon = train.horizon();
    double[] chosen = new double[horizon];
    double[] least = new double[horizon];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int r = 0; r < ridges.length; r++) {
      double[] error = new double[horizon];
      trial.run(r, error);
      for (int p = 0; p < horizon; p++) {
        if (r == 0 || error[p] < least[p]) {
          least[p] = error[p];
          chosen[p] = ridges[r];
        }
      }
    }
    double values = (double) train.size() * train.regions() * horizon;
    fit.found(chosen, folds == 0 ? Double.NaN : Arrays.stream(least).sum() / values);
  }

  private static void add(double[] some, double[] sum) {
    for (int p = 0; p < sum.length; p++) {
      sum[p] += some[p];
    }
  }

  private LargeMatrix chosen(DualSolver solver) {
    solver.solve(fit.chosenRidges(), progress);
    return solver.coefficients();
  }

  private DualSolver solver(DualWindows data, java.util.function.IntPredicate which) {
    return new DualSolver(data, windows(which), settings, progress);
  }

  private int[] windows(java.util.function.IntPredicate which) {
    return IntStream.range(0, train.size()).filter(which).toArray();
  }
}
