package org.braindyn.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * Looks for recordings that were read twice. Under two people, one recording would train and test a
 * model and count twice as a witness, so it is refused; of one person it is noted.
 */
public final class RecordingCopies {
  private final Map<String, String[]> known = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Takes note of a recording.
   *
   * @param file its name, for messages
   * @param person whose it is
   * @param hash see {@link RecordingHash}
   * @throws BadInput if another person has a recording of the same values
   */
  public void add(String file, String person, String hash) {
    String[] before = known.putIfAbsent(hash, new String[] {file, person});
    if (before == null) {
      return;
    }
    if (!before[1].equals(person)) {
      throw new BadInput(
          String.format(
              "%s (person %s) holds the same values as %s (person %s): one recording would count as"
                  + " two people, and errors would be too good. Remove one of the files, or give"
                  + " both the same person.",
              file, person, before[0], before[1]));
    }
    notes.add(file + " is a copy of " + before[0] + " and counts twice for person " + person + ".");
  }

  /** Copies of one person's recordings, in sentences. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
