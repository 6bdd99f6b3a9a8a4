package org.braindyn.io.eeglab;

import java.util.List;

/** A MATLAB struct of any of the file formats. A field that is missing or empty is null or NaN. */
interface SetNode {
  /** A field that is one number, NaN if it is anything else. */
  double number(String field);

  /** A field that is a text (of one line), null if it is anything else. */
  String text(String field);

  /** The elements of a field that is an array of structs; none if it is anything else. */
  List<SetNode> records(String field);

  /** A field that is an array of numbers, null if it is anything else. */
  Samples samples(String field);

  /**
   * An array of numbers as MATLAB has it.
   *
   * @param rows its first dimension
   * @param columns all others together
   * @param at value of a row and a column
   */
  record Samples(int rows, int columns, At at) {}

  /** Finds a value. */
  @FunctionalInterface
  interface At {
    /** The value in a row and a column. */
    double value(int row, int column);
  }
}
