package org.braindyn.people;

import java.util.Map;
import org.braindyn.data.Seed;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;

/** Fields of the training dialog to settings of a kind. */
public final class TrainOptions {
  private TrainOptions() {}

  /**
   * Settings of a kind. The dialog has one field for a setting that several kinds share; a field
   * that this kind does not know may keep the dialog's value, but not be changed in vain.
   *
   * @param fields the dialog's fields by name
   * @param presets what they hold before a user touches them
   * @param more further settings as text, "name=value; name=value"; empty for none
   * @throws org.braindyn.data.BadInput if the kind has no such setting or a value is out of range
   */
  public static KindSettings of(
      ModelKind kind,
      Map<String, Object> fields,
      Map<String, Object> presets,
      String more,
      long seed) {
    KindSettings settings = kind.defaults().with(Seed.of(seed));
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      boolean touched = !field.getValue().equals(presets.get(field.getKey()));
      if (touched || !kind.keepsPresets() && settings.has(field.getKey())) {
        settings = settings.with(field.getKey(), field.getValue());
      }
    }
    return settings.with(more);
  }
}
