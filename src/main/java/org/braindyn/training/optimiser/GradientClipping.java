package org.braindyn.training.optimiser;

import org.braindyn.model.parameter.Gradient;

/** Clipping by the global norm (Pascanu et al. 2013), as PyTorch's {@code clip_grad_norm_}. */
public final class GradientClipping {
  private GradientClipping() {}

  /**
   * Scales the gradient so that its norm is at most {@code most}.
   *
   * @return the norm before
   */
  public static double clip(Gradient gradient, double most) {
    double norm = gradient.norm();
    double factor = most / (norm + 1e-6);
    if (factor < 1) {
      double[] values = gradient.values();
      for (int i = 0; i < values.length; i++) {
        values[i] *= factor;
      }
    }
    return norm;
  }
}
