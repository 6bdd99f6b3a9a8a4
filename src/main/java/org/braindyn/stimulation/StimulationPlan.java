package org.braindyn.stimulation;

import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.perturbation.PerturbationMap;

/**
 * What a {@link StimulationReport} does.
 *
 * @param people simulated people; the last is the test, the one before chooses the epoch
 * @param frames frames per person
 * @param context frames a model sees
 * @param horizon frames it forecasts at once
 * @param feedback frames it forecasts before the stimulated region is set again
 * @param rescaled whether contexts are scaled anew when forecasts were fed back into them
 *     (docs/adr/0044)
 * @param variant of BrainDyn
 * @param epochs passes over the training windows
 * @param stimulus input in the simulator's unit of activity
 * @param seconds how long it lasts
 * @param follow frames to follow a response
 * @param seed of people, training and responses
 */
public record StimulationPlan(
    int people,
    int frames,
    int context,
    int horizon,
    int feedback,
    boolean rescaled,
    Variant variant,
    int epochs,
    double stimulus,
    double seconds,
    int follow,
    long seed) {
  /** Six people of 600 frames, stimulated for 4 s. */
  public static StimulationPlan defaults() {
    return new StimulationPlan(6, 600, 30, 1, 1, true, Variant.CONTINUOUS, 60, 2, 4, 15, 1);
  }

  /** The defaults with these numbers. */
  public static StimulationPlan of(
      int people, int frames, Variant variant, int epochs, double stimulus, long seed) {
    StimulationPlan d = defaults();
    int least = 2 * (d.context + d.horizon);
    if (people < 3 || frames < least) {
      throw new BadInput(
          "The report needs 3 people or more (to train, choose, test) and "
              + least
              + " frames or more; got "
              + people
              + " people and "
              + frames
              + " frames.");
    }
    if (!Double.isFinite(stimulus) || stimulus == 0) {
      throw new BadInput(
          "amplitude="
              + stimulus
              + " stimulates nothing, so there would be no response to compare with. Give a finite"
              + " value other than 0, e.g. 2 (hopf: 0.3).");
    }
    return new StimulationPlan(
        people,
        frames,
        d.context,
        d.horizon,
        d.feedback,
        d.rescaled,
        variant,
        epochs,
        stimulus,
        d.seconds,
        d.follow,
        seed);
  }

  /** How responses are foretold. */
  PerturbationMap.Settings forecasting() {
    return new PerturbationMap.Settings(follow, feedback, Seed.of(1), rescaled);
  }

  /** Shape of BrainDyn. */
  ModelSettings model(int regions) {
    return ModelSettings.builder(regions)
        .hidden(8)
        .maps(24)
        .width(64)
        .context(context)
        .horizon(horizon)
        .method("midpoint")
        .variant(variant)
        .perMapXavier(true)
        .degreeNormalised(true)
        .build();
  }
}
