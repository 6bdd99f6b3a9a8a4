package org.braindyn.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * Fits {@link DirectRidge}. The ridge of every step ahead is the best on training people left out,
 * fold by fold, or without folds the best on validation people.
 */
public final class DirectRidgeFit {
  private static final int BLOCK = 128;

  private final DirectRidgeSettings settings;
  private final Progress progress;
  private LagBins bins;
  private double[] chosen;
  private double leftOut = Double.NaN;

  /** A fit with these settings. */
  public DirectRidgeFit(DirectRidgeSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** The ridge chosen for every step ahead by the last fit. */
  public double[] chosenRidges() {
    return chosen.clone();
  }

  /**
   * Mean squared error of the last fit on training people left out, with the chosen ridges; NaN
   * without folds.
   */
  public double leftOutError() {
    return leftOut;
  }

  /**
   * Fits to training windows; a stride of 1 uses the recordings best.
   *
   * @param validation windows of other people that choose the ridges if there are no folds; null
   *     takes the middle ridge
   */
  public DirectRidge fit(WindowSet train, WindowSet validation) {
    bins = new LagBins(train.context());
    Map<String, Integer> foldOf = folds(train);
    int folds = Math.max(1, settings.folds());
    List<DirectRidgeSums> parts = sums(train, foldOf, folds);
    DirectRidgeSums all = parts.get(0).plus(parts.get(0), 0);
    for (int f = 1; f < folds; f++) {
      all = all.plus(parts.get(f), 1);
    }
    if (settings.folds() == 0) {
      double[][] coefficients = choose(train, all, validation);
      return model(train, coefficients, List.of(), Map.of());
    }
    List<double[][]> without = chooseByFolds(train, all, parts);
    return model(train, solveChosen(train, all), without, foldOf);
  }

  private static DirectRidge model(
      WindowSet train,
      double[][] coefficients,
      List<double[][]> without,
      Map<String, Integer> foldOf) {
    return new DirectRidge(
        train.regions(), train.context(), train.horizon(), coefficients, without, foldOf);
  }

  private Map<String, Integer> folds(WindowSet train) {
    Map<String, Integer> foldOf = new LinkedHashMap<>();
    for (Recording recording : train.recordings()) {
      foldOf.putIfAbsent(recording.person(), foldOf.size() % Math.max(1, settings.folds()));
    }
    return foldOf;
  }

  private List<DirectRidgeSums> sums(WindowSet train, Map<String, Integer> foldOf, int folds) {
    List<DirectRidgeSums> parts = new ArrayList<>();
    for (int f = 0; f < folds; f++) {
      parts.add(new DirectRidgeSums(train.regions(), bins, train.horizon()));
    }
    int from = 0;
    while (from < train.size()) {
      Cancelled.check(progress, "Fitting the linear forecast");
      progress.report(0.4 * from / train.size(), "Linear forecast: reading windows");
      int recording = train.recordingOf(from);
      int to = from + 1;
      while (to < train.size() && to < from + BLOCK && train.recordingOf(to) == recording) {
        to++;
      }
      String person = train.recordings().get(recording).person();
      parts.get(foldOf.get(person)).add(train.range(from, to));
      from = to;
    }
    return parts;
  }

  private DoubleFunction<double[][]> solver(WindowSet train, DirectRidgeSums sums) {
    DoubleFunction<double[][]> plain = solverOf(train, sums);
    if (settings.mirror() == null) {
      return plain;
    }
    DoubleFunction<double[][]> mirrored = solverOf(train, sums.mirrored(settings.mirror()));
    return settings.half() ? r -> mean(plain.apply(r), mirrored.apply(r)) : mirrored;
  }

  private DoubleFunction<double[][]> solverOf(WindowSet train, DirectRidgeSums sums) {
    DirectRidgeSolver solver =
        new DirectRidgeSolver(sums, bins, train.regions(), train.horizon(), settings);
    return ridge -> solver.solve(ridge, progress);
  }

  private static double[][] mean(double[][] a, double[][] b) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        a[i][j] = (a[i][j] + b[i][j]) / 2;
      }
    }
    return a;
  }

  private double[][] choose(WindowSet train, DirectRidgeSums all, WindowSet validation) {
    int horizon = train.horizon();
    double[] ridges = settings.ridges();
    chosen = new double[horizon];
    Arrays.fill(chosen, ridges[ridges.length / 2]);
    if (validation == null || ridges.length == 1) {
      return solveChosen(train, all);
    }
    DoubleFunction<double[][]> solver = solver(train, all);
    double[] best = new double[horizon];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    double[][] coefficients = null;
    for (int r = 0; r < ridges.length; r++) {
      progress.report(0.4 + 0.2 * r / ridges.length, "Linear forecast: ridge " + ridges[r]);
      double[][] solution = solver.apply(ridges[r]);
      coefficients = coefficients == null ? solution : coefficients;
      double[] error = error(train, solution, validation);
      for (int p = 0; p < horizon; p++) {
        if (error[p] < best[p]) {
          best[p] = error[p];
          chosen[p] = ridges[r];
          copyStep(solution, coefficients, p, horizon);
        }
      }
    }
    return coefficients;
  }

  /**
   * Chooses the ridge of every step by the error on the training people left out, fold by fold.
   *
   * @return the coefficients without each fold's people
   */
  private List<double[][]> chooseByFolds(
      WindowSet train, DirectRidgeSums all, List<DirectRidgeSums> parts) {
    double[] ridges = settings.ridges();
    double[][][][] solutions = new double[parts.size()][ridges.length][][];
    double[][] error = new double[ridges.length][train.horizon()];
    for (int f = 0; f < parts.size(); f++) {
      DoubleFunction<double[][]> solver = solver(train, all.plus(parts.get(f), -1));
      for (int r = 0; r < ridges.length; r++) {
        double done = (double) (f * ridges.length + r) / (parts.size() * ridges.length);
        progress.report(0.4 + 0.5 * done, "Linear forecast: choosing the ridge");
        solutions[f][r] = solver.apply(ridges[r]);
        parts.get(f).addError(solutions[f][r], error[r]);
      }
    }
    chosen = new double[train.horizon()];
    leftOut = 0;
    List<double[][]> without = new ArrayList<>();
    for (double[][][] solution : solutions) {
      without.add(solution[0]);
    }
    for (int p = 0; p < chosen.length; p++) {
      int best = 0;
      for (int r = 1; r < ridges.length; r++) {
        best = error[r][p] < error[best][p] ? r : best;
      }
      chosen[p] = ridges[best];
      leftOut += error[best][p] / ((double) train.size() * train.regions() * chosen.length);
      for (int f = 0; f < parts.size(); f++) {
        copyStep(solutions[f][best], without.get(f), p, chosen.length);
      }
    }
    return without;
  }

  private double[] error(WindowSet train, double[][] solution, WindowSet validation) {
    DirectRidge model =
        new DirectRidge(
            train.regions(), train.context(), train.horizon(), solution, List.of(), Map.of());
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
  private double[][] solveChosen(WindowSet train, DirectRidgeSums sums) {
    DoubleFunction<double[][]> solver = solver(train, sums);
    double[][] coefficients = null;
    for (double ridge : new TreeSet<>(Arrays.stream(chosen).boxed().toList())) {
      double[][] solution = solver.apply(ridge);
      coefficients = coefficients == null ? solution : coefficients;
      for (int p = 0; p < chosen.length; p++) {
        if (chosen[p] == ridge) {
          copyStep(solution, coefficients, p, chosen.length);
        }
      }
    }
    return coefficients;
  }

  private static void copyStep(double[][] from, double[][] to, int step, int horizon) {
    for (int i = 0; i < from.length; i++) {
      for (int j = step; j < from[i].length; j += horizon) {
        to[i][j] = from[i][j];
      }
    }
  }
}
