package org.braindyn.masked.block;

import org.braindyn.kernel.Vec;
import org.braindyn.masked.token.LayerNorm;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/** Layer normalisation over the windows of a batch, with what its backward pass needs. */
public final class Normed {
  private final LayerNorm norm;
  private final TokenMatrix[] x;
  private final Vec[] stats;

  private Normed(LayerNorm norm, TokenMatrix[] x) {
    this.norm = norm;
    this.x = x;
    stats = new Vec[x.length];
  }

  /** The result and its memory. */
  public record Result(TokenMatrix[] output, Normed memory) {}

  /** Normalises; x is kept, not copied. */
  public static Result forward(LayerNorm norm, Team team, Vec parameters, TokenMatrix[] x) {
    Normed memory = new Normed(norm, x);
    TokenMatrix[] output = new TokenMatrix[x.length];
    for (int w = 0; w < x.length; w++) {
      memory.stats[w] = LayerNorm.stats(team.first().kernel(), x[w]);
      output[w] = norm.forward(team, parameters, x[w], memory.stats[w]);
    }
    return new Result(output, memory);
  }

  /** The result again. */
  TokenMatrix[] again(Team team, Vec parameters) {
    TokenMatrix[] output = new TokenMatrix[x.length];
    for (int w = 0; w < x.length; w++) {
      output[w] = norm.forward(team, parameters, x[w], stats[w]);
    }
    return output;
  }

  /** Turns gradients of the result into those of x, in place. */
  public void backward(Team team, Vec parameters, TokenMatrix[] grad, Vec gradient) {
    for (int w = 0; w < x.length; w++) {
      norm.backward(team, parameters, x[w], stats[w], grad[w], gradient);
    }
  }
}
