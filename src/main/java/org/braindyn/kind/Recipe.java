package org.braindyn.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.io.model.ModelInfo;

/** {@link Provenance} as the recipe of model files, of this and of earlier versions. */
final class Recipe {
  /** Setting that ends a training early, as its best epoch did. */
  static final String LAST = "last";

  private static final String MODEL = "model";
  private static final String SETTINGS = "settings";
  private static final String SPLIT = "split";
  private static final String TRAIN = "train";
  private static final String VALIDATION = "validation";
  private static final String TEST = "test";
  private static final String BEST = "best_epoch";
  private static final String LOSS = "validation_mse";
  private static final String STOPPED = "stopped_by_user";

  /** Settings under the names that files of earlier versions give them. */
  private static final Map<String, String> FORMER =
      Map.of(
          "epochs", "epochs",
          "batch", "batch",
          "learning_rate", "rate",
          "weight_decay", "decay");

  private Recipe() {}

  static Map<String, Object> write(Provenance p) {
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put(MODEL, p.kind());
    recipe.put(SETTINGS, p.settings());
    put(recipe, SPLIT, p.data().division());
    put(recipe, TRAIN, p.data().trained());
    put(recipe, VALIDATION, p.data().chose());
    put(recipe, TEST, p.data().tested());
    for (String name : List.of("epochs", "batch", "learning_rate", "weight_decay")) {
      Object value = p.settings().get(FORMER.get(name));
      if (value != null) {
        recipe.put(name, value);
      }
    }
    if (!p.members().isEmpty()) {
      recipe.put(BEST, p.members().stream().map(Provenance.Member::bestEpoch).toList());
      recipe.put(LOSS, p.members().stream().map(Provenance.Member::validationLoss).toList());
      recipe.put(STOPPED, !p.complete());
    }
    recipe.putAll(p.more());
    return recipe;
  }

  private static void put(Map<String, Object> recipe, String key, Object value) {
    if (!value.equals("") && !value.equals(List.of())) {
      recipe.put(key, value);
    }
  }

  static Provenance read(String kind, ModelInfo info) {
    Map<String, Object> more = new LinkedHashMap<>(info.recipe());
    more.remove(MODEL);
    Map<String, Object> settings = new LinkedHashMap<>();
    if (more.remove(SETTINGS) instanceof Map<?, ?> all) {
      all.forEach((key, value) -> settings.put(String.valueOf(key), value));
    }
    FORMER.forEach(
        (name, now) -> {
          Object value = more.remove(name);
          if (value instanceof Number) {
            settings.putIfAbsent(now, value);
          }
        });
    List<Double> epochs = numbers(more.remove(BEST));
    List<Double> losses = numbers(more.remove(LOSS));
    List<Provenance.Member> members = new ArrayList<>();
    for (int m = 0; m < epochs.size(); m++) {
      double loss = m < losses.size() ? losses.get(m) : Double.NaN;
      members.add(new Provenance.Member((int) Math.round(epochs.get(m)), loss));
    }
    boolean complete = !Boolean.TRUE.equals(more.remove(STOPPED));
    Object division = more.remove(SPLIT);
    DataIdentity data =
        new DataIdentity(
            info.regions(),
            info.interval(),
            info.normalisation(),
            division == null ? "" : division.toString(),
            texts(more.remove(TRAIN)),
            texts(more.remove(VALIDATION)),
            texts(more.remove(TEST)),
            info.hashes());
    return new Provenance(
        kind, settings, info.seed(), info.version(), data, members, complete, more);
  }

  /** One number, as earlier versions wrote it for one recording, or a list of them. */
  private static List<Double> numbers(Object value) {
    List<Double> numbers = new ArrayList<>();
    List<?> list =
        value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
    for (Object one : list) {
      numbers.add(one instanceof Number n ? n.doubleValue() : Double.NaN);
    }
    return numbers;
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
