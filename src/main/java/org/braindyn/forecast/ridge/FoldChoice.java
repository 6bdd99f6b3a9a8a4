package org.braindyn.forecast.ridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.signal.WindowSet;

/**
 * Chooses the ridge of every step ahead by the error on the training people left out, fold by fold.
 *
 * <p>No solution but the one that is best so far is kept; where the later folds change the choice
 * of a step, that step is solved again.
 */
final class FoldChoice {
  private final DirectRidgeFit fit;
  private final WindowSet train;
  private final DirectRidgeSums all;
  private final FoldSums sums;
  private final Progress progress;
  private final double[] ridges;
  private final int horizon;
  private final int folds;
  private final double[][] error;
  private final int[][] kept;

  FoldChoice(
      DirectRidgeFit fit, WindowSet train, DirectRidgeSums all, FoldSums sums, Progress progress) {
    this.fit = fit;
    this.train = train;
    this.all = all;
    this.sums = sums;
    this.progress = progress;
    ridges = fit.settings().ridges();
    horizon = train.horizon();
    folds = sums.folds();
    error = new double[ridges.length][horizon];
    kept = new int[folds][horizon];
  }

  /** The coefficients without each fold's people, with the chosen ridges. */
  List<LargeMatrix> run() {
    List<LargeMatrix> without = new ArrayList<>();
    for (int f = 0; f < folds; f++) {
      LargeMatrix best = fit.coefficients(train);
      without.add(best);
      try (DirectRidgeSums left = left(f)) {
        tryRidges(f, left, best);
      }
    }
    int[] chosen = choose();
    for (int f = 0; f < folds; f++) {
      solveAgain(f, chosen, without.get(f));
    }
    return without;
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
    try (RidgeSolutions solutions = fit.solutions(train, left);
        LargeMatrix solution = fit.coefficients(train)) {
      for (int r = 0; r < ridges.length; r++) {
        double done = (double) (fold * ridges.length + r) / (folds * ridges.length);
        progress.report(done, "Linear forecast: choosing the ridge");
        solutions.solve(ridges[r], DirectRidgeFit.steps(horizon), solution, progress);
        all.addError(left, solution, error[r]);
        for (int p = 0; p < horizon; p++) {
          if (r == 0 || error[r][p] < least[p]) {
            least[p] = error[r][p];
            kept[fold][p] = r;
            DirectRidgeFit.copyStep(solution, best, p, horizon);
          }
        }
      }
    }
  }

  private int[] choose() {
    int[] chosen = new int[horizon];
    double[] values = new double[horizon];
    double leftOut = 0;
    for (int p = 0; p < horizon; p++) {
      for (int r = 1; r < ridges.length; r++) {
        chosen[p] = error[r][p] < error[chosen[p]][p] ? r : chosen[p];
      }
      values[p] = ridges[chosen[p]];
      leftOut += error[chosen[p]][p] / ((double) train.size() * train.regions() * horizon);
    }
    fit.found(values, leftOut);
    return chosen;
  }

  private void solveAgain(int fold, int[] chosen, LargeMatrix into) {
    int[] wrong = IntStream.range(0, horizon).filter(p -> kept[fold][p] != chosen[p]).toArray();
    if (wrong.length == 0) {
      return;
    }
    try (DirectRidgeSums left = left(fold);
        RidgeSolutions solutions = fit.solutions(train, left)) {
      for (int r : new TreeSet<>(IntStream.of(wrong).map(p -> chosen[p]).boxed().toList())) {
        int[] steps = IntStream.of(wrong).filter(p -> chosen[p] == r).toArray();
        solutions.solve(ridges[r], steps, into, progress);
      }
    }
  }
}
