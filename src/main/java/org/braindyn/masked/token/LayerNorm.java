package org.braindyn.masked.token;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.kernel.attention.NormOps;

/** Layer normalisation of every token (Ba et al. 2016, equation 4). */
public final class LayerNorm {
  private final int gain;
  private final int offset;
  private final int width;
  private final double epsilon;

  /**
   * @param name name without ".weight" and ".bias"
   * @param epsilon added to the variance
   */
  public LayerNorm(Layout layout, String name, double epsilon) {
    gain = layout.at(name + ".weight");
    offset = layout.at(name + ".bias");
    width = Layout.count(layout.shape(name + ".weight"));
    this.epsilon = epsilon;
  }

  /** Room for mean and inverse standard deviation of each token of x. */
  public static Vec stats(Kernel kernel, TokenMatrix x) {
    return kernel.vec(2 * x.rows());
  }

  /** The normalised tokens; {@code stats} gets what the backward pass needs. */
  public TokenMatrix forward(Team team, Vec parameters, TokenMatrix x, Vec stats) {
    TokenMatrix y = x.zeros(team.first().kernel());
    NormOps.Gain place = new NormOps.Gain(parameters, gain, offset, epsilon);
    team.run(
        Parts.count(x),
        (part, worker) -> {
          for (int t = Parts.start(x, part); t < Parts.start(x, part + 1); t++) {
            worker
                .ops()
                .norms()
                .normalise(tile(x, t), place, y.values(), stats, 2 * t * TokenMatrix.TILE);
          }
        });
    return y;
  }

  /** Turns the gradient of the result into that of x, in place; adds to {@code gradient}. */
  public void backward(
      Team team, Vec parameters, TokenMatrix x, Vec stats, TokenMatrix grad, Vec gradient) {
    NormOps.Gain place = new NormOps.Gain(parameters, gain, offset, epsilon);
    Worker worker = team.first();
    for (int t = 0; t < x.tiles(); t++) {
      worker
          .ops()
          .norms()
          .normaliseGradient(
              tile(x, t), place, stats, 2 * t * TokenMatrix.TILE, grad.values(), gradient);
    }
  }

  private NormOps.Tile tile(TokenMatrix x, int t) {
    return new NormOps.Tile(x.values(), x.at(t), x.rows(t), width);
  }
}
