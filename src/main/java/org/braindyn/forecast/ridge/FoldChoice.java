package org.braindyn.forecast.ridge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.signal.WindowSet;

/**
 * Chooses the ridge of every step ahead by the error on the training people left out, fold by fold,
 * and then solves each fold with the chosen ridges. No solution that was tried is kept.
 *
 * <p>Large problems are tried in single precision, in half the time. One solution, with the
 * smallest ridge, is computed in both precisions and shows how far the errors are apart; ridges
 * that are no further apart than ten times that are compared in double. So the choice is that of
 * double precision, and what is handed out never was in single precision.
 */
final class FoldChoice {
  private static final double CARE = 10;
  private static final double LEAST_CARE = 1e-6;

  private final DirectRidgeFit fit;
  private final WindowSet train;
  private final DirectRidgeSums all;
  private final FoldSums sums;
  private final Progress progress;
  private final double[] ridges;
  private final int[] everyRidge;
  private final int horizon;
  private final int[] everyStep;
  private final int folds;
  private int done; // solutions tried
  private boolean upwards; // the sums read last are in memory, so passes go to and fro

  FoldChoice(
      DirectRidgeFit fit, WindowSet train, DirectRidgeSums all, FoldSums sums, Progress progress) {
    this.fit = fit;
    this.train = train;
    this.all = all;
    this.sums = sums;
    this.progress = progress;
    ridges = fit.settings().ridges();
    everyRidge = IntStream.range(0, ridges.length).toArray();
    horizon = train.horizon();
    everyStep = DirectRidgeFit.steps(horizon);
    folds = sums.folds();
  }

  /**
   * The coefficients without each fold's people, with the chosen ridges.
   *
   * @param single whether to try the ridges in single precision
   */
  List<LargeMatrix> run(boolean single) {
    double[][] error = single ? carefully() : errors(everyRidge, everyStep);
    int[] chosen = least(error);
    double[] values = new double[horizon];
    double sum = 0;
    for (int p = 0; p < horizon; p++) {
      values[p] = ridges[chosen[p]];
      sum += error[chosen[p]][p];
    }
    fit.found(values, sum / ((double) train.size() * train.regions() * horizon));
    LargeMatrix[] without = new LargeMatrix[folds];
    pass(
        f -> {
          progress.report(0.8, "Linear forecast: solving with the chosen ridge");
          without[f] = fit.solveChosen(train, sums.without(f, all, Progress.NONE));
          sums.release(f);
        });
    return new ArrayList<>(List.of(without));
  }

  private void pass(IntConsumer fold) {
    for (int i = 0; i < folds; i++) {
      fold.accept(upwards ? i : folds - 1 - i);
    }
    upwards = !upwards;
  }

  /** Index of the best ridge of every step ahead. */
  private int[] least(double[][] error) {
    int[] chosen = new int[horizon];
    for (int p = 0; p < horizon; p++) {
      for (int r = 1; r < ridges.length; r++) {
        chosen[p] = error[r][p] < error[chosen[p]][p] ? r : chosen[p];
      }
    }
    return chosen;
  }

  /** In double precision, [ridge][step]; 0 for what was not asked for. */
  private double[][] errors(int[] tried, int[] steps) {
    double[][][] error = new double[folds][][];
    pass(f -> error[f] = errors(f, false, tried, steps));
    return sum(error);
  }

  /** Over folds, in their order whichever way they were passed. */
  private static double[][] sum(double[][][] ofFold) {
    double[][] result = new double[ofFold[0].length][ofFold[0][0].length];
    for (double[][] fold : ofFold) {
      for (int r = 0; r < result.length; r++) {
        for (int p = 0; p < result[r].length; p++) {
          result[r][p] += fold[r][p];
        }
      }
    }
    return result;
  }

  private double[][] carefully() {
    double[][][] error = new double[folds][][];
    double[] apart = {LEAST_CARE};
    try {
      pass(
          f -> {
            error[f] = errors(f, true, everyRidge, everyStep);
            if (f == folds - 1) { // the first of this pass
              apart[0] = Math.max(apart[0], CARE * apart(f, error[f]));
            }
          });
    } catch (BadInput e) {
      // Too little precision for a factor; if the data are at fault, double will say so.
      return errors(everyRidge, everyStep);
    }
    return compareInDouble(sum(error), apart[0]);
  }

  /** Greatest relative difference between the precisions: the smallest ridge, two steps ahead. */
  private double apart(int fold, double[][] single) {
    int smallest = 0;
    for (int r : everyRidge) {
      smallest = ridges[r] < ridges[smallest] ? r : smallest;
    }
    int[] steps = horizon == 1 ? everyStep : new int[] {0, horizon - 1};
    double[][] exact = errors(fold, false, new int[] {smallest}, steps);
    double most = 0;
    for (int p : steps) {
      most = Math.max(most, Math.abs(single[smallest][p] / exact[smallest][p] - 1));
    }
    return most;
  }

  /** The errors with those that are too close to each other replaced by their exact values. */
  private double[][] compareInDouble(double[][] error, double apart) {
    int[] best = least(error);
    boolean[][] close = new boolean[ridges.length][horizon];
    for (int p = 0; p < horizon; p++) {
      for (int r = 0; r < ridges.length; r++) {
        // Not a number is as close as can be.
        close[r][p] = !(error[r][p] > error[best[p]][p] * (1 + 2 * apart));
      }
    }
    int[] steps =
        IntStream.of(everyStep)
            .filter(p -> IntStream.of(everyRidge).filter(r -> close[r][p]).count() > 1)
            .toArray();
    if (steps.length == 0) {
      return error;
    }
    int[] tried =
        IntStream.of(everyRidge)
            .filter(r -> IntStream.of(steps).anyMatch(p -> close[r][p]))
            .toArray();
    double[][] exact = errors(tried, steps);
    for (int p : steps) {
      for (int r : everyRidge) {
        error[r][p] = close[r][p] ? exact[r][p] : Double.POSITIVE_INFINITY;
      }
    }
    return error;
  }

  /** The squared errors on a fold's people, [ridge][step]; 0 for what was not asked for. */
  private double[][] errors(int fold, boolean single, int[] tried, int[] steps) {
    double[][] error = new double[ridges.length][horizon];
    DirectRidgeSums left = sums.without(fold, all, Progress.NONE);
    try (RidgeSolutions solutions = fit.solutions(train, left, single);
        LargeMatrix solution =
            single
                ? LargeMatrix.single(train.regions() * horizon, left.gram().columns())
                : fit.coefficients(train)) {
      for (int r : tried) {
        progress.report(
            0.8 * Math.min(1, (double) done++ / (folds * ridges.length)),
            "Linear forecast: choosing the ridge");
        solutions.solve(ridges[r], steps, solution, progress);
        all.addError(left, solution, steps, error[r]);
      }
    }
    return error;
  }
}
