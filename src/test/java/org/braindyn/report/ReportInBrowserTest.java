package org.braindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser shows a report without errors; skipped where Chromium is not installed. */
class ReportInBrowserTest {
  private static final int SECONDS = 60;

  @TempDir Path folder;

  private static String browser() {
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

  @Test
  void opensWithoutErrors() throws Exception {
    String browser = browser();
    assumeTrue(browser != null, "no Chromium");
    Path page = folder.resolve("report.html");
    Files.writeString(page, ReportTest.study("run(\"x\");").html());
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
    String dom = Files.readString(shown);
    assertTrue(dom.contains("</html>"), Files.readString(log));
    assertEquals(8, dom.split("</svg>", -1).length - 1, "every picture is parsed as one");
    List<String> console =
        Files.readAllLines(log).stream().filter(l -> l.contains("CONSOLE")).toList();
    assertEquals(List.of(), console, "errors and refused loads are told on the console");
  }
}
