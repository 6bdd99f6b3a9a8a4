package org.braindyn.models;

import java.util.List;
import java.util.Locale;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.model.ModelInfo;

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
        "Model: %s%s, %s;%n%d regions%s, context %d, %d frames at once.",
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
    List<String> people = people(info, "train");
    List<String> choosers = people(info, "validation");
    if (!people.isEmpty()) {
      return "trained on "
          + count(people, people.size() == 1 ? "person" : "people")
          + (choosers.isEmpty() ? "" : ", epoch chosen on " + some(choosers));
    }
    List<String> recordings =
        info.hashes().keySet().stream().map(name -> name.replaceFirst(".*[/\\\\]", "")).toList();
    if (recordings.isEmpty()) {
      return "its file does not say on which recordings it was trained";
    }
    return "trained on "
        + (recordings.size() == 1 ? recordings.get(0) : count(recordings, "recordings"));
  }

  private static List<String> people(ModelInfo info, String part) {
    return info.recipe().get(part) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static String count(List<String> names, String what) {
    return names.size() + " " + what + " (" + some(names) + ")";
  }

  private static String some(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
        + (NAMED < names.size() ? ", ..." : "");
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
    boolean known = model.info().hashes().containsValue(RecordingHash.of(signals));
    return known
        ? " It was trained on this recording."
        : " " + signals.source() + " is not among the recordings it was trained on.";
  }
}
