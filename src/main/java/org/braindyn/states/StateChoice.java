package org.braindyn.states;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.parallel.Parallel;

/**
 * How many states, how many lags and how strong a shared law: what foretells people left out best.
 * More states than one are taken only if they foretell people left out better by more than chance
 * over people would have it, and the fewest that are as good as the best.
 *
 * @param states number of states
 * @param order lags
 * @param strength frames of the shared law in every state
 * @param gain [states - 1][person] log-likelihood per frame of people left out beyond that of one
 *     state; rows of numbers that were not tried are null
 */
record StateChoice(int states, int order, double strength, double[][] gain) {
  private static final int MOST_FOLDS = 4;
  private static final int MOST_ORDER = 4;
  private static final double[] STRENGTHS = {50, 500};
  private static final double SURE = 2.5; // standard errors, for more than one state
  private static final double WORTH = 0.005; // nats per frame, the least that is worth a state
  private static final int STARTS = 4;

  /**
   * What is asked of a choice.
   *
   * @param states as many, 0 to choose
   * @param most states at most where they are chosen
   * @param order lags, 0 to choose
   * @param who number of every recording's person, from 0: nobody learns and is left out
   */
  record Wanted(int states, int most, int order, int[] who, Seed seed) {}

  /**
   * Chooses.
   *
   * @param people [person][time][component]; two or more
   */
  static StateChoice of(double[][][] people, Wanted wanted, Progress progress) {
    int order = wanted.order() > 0 ? wanted.order() : order(people, wanted.who());
    if (wanted.states() == 1 || wanted.states() == 0 && wanted.most() == 1) {
      return new StateChoice(1, order, STRENGTHS[0], new double[1][]);
    }
    int most = wanted.states() > 0 ? wanted.states() : wanted.most();
    double[][] gain = new double[most][];
    double strength = STRENGTHS[0];
    int first = wanted.states() > 0 ? wanted.states() : 2;
    for (int states = first; states <= most; states++) {
      Cancelled.check(progress, "Finding states");
      progress.report((states - first) / (double) (most - first + 1), states + " states tried");
      for (double tried : states == first ? STRENGTHS : new double[] {strength}) {
        double[] now = gains(people, states, order, tried, wanted, progress.quiet());
        if (gain[states - 1] == null || mean(now) > mean(gain[states - 1])) {
          gain[states - 1] = now;
          strength = tried;
        }
      }
      if (states > 3 && mean(gain[states - 1]) < mean(gain[states - 2])) {
        break; // the best lies behind
      }
    }
    int states = wanted.states() > 0 ? wanted.states() : chosen(gain);
    return new StateChoice(states, order, strength, gain);
  }

  private static int chosen(double[][] gain) {
    int best = -1;
    for (int k = 1; k < gain.length; k++) {
      if (gain[k] != null && (best < 0 || mean(gain[k]) > mean(gain[best]))) {
        best = k;
      }
    }
    if (!(mean(gain[best]) > WORTH && mean(gain[best]) > SURE * error(gain[best]))) {
      return 1;
    }
    for (int k = 1; k < best; k++) {
      double[] lost = new double[gain[best].length];
      for (int i = 0; i < lost.length; i++) {
        lost[i] = gain[best][i] - gain[k][i];
      }
      if (mean(gain[k]) > SURE * error(gain[k])
          && (mean(lost) < WORTH || mean(lost) < error(lost))) {
        return k + 1;
      }
    }
    return best + 1;
  }

  private static int folds(int[] who) {
    return Math.min(MOST_FOLDS, Arrays.stream(who).max().orElse(0) + 1);
  }

  private static double[][][] part(double[][][] people, int[] who, int fold, boolean left) {
    List<double[][]> own = new ArrayList<>();
    for (int i = 0; i < people.length; i++) {
      if (who[i] % folds(who) == fold == left) {
        own.add(people[i]);
      }
    }
    return own.toArray(double[][][]::new);
  }

  /** The number of lags whose one law foretells people left out best. */
  private static int order(double[][][] people, int[] who) {
    int best = 1;
    double most = Double.NEGATIVE_INFINITY;
    for (int order = 1; order <= MOST_ORDER; order++) {
      double sum = 0;
      for (int fold = 0; fold < folds(who); fold++) {
        StateLaw law =
            StateLaw.fit(LaggedData.of(part(people, who, fold, false), order), null, null, 0);
        LaggedData left = LaggedData.of(later(part(people, who, fold, true), order), order);
        sum += Arrays.stream(law.densities(left)).sum();
      }
      if (sum > most) {
        most = sum;
        best = order;
      }
    }
    return best;
  }

  /** So that all orders are judged on the same frames. */
  private static double[][][] later(double[][][] people, int order) {
    return Arrays.stream(people)
        .map(p -> Arrays.copyOfRange(p, MOST_ORDER - order, p.length))
        .toArray(double[][][]::new);
  }

  private static double[] gains(
      double[][][] people,
      int states,
      int order,
      double strength,
      Wanted wanted,
      Progress progress) {
    double[] gain = new double[people.length];
    int[] who = wanted.who();
    Parallel.each(
        folds(who),
        fold -> {
          LaggedData learn = LaggedData.of(part(people, who, fold, false), order);
          LaggedData left = LaggedData.of(part(people, who, fold, true), order);
          SwitchingFit fit = new SwitchingFit(learn, strength);
          Seed own = wanted.seed().derive("fold", 100 * states + fold);
          SwitchingModel model = fit.states(states, STARTS, own, progress);
          double[] with = model.pass(left).likelihood();
          double[] one = fit.states(1, 1, own, progress).pass(left).likelihood();
          int r = 0;
          for (int i = 0; i < people.length; i++) {
            if (who[i] % folds(who) == fold) {
              int frames = left.starts()[r + 1] - left.starts()[r];
              gain[i] = (with[r] - one[r]) / frames;
              r++;
            }
          }
        });
    return gain;
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  /** Standard error over people. */
  static double error(double[] values) {
    double mean = mean(values);
    double sum = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(sum / Math.max(1, values.length - 1) / values.length);
  }
}
