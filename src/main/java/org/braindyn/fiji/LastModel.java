package org.braindyn.fiji;

import java.io.File;

/** The model file written last, which the next command most likely means. */
public final class LastModel {
  private static volatile File last;

  private LastModel() {}

  /** The file written last in this session, else where Train writes by default. */
  public static File get() {
    return last != null ? last : new File(System.getProperty("user.home"), "braindyn-model.npz");
  }

  /** Remembers a file. */
  public static void set(File file) {
    last = file;
  }
}
