package org.braindyn.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * Which recordings train, validate and test. No person stands in two of the three.
 *
 * @param train indices of recordings
 * @param validation indices of recordings, may be empty
 * @param test indices of recordings, may be empty
 */
public record Split(List<Integer> train, List<Integer> validation, List<Integer> test) {
  /** Copies the lists. */
  public Split {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /**
   * Refuses a person who stands in two parts.
   *
   * @param persons the person of every recording
   * @return this split
   */
  public Split check(List<String> persons) {
    Map<String, String> part = new HashMap<>();
    put(part, persons, train, "training");
    put(part, persons, validation, "validation");
    put(part, persons, test, "test");
    if (train.isEmpty()) {
      throw new BadInput("The split leaves no recording to train on. Add people.");
    }
    return this;
  }

  private static void put(
      Map<String, String> part, List<String> persons, List<Integer> indices, String name) {
    for (int i : indices) {
      String before = part.put(persons.get(i), name);
      if (before != null && !before.equals(name)) {
        throw new BadInput(
            String.format(
                "Person %s stands in both the %s and the %s part, so the error would be too"
                    + " good. Put all recordings of a person into one part.",
                persons.get(i), before, name));
      }
    }
  }
}
