package org.braindyn.packaged;

import java.nio.file.Files;
import java.nio.file.Path;

/** Runs one macro file on the packaged jar, as the tests do; arguments: macro, its argument. */
public final class RunMacro {
  private RunMacro() {}

  /** Runs it and prints what it printed. */
  public static void main(String[] arguments) throws Exception {
    PlainImageJ imagej = new PlainImageJ(Files.createTempDirectory("braindyn-imagej"));
    PlainImageJ.Result run = imagej.macro(Path.of(arguments[0]), arguments[1], 1200);
    System.out.println(run.output());
    System.exit(run.exit());
  }
}
