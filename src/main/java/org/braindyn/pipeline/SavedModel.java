package org.braindyn.pipeline;

import java.io.File;
import java.io.IOException;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ModelFile;
import org.braindyn.io.StoredModel;

/** Model files and whether they fit the signals they are applied to. */
public final class SavedModel {
  private static final double SAME_INTERVAL = 0.01;

  private SavedModel() {}

  /** Reads a model file. */
  public static StoredModel read(File file) {
    if (!file.isFile()) {
      throw new BadInput(
          "model="
              + file
              + ": there is no such file. Run BrainDyn Train... first, or choose the"
              + " file it wrote.");
    }
    try {
      return ModelFile.read(file.toPath());
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e), e);
    }
  }

  /**
   * Refuses signals of other regions or another sampling than the model was trained on.
   *
   * @throws BadInput that names the first difference
   */
  public static void checkFits(StoredModel model, RegionSignals signals, String modelName) {
    checkCount(model.settings().regions(), signals, modelName);
    checkFits(model.info().regions(), model.info().interval(), signals, modelName);
  }

  private static void checkCount(int regions, RegionSignals signals, String modelName) {
    if (regions != signals.size()) {
      throw new BadInput(
          String.format(
              "%s was trained on %d regions, but %s has %d. Use signals of the same parcellation,"
                  + " or train a model on these.",
              modelName, regions, signals.source(), signals.size()));
    }
  }

  /**
   * As {@link #checkFits(StoredModel, RegionSignals, String)}.
   *
   * @param trained regions of the training, null if unknown
   * @param interval time between samples of the training in s
   */
  static void checkFits(Regions trained, double interval, RegionSignals signals, String modelName) {
    if (trained != null) {
      checkCount(trained.size(), signals, modelName);
    }
    for (int r = 0; trained != null && r < trained.size(); r++) {
      if (!trained.get(r).name().equals(signals.regions().get(r).name())) {
        throw new BadInput(
            String.format(
                "%s was trained on other regions: its region %d is \"%s\", that of %s is \"%s\". Use"
                    + " signals of the same parcellation, or train a model on these.",
                modelName,
                r + 1,
                trained.get(r).name(),
                signals.source(),
                signals.regions().get(r).name()));
      }
    }
    if (Math.abs(interval / signals.interval() - 1) > SAME_INTERVAL) {
      throw new BadInput(
          String.format(
              java.util.Locale.ROOT,
              "%s was trained on samples every %.4g s, but %s has one every %.4g s. Resample the"
                  + " signals, or train a model on these.",
              modelName,
              interval,
              signals.source(),
              signals.interval()));
    }
    checkComplete(signals);
  }

  /** Refuses regions without a signal. */
  public static void checkComplete(RegionSignals signals) {
    for (int r = 0; r < signals.size(); r++) {
      for (int t = 0; t < signals.frames(); t++) {
        if (!Double.isFinite(signals.values()[r][t])) {
          throw new BadInput(
              String.format(
                  "%s: region \"%s\" has no value (%s) at frame %d. Leave such regions out: run"
                      + " BrainDyn Parcellate... with lost=drop.",
                  signals.source(), signals.regions().get(r).name(), signals.values()[r][t], t));
        }
      }
    }
  }
}
