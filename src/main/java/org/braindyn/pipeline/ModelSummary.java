package org.braindyn.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ModelInfo;

/** A model in one sentence, for the notes of every command that runs one. */
public final class ModelSummary {
  private static final int NAMED = 4;

  private ModelSummary() {}

  /** What the model is and what it was trained on. */
  public static String of(SavedModel model) {
    ModelInfo info = model.info();
    String kind =
        model instanceof SavedBrainDyn plain
            ? " (" + plain.stored().settings().variant().name().toLowerCase(Locale.ROOT) + ")"
            : "";
    return String.format(
        Locale.ROOT,
        "Model: %s%s, %s; %d regions%s, context %d, %d frames at once.",
        model.name(),
        kind,
        training(info),
        model.regions(),
        Double.isFinite(info.interval())
            ? String.format(Locale.ROOT, ", one sample every %.4g s", info.interval())
            : "",
        model.context(),
        model.horizon());
  }

  private static String training(ModelInfo info) {
    List<String> recordings = new ArrayList<>(info.hashes().keySet());
    if (recordings.isEmpty()) {
      return "its file does not say on which recordings it was trained";
    }
    int named = Math.min(NAMED, recordings.size());
    return "trained on "
        + (recordings.size() == 1 ? "" : recordings.size() + " recordings: ")
        + String.join(", ", recordings.subList(0, named))
        + (named < recordings.size() ? ", ..." : "");
  }

  /**
   * Whether the model was trained on this very recording.
   *
   * @return a sentence
   */
  public static String met(SavedModel model, RegionSignals signals) {
    if (model.info().hashes().isEmpty()) {
      return "";
    }
    boolean known = model.info().hashes().containsValue(TrainSignals.hash(signals));
    return known
        ? " It was trained on this recording."
        : " " + signals.source() + " is not among the recordings it was trained on.";
  }
}
