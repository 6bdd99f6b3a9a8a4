package org.braindyn.packaged;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Plain ImageJ in a JVM of its own, headless, with the packaged jar as a user installs it. ImageJ
 * cannot run any {@code run("...")} headless by itself; ij1-patcher, which Fiji uses, lets it.
 */
final class PlainImageJ {
  /** What a run printed and how it ended. */
  record Result(int exit, String output) {}

  private final Path home;

  /** Installs the packaged jar under {@code home/plugins}. */
  PlainImageJ(Path home) throws IOException {
    this.home = home;
    Path plugins = Files.createDirectories(home.resolve("plugins"));
    for (Path jar : List.of(packagedJar(), patcher())) {
      Path link = plugins.resolve(jar.getFileName());
      if (!Files.exists(link)) {
        Files.copy(jar, link);
      }
    }
  }

  /** The jar that the build made. */
  static Path packagedJar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(f -> f.getFileName().toString().matches("BrainDyn_-[0-9.]+(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("run `mvn package` first"));
    }
  }

  /** Runs a macro file to its end. */
  Result macro(Path file, String argument, int seconds) throws IOException, InterruptedException {
    return java(seconds, "ij.ImageJ", "-batch", file.toAbsolutePath().toString(), argument);
  }

  /** Runs a main class with the packaged jar and its dependencies, patched like a macro. */
  Result java(int seconds, String... mainAndArguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + patcher() + "=init");
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("-Djava.awt.headless=true");
    command.add("-Dplugins.dir=" + home);
    command.add("-Djava.util.prefs.userRoot=" + home);
    command.add("-Xmx2g");
    command.add("-cp");
    command.add(classPath());
    command.addAll(Arrays.asList(mainAndArguments));
    Path log = Files.createTempFile(home, "run", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    String output = Files.readString(log);
    assertTrue(ended, "still running after " + seconds + " s:\n" + output);
    return new Result(process.exitValue(), output);
  }

  // Test classes come last; the project's own classes only from the packaged jar.
  private static String classPath() throws IOException {
    List<String> path = new ArrayList<>();
    path.add(packagedJar().toAbsolutePath().toString());
    for (String entry : testClassPath()) {
      boolean own = entry.endsWith(File.separator + "classes") || entry.contains("BrainDyn_-");
      if (!own) {
        path.add(entry);
      }
    }
    return String.join(File.pathSeparator, path);
  }

  private static Path patcher() {
    return testClassPath().stream()
        .filter(entry -> entry.contains("ij1-patcher"))
        .map(Path::of)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> testClassPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.asList(path.split(File.pathSeparator));
  }
}
