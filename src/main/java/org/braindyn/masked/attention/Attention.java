package org.braindyn.masked.attention;

import org.braindyn.kernel.Vec;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/**
 * Several heads of attention over the windows of a batch that are computed together. Queries, keys
 * and values stand side by side: {@code [token, 3 width]}.
 */
public interface Attention {
  /** What a forward pass keeps for the backward pass of its window. */
  interface Memory {}

  /**
   * The context of every token.
   *
   * @param parameters the model's parameters
   * @param qkv queries, keys and values of each window
   * @param groups who sees whom in each window
   * @param context one matrix [token, width] for each window, to be filled; zero before
   * @return what to hand to {@link #backward}
   */
  Memory forward(
      Team team, Vec parameters, TokenMatrix[] qkv, Groups[] groups, TokenMatrix[] context);

  /**
   * Gradients.
   *
   * @param pass the forward pass
   * @param grad gradient of each context
   * @param gradQkv one matrix [token, 3 width] for each window, to be filled; zero before
   * @param gradient gets the gradients of parameters added
   */
  void backward(
      Team team,
      Vec parameters,
      Pass pass,
      TokenMatrix[] grad,
      TokenMatrix[] gradQkv,
      Vec gradient);

  /**
   * A forward pass.
   *
   * @param memory what it returned
   * @param qkv what it was given
   * @param groups what it was given
   * @param context what it filled
   */
  record Pass(Memory memory, TokenMatrix[] qkv, Groups[] groups, TokenMatrix[] context) {}
}
