package org.braindyn.data;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names of label values, as a label table gives them.
 *
 * @param names label value (1 or more) to name, in order of value
 * @param complete true if the table lists exactly the regions of one parcellation, so that a listed
 *     label without voxels is a lost region; false for a dictionary such as FreeSurfer's colour
 *     table, of which an image uses only a part
 * @param source file name, for messages
 */
public record LabelNames(SortedMap<Integer, String> names, boolean complete, String source) {
  /** No names at all: regions are called "Label 7". */
  public static final LabelNames NONE = new LabelNames(new TreeMap<>(), false, "no table");

  /** Copies the table. */
  public LabelNames {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  /** Name of a label, "Label 7" where the table has none. */
  public String of(int label) {
    return names.getOrDefault(label, "Label " + label);
  }
}
