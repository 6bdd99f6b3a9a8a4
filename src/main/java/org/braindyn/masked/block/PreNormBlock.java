package org.braindyn.masked.block;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.attention.Attention;
import org.braindyn.masked.attention.Groups;
import org.braindyn.masked.token.FeedForward;
import org.braindyn.masked.token.LayerNorm;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Linear;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/**
 * The block of the vision transformer (Dosovitskiy et al. 2021, equations 2 and 3), normalisation
 * before each part: {@code x += W_o a(LN(x))}, {@code x += W_2 gelu(W_1 LN(x))}. It may hold
 * several attentions one after another, e.g. along regions, then along time (Ho et al. 2019, axial
 * attention).
 */
public final class PreNormBlock implements Block {
  private final List<LayerNorm> norms = new ArrayList<>();
  private final List<AttentionLayer> attentions = new ArrayList<>();
  private final LayerNorm last;
  private final FeedForward forward;

  /**
   * @param layout where the parameters are
   * @param name name of the layer, e.g. "vit.encoder.layer.0"
   * @param prefixes of the attentions, in order; "" for the released one
   * @param attention which attention, the same for all
   * @param epsilon of the normalisations
   */
  public PreNormBlock(
      Layout layout, String name, List<String> prefixes, Attention attention, double epsilon) {
    for (String prefix : prefixes) {
      String at = name + "." + prefix;
      String self = at + "attention.attention.";
      norms.add(new LayerNorm(layout, at + "layernorm_before", epsilon));
      attentions.add(
          new AttentionLayer(
              new Linear(layout, self + "query", self + "key", self + "value"),
              attention,
              null,
              new Linear(layout, at + "attention.output.dense")));
    }
    last = new LayerNorm(layout, name + ".layernorm_after", epsilon);
    forward = new FeedForward(layout, name + ".intermediate.dense", name + ".output.dense");
  }

  /** Adds the arrays of such a layer. */
  public static void layout(
      Layout layout, String name, List<String> prefixes, int width, int middle) {
    for (String prefix : prefixes) {
      String at = name + "." + prefix;
      layout.norm(at + "layernorm_before", width);
      for (String map : new String[] {"query", "key", "value"}) {
        layout.linear(at + "attention.attention." + map, width, width);
      }
      layout.linear(at + "attention.output.dense", width, width);
    }
    layout.norm(name + ".layernorm_after", width);
    layout.linear(name + ".intermediate.dense", width, middle);
    layout.linear(name + ".output.dense", middle, width);
  }

  private record Kept(
      List<Normed> norms, List<AttentionLayer.Memory> attended, Normed last, TokenMatrix[] output)
      implements Memory {}

  @Override
  public Memory forward(Team team, Vec parameters, TokenMatrix[] x, Groups[][] groups) {
    List<Normed> kept = new ArrayList<>();
    List<AttentionLayer.Memory> attended = new ArrayList<>();
    TokenMatrix[] now = x;
    for (int i = 0; i < attentions.size(); i++) {
      Normed.Result normed = Normed.forward(norms.get(i), team, parameters, now);
      AttentionLayer.Memory memory =
          attentions.get(i).forward(team, parameters, normed.output(), groups[i]);
      kept.add(normed.memory());
      attended.add(memory);
      now = sum(memory.output(), now);
    }
    Normed.Result normed = Normed.forward(last, team, parameters, now);
    TokenMatrix[] wide = new TokenMatrix[x.length];
    for (int w = 0; w < x.length; w++) {
      wide[w] = forward.forward(team, parameters, normed.output()[w]);
    }
    return new Kept(kept, attended, normed.memory(), sum(wide, now));
  }

  /** The first array becomes the sum. */
  private static TokenMatrix[] sum(TokenMatrix[] sum, TokenMatrix[] x) {
    for (int w = 0; w < x.length; w++) {
      sum[w].add(x[w]);
    }
    return sum;
  }

  @Override
  public TokenMatrix[] backward(
      Team team, Vec parameters, Memory memory, TokenMatrix[] grad, Vec gradient) {
    Kept kept = (Kept) memory;
    TokenMatrix[] normed = kept.last.again(team, parameters);
    TokenMatrix[] d = new TokenMatrix[grad.length];
    for (int w = 0; w < grad.length; w++) {
      d[w] = forward.backward(team, parameters, normed[w], grad[w], gradient);
    }
    kept.last.backward(team, parameters, d, gradient);
    TokenMatrix[] now = sum(d, grad);
    for (int i = attentions.size() - 1; i >= 0; i--) {
      TokenMatrix[] before = kept.norms.get(i).again(team, parameters);
      TokenMatrix[] dx =
          attentions.get(i).backward(team, parameters, kept.attended.get(i), before, now, gradient);
      kept.norms.get(i).backward(team, parameters, dx, gradient);
      now = sum(dx, now);
    }
    return now;
  }
}
