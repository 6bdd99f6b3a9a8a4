package org.braindyn.api;

import org.braindyn.data.Regions;
import org.braindyn.kind.TrainedModel;
import org.braindyn.stimulation.PerturbSignals;

/**
 * What is done to a region, in the model.
 *
 * @param kind "impulse", "step", "ramp", "noise", "silence", "hold", "stimulate", "gain" or "cut"
 *     (docs/perturbation.md)
 * @param region a name, several with commas between, "left", "right" or "all"; empty for the hub of
 *     the model's graph
 * @param size in sd of the region (a factor for "gain"; not used by "silence" and "cut")
 * @param onset first frame, 0 = first forecast frame
 * @param duration frames it lasts
 */
public record Perturbation(String kind, String region, double size, int onset, int duration) {
  /**
   * One sd from the first forecast frame on, for two frames.
   *
   * @param kind what is done, e.g. "step"
   * @param region where, e.g. "V1"; empty for the hub
   * @return the perturbation
   */
  public static Perturbation of(String kind, String region) {
    return new Perturbation(kind, region, 1, 0, 2);
  }

  /**
   * Another size.
   *
   * @param sd in sd of the region
   * @return a changed copy
   */
  public Perturbation size(double sd) {
    return new Perturbation(kind, region, sd, onset, duration);
  }

  /**
   * Another time.
   *
   * @param first first frame, 0 = first forecast frame
   * @param frames frames it lasts, 1 or more
   * @return a changed copy
   */
  public Perturbation at(int first, int frames) {
    return new Perturbation(kind, region, size, first, frames);
  }

  /**
   * The text of it, for {@link Model#perturb(java.util.List, String, AskSettings)}.
   *
   * @param model the model that is asked
   * @param signals a recording of its regions
   * @return e.g. {@code step on "V1" size 1.0 onset 0 duration 2}
   * @throws org.braindyn.data.BadInput if there is no such region or kind
   */
  public String plan(Model model, Signals signals) {
    return text(model.trained(), signals.regions());
  }

  /** The text of it, which plans are made of. */
  String text(TrainedModel model, Regions regions) {
    String target = PerturbSignals.target(region, null, null, model, regions);
    return PerturbSignals.text(kind, target, size, onset, duration);
  }
}
