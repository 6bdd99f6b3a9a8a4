package org.braindyn.model.parameter;

import org.braindyn.data.BadInput;

/**
 * Shape of the residual dynamics.
 *
 * @param core regions, stalks (hidden), restriction maps, width, coupling, method, horizon and
 *     precision; {@code signals} is the number of components of the state, of which the first is
 *     the residual and the others help it (augmented neural ODE, Dupont et al. 2019)
 * @param features what is known of a region at the end of the context, per window
 * @param embedding numbers that each region has of its own in the vector field, 0 for none
 */
public record ResidualSettings(ModelSettings core, int features, int embedding) {
  /** Checks the numbers. */
  public ResidualSettings {
    if (features < core.signals() - 1 || features < 1 || embedding < 0) {
      throw new BadInput(
          String.format(
              "%d features and an embedding of %d cannot feed a state of %d components.",
              features, embedding, core.signals()));
    }
  }

  /** Values that the vector field receives besides the state. */
  public int received() {
    return core.hidden() * (core.coupling() == Coupling.NONE ? 1 : 2) + embedding;
  }
}
