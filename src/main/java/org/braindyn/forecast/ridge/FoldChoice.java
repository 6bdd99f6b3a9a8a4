package org.braindyn.forecast.ridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.LargeMatrix;

/**
 * The ridge of every step ahead, chosen by the error on the training people left out, fold by fold.
 *
 * @param ridges the chosen ridge of every step ahead
 * @param leftOutError mean squared error on people left out, with the chosen ridges
 * @param without coefficients without each fold's people, [region * horizon + step][feature]
 */
public record FoldChoice(double[] ridges, double leftOutError, List<LargeMatrix> without) {
  /**
   * Chooses. No solution but the one that is best so far is kept; where the later folds change the
   * choice of a step, that step is solved again.
   *
   * @param all the sums of everybody
   * @param sums the sums of each fold
   */
  public static FoldChoice of(
      DirectRidgeSettings settings, DirectRidgeSums all, FoldSums sums, Progress progress) {
    return new Search(settings, all, sums, progress).run();
  }

  /** The work and what it has found so far. */
  private static final class Search {
    private final DirectRidgeSettings settings;
    private final DirectRidgeSums all;
    private final FoldSums sums;
    private final Progress progress;
    private final double[] ridges;
    private final int horizon;
    private final double[][] error;
    private final int[][] kept;

    Search(DirectRidgeSettings settings, DirectRidgeSums all, FoldSums sums, Progress progress) {
      this.settings = settings;
      this.all = all;
      this.sums = sums;
      this.progress = progress;
      ridges = settings.ridges();
      horizon = all.horizon();
      error = new double[ridges.length][horizon];
      kept = new int[settings.folds()][horizon];
    }

    FoldChoice run() {
      List<LargeMatrix> without = new ArrayList<>();
      for (int f = 0; f < kept.length; f++) {
        without.add(all.coefficients());
        try (DirectRidgeSums left = left(f)) {
          tryRidges(f, left, without.get(f));
        }
      }
      int[] chosen = new int[horizon];
      double leftOut = 0;
      for (int p = 0; p < horizon; p++) {
        for (int r = 1; r < ridges.length; r++) {
          chosen[p] = error[r][p] < error[chosen[p]][p] ? r : chosen[p];
        }
        leftOut += error[chosen[p]][p] / ((double) all.windows() * all.cross().rows());
      }
      for (int f = 0; f < kept.length; f++) {
        solveAgain(f, chosen, without.get(f));
      }
      double[] values = IntStream.of(chosen).mapToDouble(r -> ridges[r]).toArray();
      return new FoldChoice(values, leftOut, without);
    }

    /** The sums of everybody but a fold's people. */
    private DirectRidgeSums left(int fold) {
      DirectRidgeSums left = sums.take(fold, Progress.NONE);
      left.leaveOutOf(all);
      return left;
    }

    private void tryRidges(int fold, DirectRidgeSums left, LargeMatrix best) {
      double[] least = new double[horizon];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      try (RidgeSolutions solutions = new RidgeSolutions(left, settings);
          LargeMatrix solution = all.coefficients()) {
        for (int r = 0; r < ridges.length; r++) {
          double done = (double) (fold * ridges.length + r) / (kept.length * ridges.length);
          progress.report(done, "Linear forecast: choosing the ridge");
          solutions.solve(ridges[r], solution, progress);
          all.addError(left, solution, error[r]);
          for (int p = 0; p < horizon; p++) {
            if (r == 0 || error[r][p] < least[p]) {
              least[p] = error[r][p];
              kept[fold][p] = r;
              RidgeSolutions.copyStep(solution, best, p, horizon);
            }
          }
        }
      }
    }

    private void solveAgain(int fold, int[] chosen, LargeMatrix into) {
      if (Arrays.equals(kept[fold], chosen)) {
        return;
      }
      double[] wrong = new double[horizon];
      for (int p = 0; p < horizon; p++) {
        wrong[p] = kept[fold][p] == chosen[p] ? Double.NaN : ridges[chosen[p]];
      }
      try (DirectRidgeSums left = left(fold);
          RidgeSolutions solutions = new RidgeSolutions(left, settings)) {
        solutions.solve(wrong, into, progress);
      }
    }
  }
}
