package org.braindyn.io;

/**
 * How a table or matrix of signals is to be understood. AUTO is a guess, always reported.
 *
 * @param orientation which axis is time
 * @param header whether the first row of a text table holds names
 * @param variable name of the variable or data set in a file with several; empty to find it
 * @param interval time between samples in s; NaN to take the file's own, if it has one
 * @param run which run of a table whose clock starts again, from 1; 0 if there is one run only
 */
public record ImportOptions(
    Orientation orientation, Header header, String variable, double interval, int run) {
  /** Options for a file of one run. */
  public ImportOptions(Orientation orientation, Header header, String variable, double interval) {
    this(orientation, header, variable, interval, 0);
  }

  /** Which axis is time. */
  public enum Orientation {
    /** Guess and report. */
    AUTO,
    /** One row per time, one column per region. */
    TIME_IN_ROWS,
    /** One row per region, one column per time. */
    REGIONS_IN_ROWS
  }

  /** Whether the first row of a text table holds names. */
  public enum Header {
    /** Yes if one of its cells is not a number. */
    AUTO,
    /** The first row is names. */
    YES,
    /** The first row is data. */
    NO
  }

  /** Guess everything and report it. */
  public static ImportOptions auto() {
    return new ImportOptions(Orientation.AUTO, Header.AUTO, "", Double.NaN);
  }

  /** The same with the time between samples given in s. */
  public ImportOptions withInterval(double seconds) {
    return new ImportOptions(orientation, header, variable, seconds, run);
  }

  /** The same with time along the given axis. */
  public ImportOptions withOrientation(Orientation o) {
    return new ImportOptions(o, header, variable, interval, run);
  }

  /** The same with or without a header row. */
  public ImportOptions withHeader(Header h) {
    return new ImportOptions(orientation, h, variable, interval, run);
  }

  /** The same with the variable named. */
  public ImportOptions withVariable(String name) {
    return new ImportOptions(orientation, header, name, interval, run);
  }

  /** The same for one of several runs, from 1. */
  public ImportOptions withRun(int number) {
    return new ImportOptions(orientation, header, variable, interval, number);
  }
}
