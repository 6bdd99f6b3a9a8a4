package org.braindyn.perturbation;

import java.util.stream.Collectors;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Intervenable;

/** The model that makes the perturbed forecasts: the same one, or one with links cut. */
record Arms(Forecaster perturbed, Intervenable.Cut owned) implements AutoCloseable {
  /**
   * @throws BadInput if the perturbation needs a model that can be changed and this one cannot
   */
  static Arms of(Forecaster forecaster, Perturbation perturbation, Regions regions) {
    int[] cut = perturbation.cutRows(regions);
    boolean state = perturbation.interventions().stream().anyMatch(Intervention::intoState);
    Intervenable inside = forecaster.as(Intervenable.class).orElse(null);
    if ((cut.length > 0 || state) && inside == null) {
      throw new BadInput(
          "\""
              + perturbation.interventions().stream()
                  .filter(p -> p.intoState() || p.kind() == PerturbationKind.CUT)
                  .map(Intervention::toString)
                  .collect(Collectors.joining("; "))
              + "\" changes the inside of a model, but "
              + forecaster.name()
              + " has no graph or state that can be changed. Use silence or a step instead, or a"
              + " model of BrainDyn alone.");
    }
    if (cut.length == 0) {
      return new Arms(state ? inside : forecaster, null);
    }
    Intervenable.Cut model = inside.cut(cut);
    return new Arms(model, model);
  }

  @Override
  public void close() {
    if (owned != null) {
      owned.close();
    }
  }
}
