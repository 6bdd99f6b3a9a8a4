package org.braindyn.states;

/**
 * When states come and how long they stay, of one recording.
 *
 * @param share of frames, [state]
 * @param dwell mean frames of a visit, [state]; NaN for a state that never comes
 * @param visits how often a state comes, [state]
 * @param moves [from][to] share of the frames of a state after which the next is another (or the
 *     same); rows sum to 1, NaN for a state that never comes
 */
public record StateNumbers(double[] share, double[] dwell, int[] visits, double[][] moves) {
  /**
   * Counts.
   *
   * @param label state of every frame, from 0
   * @param states number of states
   */
  static StateNumbers of(int[] label, int states) {
    double[] share = new double[states];
    int[] visits = new int[states];
    double[][] moves = new double[states][states];
    for (int t = 0; t < label.length; t++) {
      share[label[t]] += 1.0 / label.length;
      visits[label[t]] += t == 0 || label[t] != label[t - 1] ? 1 : 0;
      if (t > 0) {
        moves[label[t - 1]][label[t]]++;
      }
    }
    double[] dwell = new double[states];
    for (int k = 0; k < states; k++) {
      dwell[k] = visits[k] == 0 ? Double.NaN : share[k] * label.length / visits[k];
      double sum = 0;
      for (double count : moves[k]) {
        sum += count;
      }
      for (int j = 0; j < states; j++) {
        moves[k][j] = sum > 0 ? moves[k][j] / sum : Double.NaN;
      }
    }
    return new StateNumbers(share, dwell, visits, moves);
  }
}
