package org.braindyn.guide;

import java.util.List;
import java.util.Map;

/**
 * One step: an ordinary command with the fields that a newcomer needs.
 *
 * @param id short name, e.g. "train"
 * @param title what is done
 * @param sentence why, and what comes out
 * @param command entry of the menu
 * @param fields what it asks, in order
 * @param makes what it fills, by slot: kind of an image, "kind=title" for one of this title, "file
 *     KEY" for a file it writes, "planes" for the number of planes
 * @param optional whether one may go on without
 */
public record Step(
    String id,
    String title,
    String sentence,
    String command,
    List<Field> fields,
    Map<String, String> makes,
    boolean optional) {

  static Step needed(
      String id,
      String title,
      String sentence,
      String command,
      List<Field> fields,
      Map<String, String> makes) {
    return new Step(id, title, sentence, command, fields, makes, false);
  }

  Step mayBeSkipped() {
    return new Step(id, title, sentence, command, fields, makes, true);
  }

  /** The field with this key; null for none. */
  public Field field(String key) {
    return fields.stream().filter(f -> f.key().equals(key)).findFirst().orElse(null);
  }
}
