package org.braindyn.fiji.schema;

import java.io.File;
import java.util.List;

/**
 * One thing that a command asks.
 *
 * @param key name of the parameter, which macros write
 * @param label what a person reads, e.g. "Context"
 * @param unit what stands behind it in brackets: a unit or a few words; may be empty
 * @param help a sentence: the parameter's description
 * @param group heading that it stands under; empty for none
 * @param folded true if it waits behind "Advanced"
 * @param kind what an image or a text must be: signals, eeg, traces, labels, scan, graph, map,
 *     mask, regions; or how a file is chosen: any (file or folder); empty for no more than its type
 * @param type type of the value
 * @param style of a file: open, save, directory or both
 * @param choices all values there are; empty for any
 * @param range smallest and largest number
 * @param required whether there must be a value
 * @param initial value before anybody changed it; may be null
 */
public record FieldSchema(
    String key,
    String label,
    String unit,
    String help,
    String group,
    boolean folded,
    String kind,
    Class<?> type,
    String style,
    List<String> choices,
    Range range,
    boolean required,
    Object initial) {

  /** Label and unit, as the dialog shows them. */
  public String text() {
    return unit.isEmpty() ? label : label + " (" + unit + ")";
  }

  /** True for a number, whole or not. */
  public boolean number() {
    return type.isPrimitive() && type != boolean.class;
  }

  /** True for a file that must be there already. */
  public boolean opens() {
    return type == File.class && !style.equals("save") && !style.equals("directory");
  }

  /** The initial value as text; empty for none. */
  public String initialText() {
    return FieldText.write(initial);
  }
}
