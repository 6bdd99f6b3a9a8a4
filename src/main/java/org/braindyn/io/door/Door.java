package org.braindyn.io.door;

/** A way in for one file format. Implementations have a public constructor without parameters. */
public interface Door {
  /** What its files are, for messages, e.g. "a CIFTI-2 parcellated series (.ptseries.nii)". */
  String format();

  /** True if the file is of this format, judged by its first bytes and its name. */
  boolean knows(FileStart file);

  /**
   * True if files of this format may hold anything (a table, an array): they say nothing about what
   * they are for, so that no other menu entry points here.
   */
  default boolean generic() {
    return false;
  }

  /** What a user does with such a file, as a full sentence, e.g. "Open it with Import EEG." */
  String use();
}
