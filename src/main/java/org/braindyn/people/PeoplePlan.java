package org.braindyn.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Seed;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;

/**
 * Windows and training settings of models that learn from many people.
 *
 * @param context samples a model sees
 * @param horizon samples it forecasts
 * @param stride samples from window to window; the model beside a linear skip trains on every one
 * @param epochs passes over the training windows, 0 for the model's own number
 * @param batch windows per step, 0 for the model's own number
 * @param rate learning rate, 0 for the model's own
 * @param seed fixes all that is drawn
 */
public record PeoplePlan(
    int context, int horizon, int stride, int epochs, int batch, double rate, Seed seed) {
  private static final Map<String, List<String>> GROUPS = groupNames();

  /** Windows of this shape, trained as every model is by default. */
  public static PeoplePlan of(int context, int horizon, int stride, Seed seed) {
    return new PeoplePlan(context, horizon, stride, 0, 0, 0, seed);
  }

  /** The same with so many epochs. */
  public PeoplePlan withEpochs(int value) {
    return new PeoplePlan(context, horizon, stride, value, batch, rate, seed);
  }

  /** The same with so many windows per step. */
  public PeoplePlan withBatch(int value) {
    return new PeoplePlan(context, horizon, stride, epochs, value, rate, seed);
  }

  /** The same with these numbers in place of a model's own; 0 keeps the own. */
  public PeoplePlan trained(int howOften, int howMany, double howFast) {
    return new PeoplePlan(context, horizon, stride, howOften, howMany, howFast, seed);
  }

  /**
   * Settings of a kind, its own where the plan says nothing.
   *
   * @throws org.braindyn.data.BadInput if the plan says what the kind does not know
   */
  public KindSettings settings(ModelKind kind) {
    KindSettings settings = kind.defaults().with(seed);
    settings = epochs > 0 ? settings.with("epochs", epochs) : settings;
    settings = batch > 0 ? settings.with("batch", batch) : settings;
    return rate > 0 ? settings.with("rate", rate) : settings;
  }

  /** The same for several kinds: each takes what it knows and what is meant for it. */
  KindSettings shared(ModelKind kind) {
    KindSettings settings = kind.defaults().with(seed);
    boolean all = epochs > 0 && kind.sharesEpochs() && settings.has("epochs");
    settings = all ? settings.with("epochs", epochs) : settings;
    settings = batch > 0 && settings.has("batch") ? settings.with("batch", batch) : settings;
    return rate > 0 && settings.has("rate") ? settings.with("rate", rate) : settings;
  }

  /** Words of a dialog to the kinds they mean. */
  public static List<ModelKind> kinds(String word) {
    List<String> names = GROUPS.get(word);
    return names == null
        ? List.of(ModelKinds.named(word))
        : names.stream().map(ModelKinds::named).toList();
  }

  /** All words that {@link #kinds} knows, those for several kinds first. */
  public static List<String> words() {
    List<String> words = new ArrayList<>(GROUPS.keySet());
    words.addAll(ModelKinds.names());
    return words;
  }

  private static Map<String, List<String>> groupNames() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("both", List.of("linear skip", "released"));
    groups.put("all", List.of("linear skip", "released", "no graph"));
    groups.put(
        "ablations",
        List.of(
            "linear skip",
            "released",
            "continuous",
            "graph convolution",
            "no graph",
            "last value"));
    groups.put("none", List.of());
    return groups;
  }
}
