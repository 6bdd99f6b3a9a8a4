package org.braindyn.data.text;

/** This program, as recipes name it. */
public final class Program {
  private Program() {}

  /** The version of the jar, "development" outside of one. */
  public static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
