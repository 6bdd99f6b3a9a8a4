package org.braindyn.forecast.ridge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * Fits {@link DirectRidge}. The ridge of every step ahead is the best on training people left out,
 * fold by fold, or without folds (or with one person) the best on validation people. There are
 * never more folds than people.
 */
public final class DirectRidgeFit {
  private static final int BLOCK = 128;
  private static final double READING = 0.2;

  /** Features from which single precision is worth its care. */
  private static final int MANY = 512;

  private final DirectRidgeSettings settings;
  private final Progress progress;
  private final int leastForSingle;
  private LagBins bins;
  private double[] chosen;
  private double leftOut = Double.NaN;
  private DoubleConsumer listener = error -> {};

  /** A fit with these settings. */
  public DirectRidgeFit(DirectRidgeSettings settings, Progress progress) {
    this(settings, progress, MANY);
  }

  /**
   * @param leastForSingle features from which folds choose in single precision
   */
  DirectRidgeFit(DirectRidgeSettings settings, Progress progress, int leastForSingle) {
    this.settings = settings;
    this.progress = progress;
    this.leastForSingle = leastForSingle;
  }

  /**
   * Tells the mean squared error on windows left out as soon as it is known: that of one group with
   * a middle ridge, where groups are done one by one, and at last that of all groups with the
   * chosen ridges.
   */
  public DirectRidgeFit telling(DoubleConsumer leftOutError) {
    listener = leftOutError;
    return this;
  }

  /** Tells a first error on windows left out. */
  void tell(double error) {
    listener.accept(error);
  }

  /** The ridge chosen for every step ahead by the last fit. */
  public double[] chosenRidges() {
    return chosen.clone();
  }

  /**
   * Mean squared error of the last fit on training people left out, with the chosen ridges, to six
   * digits or more; NaN without folds.
   */
  public double leftOutError() {
    return leftOut;
  }

  /**
   * Fits to training windows; a stride of 1 uses the recordings best.
   *
   * @param validation windows of other people that choose the ridges if there are no folds; null
   *     takes the middle ridge
   * @throws BadInput before anything is computed, if there is too little memory
   */
  public DirectRidge fit(WindowSet train, WindowSet validation) {
    bins = new LagBins(train.context());
    leftOut = Double.NaN;
    int folds = folds(train);
    long room = Runtime.getRuntime().maxMemory();
    boolean chooses = folds > 0 || validation != null;
    if (DualFit.suits(train, chooses, settings)) {
      DirectRidgeMemory.check(train.regions(), DualFit.bytes(train, folds), room);
      return new DualFit(this, train, validation, folds, progress).run(bins);
    }
    FoldSums sums = new FoldSums(train, bins, Math.max(1, folds));
    DirectRidgeMemory memory =
        DirectRidgeMemory.of(train.regions(), train.context(), train.horizon(), settings);
    memory.check(train.regions(), room);
    try (DirectRidgeSums all = sums.all(memory.foldsKept(room), progress.part(0, READING))) {
      if (folds == 0) {
        sums.release(0);
        return model(train, choose(train, all, validation), List.of(), Map.of());
      }
      List<LargeMatrix> without =
          new FoldChoice(this, train, all, sums, progress.part(READING, 0.9)).run(single(train));
      return model(train, solveChosen(train, all), without, sums.foldOf());
    } finally {
      sums.close();
    }
  }

  /** As many folds as there are people, so that everybody's fold leaves somebody; 0 for one. */
  private int folds(WindowSet train) {
    long people = train.recordings().stream().map(Recording::person).distinct().count();
    return people < 2 ? 0 : (int) Math.min(settings.folds(), people);
  }

  private boolean single(WindowSet train) {
    return LargeMatrix.singleIsFaster() && train.regions() * bins.count() >= leastForSingle;
  }

  static DirectRidge model(
      WindowSet train,
      LargeMatrix coefficients,
      List<LargeMatrix> without,
      Map<String, Integer> foldOf) {
    return new DirectRidge(
        train.regions(), train.context(), train.horizon(), coefficients, without, foldOf);
  }

  DirectRidgeSettings settings() {
    return settings;
  }

  /** What a choice by folds has found. */
  void found(double[] ridges, double error) {
    chosen = ridges;
    leftOut = error;
    if (!Double.isNaN(error)) {
      tell(error);
    }
  }

  /** A solver of these sums, mirrored if the settings say so. */
  RidgeSolutions solutions(WindowSet train, DirectRidgeSums sums, boolean single) {
    return new RidgeSolutions(sums, bins, train, settings, single);
  }

  /** Room for coefficients, [region * horizon + step][feature]. */
  LargeMatrix coefficients(WindowSet train) {
    return new LargeMatrix(train.regions() * train.horizon(), train.regions() * bins.count());
  }

  private LargeMatrix choose(WindowSet train, DirectRidgeSums all, WindowSet validation) {
    int horizon = train.horizon();
    double[] ridges = settings.ridges();
    chosen = new double[horizon];
    Arrays.fill(chosen, ridges[ridges.length / 2]);
    if (validation == null || ridges.length == 1) {
      return solveChosen(train, all);
    }
    double[] best = new double[horizon];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    LargeMatrix coefficients = coefficients(train);
    try (RidgeSolutions solutions = solutions(train, all, false);
        LargeMatrix solution = coefficients(train)) {
      for (int r = 0; r < ridges.length; r++) {
        progress.report(0.4 + 0.2 * r / ridges.length, "Linear forecast: ridge " + ridges[r]);
        solutions.solve(ridges[r], steps(horizon), solution, progress);
        double[] error = error(train, solution, validation);
        for (int p = 0; p < horizon; p++) {
          if (error[p] < best[p]) {
            best[p] = error[p];
            chosen[p] = ridges[r];
            copyStep(solution, coefficients, p, horizon);
          }
        }
      }
    }
    return coefficients;
  }

  /** Squared errors of every step ahead on validation windows. */
  double[] error(WindowSet train, LargeMatrix solution, WindowSet validation) {
    DirectRidge model = model(train, solution, List.of(), Map.of());
    double[] error = new double[train.horizon()];
    for (int from = 0; from < validation.size(); from += BLOCK) {
      Windows block = validation.range(from, Math.min(validation.size(), from + BLOCK));
      SignalBatch forecast = model.chunk(block.context(), null, progress);
      for (int i = 0; i < forecast.values().length; i++) {
        double e = forecast.values()[i] - block.target().values()[i];
        error[i % error.length] += e * e;
      }
    }
    return error;
  }

  /** Every step ahead with its chosen ridge. */
  LargeMatrix solveChosen(WindowSet train, DirectRidgeSums sums) {
    LargeMatrix coefficients = coefficients(train);
    try (RidgeSolutions solutions = solutions(train, sums, false)) {
      for (double ridge : new TreeSet<>(Arrays.stream(chosen).boxed().toList())) {
        int[] with = IntStream.range(0, chosen.length).filter(p -> chosen[p] == ridge).toArray();
        solutions.solve(ridge, with, coefficients, progress);
      }
    }
    return coefficients;
  }

  /** All steps ahead. */
  static int[] steps(int horizon) {
    return IntStream.range(0, horizon).toArray();
  }

  /** Copies the coefficients of one step ahead. */
  static void copyStep(LargeMatrix from, LargeMatrix to, int step, int horizon) {
    for (int j = step; j < from.rows(); j += horizon) {
      to.copyRow(j, from, j);
    }
  }
}
