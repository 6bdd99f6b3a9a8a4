package org.braindyn.masked.block;

import org.braindyn.kernel.Vec;
import org.braindyn.masked.attention.Groups;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/** A layer of a transformer, over the windows that are computed together. */
public interface Block {
  /** A forward pass: its result and what the backward pass needs. */
  interface Memory {
    /** The result of each window [token, width]. */
    TokenMatrix[] output();
  }

  /**
   * Forward.
   *
   * @param x tokens of each window [token, width]; not changed
   * @param groups who sees whom: for each attention of the block, for each window
   */
  Memory forward(Team team, Vec parameters, TokenMatrix[] x, Groups[][] groups);

  /**
   * Backward.
   *
   * @param memory of the forward pass
   * @param grad gradient of each output; used up
   * @param gradient gets the gradients of parameters added
   * @return gradient of each x
   */
  TokenMatrix[] backward(
      Team team, Vec parameters, Memory memory, TokenMatrix[] grad, Vec gradient);
}
