package org.braindyn.io.door;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Scripts of src/test/python, which read with others' readers what we read or write. */
public final class PythonCheck {
  private static final long SECONDS = 120;

  private PythonCheck() {}

  /**
   * Runs a script; the test is skipped where no Python has its modules.
   *
   * @param modules between commas
   * @return what it printed, "failed: ..." if it ended badly
   */
  public static String run(String script, String modules, Path folder) throws IOException {
    for (String python :
        List.of(System.getProperty("braindyn.python", "python3"), "/usr/bin/python3")) {
      if (!run(folder, python, "-c", "import " + modules).startsWith("failed")) {
        Path file = Path.of("src", "test", "python", script).toAbsolutePath();
        return run(folder, python, file.toString(), folder.toString());
      }
    }
    assumeTrue(false, "no Python with " + modules);
    return "";
  }

  private static String run(Path folder, String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile()).start();
      byte[] said = process.getInputStream().readAllBytes();
      boolean over = process.waitFor(SECONDS, TimeUnit.SECONDS);
      String text = new String(said, StandardCharsets.UTF_8).strip();
      return over && process.exitValue() == 0 ? text : "failed: " + text;
    } catch (IOException | InterruptedException e) {
      return "failed: " + e.getMessage();
    }
  }
}
