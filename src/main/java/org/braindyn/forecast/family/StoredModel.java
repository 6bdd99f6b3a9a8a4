package org.braindyn.forecast.family;

import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * A fitted family as plain numbers, for model files.
 *
 * @param kind which class reads it: zero, persistence, damped, linear, direct, levels, features,
 *     stacked
 * @param name name for tables
 * @param arrays numbers by name
 * @param members models inside (stacked, levels), else empty
 */
public record StoredModel(
    String kind, String name, Map<String, NamedArray> arrays, List<StoredModel> members) {
  /** Copies the collections. */
  public StoredModel {
    arrays = Map.copyOf(arrays);
    members = List.copyOf(members);
  }

  /** A model without others inside. */
  static StoredModel of(String kind, String name, Map<String, NamedArray> arrays) {
    return new StoredModel(kind, name, arrays, List.of());
  }

  /** An array that must be there. */
  NamedArray array(String key) {
    NamedArray array = arrays.get(key);
    if (array == null) {
      throw new BadInput(
          "The model " + name + " lacks the array \"" + key + "\". Train the model again.");
    }
    return array;
  }

  /**
   * The model itself.
   *
   * @throws BadInput if the kind is not known or numbers are missing
   */
  public FamilyModel restore() {
    return switch (kind) {
      case "zero", "persistence", "damped" -> BasicModel.restore(this);
      case "linear" -> LagModel.restore(this);
      case "direct" -> DirectModel.restore(this);
      case "levels" -> LevelModel.restore(this);
      case "features" -> RandomFeatures.restore(this);
      case "stacked" -> StackedModel.restore(this);
      default ->
          throw new BadInput(
              "A model of kind \""
                  + kind
                  + "\" is not known here. Use a newer version of BrainDyn.");
    };
  }
}
