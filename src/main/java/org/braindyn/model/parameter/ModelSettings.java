package org.braindyn.model.parameter;

import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.ode.Methods;

/**
 * Everything that fixes a model's shape and arithmetic. Start from {@link #defaults} or {@link
 * #builder}.
 *
 * @param regions N
 * @param signals F, signals per region
 * @param hidden H, size of a stalk
 * @param maps M, channels of the restriction maps
 * @param width V, width of the vector field
 * @param lstmLayers LSTM layers, 1 or more
 * @param dropout share of LSTM outputs dropped between layers while training, 0 to below 1
 * @param history encoder
 * @param coupling messages
 * @param variant what the differential equation sees
 * @param method ODE method, see {@link Methods}
 * @param dt time from one sample to the next in the equation's unit
 * @param context T, samples of context
 * @param horizon P, samples per chunk
 * @param precision width of the numbers
 * @param perMapXavier initialise each restriction map by itself, not as one tensor as the reference
 *     does
 * @param degreeNormalised divide each region's message by its number of edges (the reference does
 *     not)
 * @param relativeTolerance error allowed per step of adaptive methods, relative to the state
 * @param absoluteTolerance the same, absolute
 */
public record ModelSettings(
    int regions,
    int signals,
    int hidden,
    int maps,
    int width,
    int lstmLayers,
    double dropout,
    History history,
    Coupling coupling,
    Variant variant,
    String method,
    double dt,
    int context,
    int horizon,
    Precision precision,
    boolean perMapXavier,
    boolean degreeNormalised,
    double relativeTolerance,
    double absoluteTolerance) {
  /** Checks every number. */
  public ModelSettings {
    positive("regions", regions);
    positive("signals", signals);
    positive("hidden", hidden);
    positive("maps", maps);
    positive("width", width);
    positive("lstmLayers", lstmLayers);
    positive("context", context);
    positive("horizon", horizon);
    if (!(dropout >= 0 && dropout < 1)) {
      throw new BadInput("dropout is " + dropout + ". It must be 0 or more and below 1.");
    }
    if (!(dt > 0) || Double.isInfinite(dt)) {
      throw new BadInput("dt is " + dt + ". The time between samples must be above 0.");
    }
    if (!(relativeTolerance > 0) || !(absoluteTolerance > 0)) {
      throw new BadInput(
          "The tolerances are "
              + relativeTolerance
              + " and "
              + absoluteTolerance
              + ". Both must be above 0.");
    }
    Methods.named(method);
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new BadInput(name + " is " + value + ". It must be 1 or more.");
    }
  }

  /** Settings for N regions as for fMRI in the paper. */
  public static ModelSettings defaults(int regions) {
    return builder(regions).build();
  }

  /** A builder that starts from the defaults. */
  public static ModelSettingsBuilder builder(int regions) {
    return new ModelSettingsBuilder(regions);
  }

  /** A builder that starts from these settings. */
  public ModelSettingsBuilder change() {
    return new ModelSettingsBuilder(this);
  }
}
