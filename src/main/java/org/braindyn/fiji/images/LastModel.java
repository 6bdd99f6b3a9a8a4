package org.braindyn.fiji.images;

import java.io.File;

/** The model file written last, which the next command most likely means. */
public final class LastModel {
  private static final String STEM = "braindyn-model";

  private static volatile File last;

  private LastModel() {}

  /**
   * The file written last in this session, else the newest that Train named itself.
   *
   * @return null if there is none: a dialog shall not propose what cannot be read
   */
  public static File get() {
    if (last != null) {
      return last;
    }
    int next = next();
    return next == 1 ? null : named(next - 1);
  }

  /** A file that is not there yet, in the user's folder: no default overwrites a model. */
  public static File fresh() {
    return named(next());
  }

  /** Remembers a file. */
  public static void set(File file) {
    last = file;
  }

  private static int next() {
    int number = 1;
    while (named(number).exists()) {
      number++;
    }
    return number;
  }

  private static File named(int number) {
    String name = number == 1 ? STEM : STEM + "-" + number;
    return new File(System.getProperty("user.home"), name + ".npz");
  }
}
