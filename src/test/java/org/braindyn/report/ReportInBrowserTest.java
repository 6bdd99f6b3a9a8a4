package org.braindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser shows a report without errors; skipped where Chromium is not installed. */
class ReportInBrowserTest {
  @TempDir Path folder;

  @Test
  void opensWithoutErrors() throws Exception {
    Path page = folder.resolve("report.html");
    Files.writeString(page, ReportTest.study("run(\"x\");").html());
    Browser seen = Browser.open(page, folder);
    assertTrue(seen.dom().contains("</html>"));
    assertEquals(8, seen.dom().split("</svg>", -1).length - 1, "every picture is parsed as one");
    assertEquals(List.of(), seen.console(), "errors and refused loads are told on the console");
  }
}
