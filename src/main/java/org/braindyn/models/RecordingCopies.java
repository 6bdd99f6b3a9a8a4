package org.braindyn.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.kind.RecordingHash;
import org.braindyn.signal.Recording;

/**
 * Looks for recordings that were read twice. Under two people, one recording would train and test a
 * model and count twice as a witness, so it is refused; of one person it is noted.
 */
public final class RecordingCopies {
  private final Map<String, String[]> known = new HashMap<>();
  private final SharedStretches stretches = new SharedStretches();
  private final List<String[]> all = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Takes note of a recording.
   *
   * @param file its name, for messages
   * @param person whose it is
   * @param recording its values
   * @throws BadInput if another person has a recording of the same values, or of a part of them, or
   *     of the same in another unit
   */
  public void add(String file, String person, Recording recording) {
    String[] own = {file, person};
    String[] before = known.putIfAbsent(RecordingHash.of(recording), own);
    int like = stretches.add(recording);
    all.add(own);
    if (before == null) {
      if (like >= 0) {
        checkPart(own, all.get(like));
      }
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

  private static void checkPart(String[] own, String[] like) {
    if (!own[1].equals(like[1])) {
      throw new BadInput(
          String.format(
              "%s (person %s) rises and falls in the same frames as %s (person %s): it is the same"
                  + " recording, cut or in another unit, and would count as two people. Remove one"
                  + " of the files, or give both the same person.",
              own[0], own[1], like[0], like[1]));
    }
  }

  /** Copies of one person's recordings, in sentences. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
