package org.braindyn.masked.block;

import org.braindyn.kernel.Vec;
import org.braindyn.masked.attention.Attention;
import org.braindyn.masked.attention.Groups;
import org.braindyn.masked.attention.TokenConvolution;
import org.braindyn.masked.token.Linear;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/** Queries, keys and values, attention, perhaps the convolution of values, and the map behind. */
final class AttentionLayer {
  private final Linear project;
  private final Attention attention;
  private final TokenConvolution convolution;
  private final Linear behind;

  /**
   * @param project map to queries, keys and values
   * @param attention which attention
   * @param convolution of values, added to the context; null for none
   * @param behind map of the context
   */
  AttentionLayer(Linear project, Attention attention, TokenConvolution convolution, Linear behind) {
    this.project = project;
    this.attention = attention;
    this.convolution = convolution;
    this.behind = behind;
  }

  /**
   * A forward pass.
   *
   * @param pass of the attention
   * @param context attention plus convolution, of each window
   * @param output behind the last map
   */
  record Memory(Attention.Pass pass, TokenMatrix[] context, TokenMatrix[] output) {}

  Memory forward(Team team, Vec parameters, TokenMatrix[] x, Groups[] groups) {
    int windows = x.length;
    TokenMatrix[] qkv = new TokenMatrix[windows];
    TokenMatrix[] attended = new TokenMatrix[windows];
    for (int w = 0; w < windows; w++) {
      qkv[w] = project.forward(team, parameters, x[w]);
      attended[w] = new TokenMatrix(team.first().kernel(), x[w].rows(), project.out() / 3);
    }
    Attention.Memory kept = attention.forward(team, parameters, qkv, groups, attended);
    TokenMatrix[] context = new TokenMatrix[windows];
    TokenMatrix[] output = new TokenMatrix[windows];
    for (int w = 0; w < windows; w++) {
      context[w] = attended[w];
      if (convolution != null) {
        context[w] = attended[w].zeros(team.first().kernel());
        context[w].assign(attended[w]);
        convolution.addTo(team, parameters, qkv[w], context[w]);
      }
      output[w] = behind.forward(team, parameters, context[w]);
    }
    return new Memory(new Attention.Pass(kept, qkv, groups, attended), context, output);
  }

  /** Gradients for x, which is what {@link #forward} was given. */
  TokenMatrix[] backward(
      Team team, Vec parameters, Memory memory, TokenMatrix[] x, TokenMatrix[] grad, Vec gradient) {
    int windows = x.length;
    TokenMatrix[] dContext = new TokenMatrix[windows];
    TokenMatrix[] dQkv = new TokenMatrix[windows];
    for (int w = 0; w < windows; w++) {
      dContext[w] = behind.backward(team, parameters, memory.context[w], grad[w], gradient);
      dQkv[w] = memory.pass.qkv()[w].zeros(team.first().kernel());
    }
    attention.backward(team, parameters, memory.pass, dContext, dQkv, gradient);
    TokenMatrix[] dx = new TokenMatrix[windows];
    for (int w = 0; w < windows; w++) {
      if (convolution != null) {
        TokenMatrix qkv = memory.pass.qkv()[w];
        convolution.backward(team, parameters, qkv, dContext[w], dQkv[w], gradient);
      }
      dx[w] = project.backward(team, parameters, x[w], dQkv[w], gradient);
    }
    return dx;
  }
}
