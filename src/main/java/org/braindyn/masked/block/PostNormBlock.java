package org.braindyn.masked.block;

import org.braindyn.kernel.Vec;
import org.braindyn.masked.attention.Attention;
import org.braindyn.masked.attention.Groups;
import org.braindyn.masked.attention.TokenConvolution;
import org.braindyn.masked.token.FeedForward;
import org.braindyn.masked.token.LayerNorm;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Linear;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/**
 * The block of the original BrainLM: normalisation behind each half, {@code x = LN(W_o a + b_o +
 * x)}, {@code x = LN(W_2 gelu(W_1 x + b_1) + b_2 + x)}, with the convolution of values beside
 * attention.
 */
public final class PostNormBlock implements Block {
  private final AttentionLayer attention;
  private final LayerNorm first;
  private final FeedForward forward;
  private final LayerNorm second;

  /**
   * @param layout where the parameters are
   * @param name name of the layer, e.g. "vit.encoder.layer.0"
   * @param attention which attention
   * @param epsilon of the normalisations
   */
  public PostNormBlock(Layout layout, String name, Attention attention, double epsilon) {
    String self = name + ".attention.self.";
    String conv = self + "conv.weight";
    this.attention =
        new AttentionLayer(
            new Linear(layout, self + "query", self + "key", self + "value"),
            attention,
            layout.has(conv) ? new TokenConvolution(layout, conv) : null,
            new Linear(layout, name + ".attention.output.dense"));
    first = new LayerNorm(layout, name + ".attention.output.LayerNorm", epsilon);
    forward = new FeedForward(layout, name + ".intermediate.dense", name + ".output.dense");
    second = new LayerNorm(layout, name + ".output.LayerNorm", epsilon);
  }

  /** Adds the arrays of such a layer; no convolution where taps is 0. */
  public static void layout(Layout layout, String name, int[] sizes) {
    int width = sizes[0];
    int middle = sizes[1];
    int heads = sizes[2];
    int taps = sizes[3];
    String self = name + ".attention.self.";
    for (String map : new String[] {"query", "key", "value"}) {
      layout.linear(self + map, width, width);
    }
    if (taps > 0) {
      layout.add(self + "conv.weight", heads, 1, taps, 1);
    }
    layout.linear(name + ".attention.output.dense", width, width);
    layout.norm(name + ".attention.output.LayerNorm", width);
    layout.linear(name + ".intermediate.dense", width, middle);
    layout.linear(name + ".output.dense", middle, width);
    layout.norm(name + ".output.LayerNorm", width);
  }

  /** A forward pass. */
  private record Kept(
      TokenMatrix[] x,
      AttentionLayer.Memory attention,
      Normed first,
      TokenMatrix[] between,
      Normed second,
      TokenMatrix[] output)
      implements Memory {}

  @Override
  public Memory forward(Team team, Vec parameters, TokenMatrix[] x, Groups[][] groups) {
    AttentionLayer.Memory attended = attention.forward(team, parameters, x, groups[0]);
    Normed.Result between = Normed.forward(first, team, parameters, plus(attended.output(), x));
    TokenMatrix[] wide = new TokenMatrix[x.length];
    for (int w = 0; w < x.length; w++) {
      wide[w] = forward.forward(team, parameters, between.output()[w]);
    }
    Normed.Result end = Normed.forward(second, team, parameters, plus(wide, between.output()));
    return new Kept(x, attended, between.memory(), between.output(), end.memory(), end.output());
  }

  private static TokenMatrix[] plus(TokenMatrix[] sum, TokenMatrix[] x) {
    for (int w = 0; w < x.length; w++) {
      sum[w].add(x[w]);
    }
    return sum;
  }

  @Override
  public TokenMatrix[] backward(
      Team team, Vec parameters, Memory memory, TokenMatrix[] grad, Vec gradient) {
    Kept kept = (Kept) memory;
    kept.second.backward(team, parameters, grad, gradient);
    for (int w = 0; w < grad.length; w++) {
      grad[w].add(forward.backward(team, parameters, kept.between[w], grad[w], gradient));
    }
    kept.first.backward(team, parameters, grad, gradient);
    TokenMatrix[] dx = attention.backward(team, parameters, kept.attention, kept.x, grad, gradient);
    return plus(dx, grad);
  }

  /** Attention plus convolution, heads side by side, before the map behind. */
  public static TokenMatrix[] context(Memory memory) {
    return ((Kept) memory).attention.context();
  }

  /** The tokens after the first normalisation. */
  public static TokenMatrix[] between(Memory memory) {
    return ((Kept) memory).between;
  }
}
