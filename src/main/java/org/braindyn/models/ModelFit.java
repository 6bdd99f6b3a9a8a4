package org.braindyn.models;

import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.SameSampling;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.TrainedModel;

/** Whether a model fits the signals it is applied to. */
public final class ModelFit {
  private ModelFit() {}

  /**
   * Refuses signals of other regions or another sampling than a model was trained on, or with gaps.
   *
   * @param modelName name for messages
   * @throws BadInput that names the first difference
   */
  public static void check(TrainedModel model, RegionSignals signals, String modelName) {
    DataIdentity data = model.provenance().data();
    checkSampling(model.regions(), data.regions(), data.interval(), signals, modelName);
    checkComplete(signals);
  }

  /**
   * As {@link #check}, but gaps may be.
   *
   * @param count regions of the model
   * @param trained regions of the training, null if unknown
   * @param interval time between samples of the training in s, NaN if unknown
   */
  public static void checkSampling(
      int count, Regions trained, double interval, RegionSignals signals, String modelName) {
    if (count != signals.size()) {
      throw new BadInput(
          String.format(
              "%s was trained on %d regions, but %s has %d. Use signals of the same parcellation,"
                  + " or train a model on these.",
              modelName, count, signals.source(), signals.size()));
    }
    for (int r = 0; trained != null && r < trained.size(); r++) {
      if (!trained.get(r).same(signals.regions().get(r))) {
        throw new BadInput(
            String.format(
                "%s was trained on other regions: its region %d is \"%s\", that of %s is \"%s\". Use"
                    + " signals of the same parcellation, or train a model on these.",
                modelName,
                r + 1,
                trained.get(r).described(signals.regions().get(r)),
                signals.source(),
                signals.regions().get(r).described(trained.get(r))));
      }
    }
    checkInterval(interval, signals, modelName);
  }

  /** Refuses signals of another interval, whatever their regions. */
  public static void checkInterval(TrainedModel model, RegionSignals signals, String modelName) {
    checkInterval(model.provenance().data().interval(), signals, modelName);
    checkComplete(signals);
  }

  private static void checkInterval(double interval, RegionSignals signals, String modelName) {
    if (!SameSampling.same(interval, signals.interval())) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s was trained on samples every %.4g s, but %s has one every %.4g s. Resample the"
                  + " signals, or train a model on these.",
              modelName,
              interval,
              signals.source(),
              signals.interval()));
    }
  }

  /** Refuses regions without a signal. */
  public static void checkComplete(RegionSignals signals) {
    for (int r = 0; r < signals.size(); r++) {
      for (int t = 0; t < signals.frames(); t++) {
        if (!Double.isFinite(signals.values()[r][t])) {
          boolean lost = java.util.Arrays.stream(signals.values()[r]).noneMatch(Double::isFinite);
          throw new BadInput(
              String.format(
                      "%s: region \"%s\" has no value (%s) at frame %d.",
                      signals.source(), signals.regions().get(r).name(), signals.values()[r][t], t)
                  + (lost
                      ? " Use a recording that covers it, or train a model without it: cut the"
                          + " recordings with lost=drop first, both this and those of the training."
                      : " Clean without censor (scrubbed frames have no value), or use another"
                          + " recording."));
        }
      }
    }
  }
}
