package org.braindyn.fiji.schema;

import java.util.List;
import java.util.Map;

/**
 * A command as a person meets it: the one description of its dialog and of its help page.
 *
 * @param id name of its class
 * @param title e.g. "BrainDyn Train"
 * @param description one sentence
 * @param about paragraphs of its help page
 * @param fields what it asks, in order; the folded ones last
 * @param presets values that belong together
 * @param outputs what comes out, by name of the output
 * @param cites keys of references
 * @param see simple names of commands to read of next
 */
public record CommandSchema(
    String id,
    String title,
    String description,
    List<String> about,
    List<FieldSchema> fields,
    List<Preset> presets,
    Map<String, String> outputs,
    List<String> cites,
    List<String> see) {

  /** Fields that a person sees at once; choosing a preset counts as one. */
  public static final int MOST_SHOWN = 8;

  /** What is seen at once. */
  public List<FieldSchema> shown() {
    return fields.stream().filter(f -> !f.folded()).toList();
  }

  /** What waits behind "Advanced". */
  public List<FieldSchema> folded() {
    return fields.stream().filter(FieldSchema::folded).toList();
  }

  /** Simple name of the class, by which pages and files are called. */
  public String name() {
    return id.substring(id.lastIndexOf('.') + 1);
  }

  /** As menus and macros call it. */
  public String macroName() {
    return fields.isEmpty() ? title : title + "...";
  }

  @Override
  public String toString() {
    return title;
  }
}
