package org.braindyn.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a benchmark's case in a Java of its own, so that its memory is its own. */
final class OwnJava {
  private OwnJava() {}

  /**
   * Runs a main class and waits for its end; its output is this process's.
   *
   * @param heap what follows -Xmx, e.g. 1536m
   */
  static void run(Class<?> main, String heap, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-Djava.awt.headless=true", "-cp", classPath()));
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
    System.out.flush();
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** Under Maven's exec:java the classes come from a loader, not from the class path. */
  private static String classPath() {
    if (OwnJava.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(url -> new File(url.getPath()).getPath())
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }
}
