package org.braindyn.models;

import java.util.List;
import java.util.Locale;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.RecordingHash;
import org.braindyn.kind.TrainedModel;

/** A model in one sentence, for the notes of every command that runs one. */
final class ModelSummary {
  private static final int NAMED = 4;

  private ModelSummary() {}

  /** What the model is and what it was trained on. */
  public static String of(TrainedModel model) {
    DataIdentity data = model.provenance().data();
    String kind = model.kind().name();
    String known = model.title().contains(kind) ? "" : " (" + kind + ")";
    return String.format(
        Locale.ROOT,
        "Model: %s%s, %s;%n%d regions%s, context %d, %d frames at once.",
        model.title(),
        known,
        training(data),
        model.regions(),
        Double.isFinite(data.interval())
            ? String.format(Locale.ROOT, ", one sample every %.4g s", data.interval())
            : "",
        model.context(),
        model.horizon());
  }

  private static String training(DataIdentity data) {
    List<String> people = data.trained();
    if (!people.isEmpty()) {
      return "trained on "
          + count(people, people.size() == 1 ? "person" : "people")
          + (data.chose().isEmpty() ? "" : ", epoch chosen on " + some(data.chose()));
    }
    List<String> recordings =
        data.hashes().keySet().stream().map(name -> name.replaceFirst(".*[/\\\\]", "")).toList();
    if (recordings.isEmpty()) {
      return "its file does not say on which recordings it was trained";
    }
    return "trained on "
        + (recordings.size() == 1 ? recordings.get(0) : count(recordings, "recordings"));
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
  public static String met(TrainedModel model, RegionSignals signals) {
    if (model.provenance().data().hashes().isEmpty()) {
      return "";
    }
    boolean known = model.provenance().data().hashes().containsValue(RecordingHash.of(signals));
    return known
        ? " It was trained on this recording."
        : " " + signals.source() + " is not among the recordings it was trained on.";
  }
}
