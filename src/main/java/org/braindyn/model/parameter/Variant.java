package org.braindyn.model.parameter;

import org.braindyn.data.text.Words;

/** What the differential equation sees of the graph. */
public enum Variant {
  /** The authors' released model: the message is computed once per chunk and held constant. */
  RELEASED,
  /** The stalks are part of the state and the message follows them at every stage. */
  CONTINUOUS;

  /** The variant that a word means. */
  public static Variant of(String word) {
    return Words.choice(Variant.class, "variant", word);
  }
}
