package org.braindyn.masked.attention;

import org.braindyn.data.BadInput;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/**
 * Nystrom attention (Xiong et al. 2021, arXiv 2102.03902, algorithm 1): means of consecutive tokens
 * as landmarks. As released, the start of the pseudo-inverse divides by the largest column sum over
 * all windows and heads of the batch, so that windows of a batch depend on one another. Computed in
 * double inside, whatever the model's precision.
 */
public final class LandmarkAttention implements Attention {
  private final int heads;
  private final int landmarks;

  /**
   * @param heads number of heads
   * @param landmarks number of landmarks; must divide the number of tokens
   */
  public LandmarkAttention(int heads, int landmarks) {
    this.heads = heads;
    this.landmarks = landmarks;
  }

  private record All(LandmarkHead[][] heads, double over, int window, int head, int column)
      implements Memory {}

  @Override
  public Memory forward(
      Team team, Vec parameters, TokenMatrix[] qkv, Groups[] groups, TokenMatrix[] context) {
    LandmarkHead[][] all = new LandmarkHead[qkv.length][heads];
    double over = 0;
    int[] where = new int[3];
    for (int w = 0; w < qkv.length; w++) {
      if (qkv[w].rows() % landmarks != 0) {
        throw new BadInput(
            String.format(
                "%d landmarks do not divide %d tokens (scan token included). Choose a number of"
                    + " landmarks that does, or num_landmarks = segment_means_seq_len for exact"
                    + " attention.",
                landmarks, qkv[w].rows()));
      }
      for (int h = 0; h < heads; h++) {
        all[w][h] = new LandmarkHead(qkv[w], heads, h, landmarks);
        double[] sums = all[w][h].columnSums();
        for (int j = 0; j < landmarks; j++) {
          if (sums[j] > over) {
            over = sums[j];
            where = new int[] {w, h, j};
          }
        }
      }
    }
    for (int w = 0; w < qkv.length; w++) {
      for (int h = 0; h < heads; h++) {
        all[w][h].finish(over, context[w]);
      }
    }
    return new All(all, over, where[0], where[1], where[2]);
  }

  @Override
  public void backward(
      Team team,
      Vec parameters,
      Pass pass,
      TokenMatrix[] grad,
      TokenMatrix[] gradQkv,
      Vec gradient) {
    All all = (All) pass.memory();
    double dOver = 0;
    for (int w = 0; w < grad.length; w++) {
      for (int h = 0; h < heads; h++) {
        dOver += all.heads[w][h].toInverse(grad[w], all.over);
      }
    }
    all.heads[all.window][all.head].addToColumn(all.column, dOver);
    for (int w = 0; w < grad.length; w++) {
      for (int h = 0; h < heads; h++) {
        all.heads[w][h].toInput(gradQkv[w]);
      }
    }
  }
}
