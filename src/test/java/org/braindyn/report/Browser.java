package org.braindyn.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a browser makes of a page.
 *
 * @param dom the page as it was understood
 * @param console what its console said: errors and refused loads
 */
public record Browser(String dom, List<String> console) {
  private static final int SECONDS = 60;

  /** Opens a page; skips the test where Chromium is not installed. */
  public static Browser open(Path page, Path folder) throws IOException, InterruptedException {
    String browser = installed();
    assumeTrue(browser != null, "no Chromium");
    Path shown = folder.resolve("dom.html");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(shown.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    List<String> console =
        Files.readAllLines(log).stream().filter(l -> l.contains("CONSOLE")).toList();
    return new Browser(Files.readString(shown), console);
  }

  private static String installed() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                    .map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse(null);
  }
}
