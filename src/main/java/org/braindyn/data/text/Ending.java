package org.braindyn.data.text;

import java.nio.file.Path;
import java.util.Locale;

/** Endings of file names. Case never counts: {@code F.NPY} is an .npy file. */
public final class Ending {
  private Ending() {}

  /**
   * True if a name ends in one of these.
   *
   * @param name file name or path
   * @param endings with their dot, in lower case, e.g. ".npy"
   */
  public static boolean is(String name, String... endings) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : endings) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** The same for a path. */
  public static boolean is(Path file, String... endings) {
    return is(file.toString(), endings);
  }
}
