package org.braindyn.states;

import java.util.List;

/**
 * States that switch as a Markov chain, each with its own law (Markov-switching autoregression,
 * Hamilton 1989, Econometrica 57:357; of brains, Vidaurre et al. 2016, NeuroImage 126:81).
 *
 * @param laws one per state
 * @param transition [from][to] probabilities
 * @param start probabilities of the first frame
 */
record SwitchingModel(List<StateLaw> laws, double[][] transition, double[] start) {
  int states() {
    return laws.size();
  }

  /**
   * What a pass over recordings gives.
   *
   * @param likelihood log-likelihood of every recording
   * @param posterior [state][frame]
   * @param moves expected number of moves, [from][to]
   */
  record Pass(double[] likelihood, double[][] posterior, double[][] moves) {
    double sum() {
      double sum = 0;
      for (double one : likelihood) {
        sum += one;
      }
      return sum;
    }
  }

  /** Forward-backward over all recordings (Rabiner 1989, Proc. IEEE 77:257, scaled). */
  Pass pass(LaggedData data) {
    int states = states();
    double[][] densities = new double[states][];
    for (int k = 0; k < states; k++) {
      densities[k] = laws.get(k).densities(data);
    }
    double[] likelihood = new double[data.recordings()];
    double[][] posterior = new double[states][data.frames()];
    double[][] moves = new double[states][states];
    for (int r = 0; r < likelihood.length; r++) {
      likelihood[r] =
          recording(densities, data.starts()[r], data.starts()[r + 1], posterior, moves);
    }
    return new Pass(likelihood, posterior, moves);
  }

  private double recording(
      double[][] logs, int from, int to, double[][] posterior, double[][] moves) {
    int states = states();
    int frames = to - from;
    double[][] seen = new double[frames][states]; // densities, largest 1
    double[][] forward = new double[frames][states];
    double likelihood = 0;
    for (int t = 0; t < frames; t++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < states; k++) {
        most = Math.max(most, logs[k][from + t]);
      }
      double sum = 0;
      for (int k = 0; k < states; k++) {
        seen[t][k] = Math.exp(logs[k][from + t] - most);
        double before = t == 0 ? start[k] : 0;
        for (int j = 0; t > 0 && j < states; j++) {
          before += forward[t - 1][j] * transition[j][k];
        }
        forward[t][k] = before * seen[t][k];
        sum += forward[t][k];
      }
      sum = Math.max(sum, 1e-300);
      for (int k = 0; k < states; k++) {
        forward[t][k] /= sum;
      }
      likelihood += Math.log(sum) + most;
    }
    backward(seen, forward, from, posterior, moves);
    return likelihood;
  }

  private void backward(
      double[][] seen, double[][] forward, int from, double[][] posterior, double[][] moves) {
    int states = states();
    double[] back = new double[states];
    java.util.Arrays.fill(back, 1);
    for (int t = forward.length - 1; t >= 0; t--) {
      double sum = 0;
      for (int k = 0; k < states; k++) {
        sum += forward[t][k] * back[k];
      }
      for (int k = 0; k < states; k++) {
        posterior[k][from + t] = forward[t][k] * back[k] / Math.max(sum, 1e-300);
      }
      if (t == 0) {
        return;
      }
      double[] next = new double[states];
      double all = 0;
      for (int j = 0; j < states; j++) {
        for (int k = 0; k < states; k++) {
          double way = transition[j][k] * seen[t][k] * back[k];
          next[j] += way;
          all += forward[t - 1][j] * way;
        }
      }
      double scale = 0;
      for (int j = 0; j < states; j++) {
        for (int k = 0; k < states; k++) {
          double way = forward[t - 1][j] * transition[j][k] * seen[t][k] * back[k];
          moves[j][k] += way / Math.max(all, 1e-300);
        }
        scale = Math.max(scale, next[j]);
      }
      for (int j = 0; j < states; j++) {
        back[j] = next[j] / Math.max(scale, 1e-300);
      }
    }
  }
}
