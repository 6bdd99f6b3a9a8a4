package org.braindyn.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table "What people bring" of docs/formats.md: every row is tried. A row that says "read" must
 * read; a row that says "refused" must be refused in the words it quotes.
 */
class WhatPeopleBringTest {
  private static final Path DOC = Path.of("docs", "formats.md");

  @TempDir Path dir;

  /** First cell to last cell of the table's rows. */
  private static Map<String, String> rows() throws IOException {
    String text = Files.readString(DOC);
    int from = text.indexOf("## What people bring");
    assertTrue(from >= 0, "the table is in " + DOC);
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : text.substring(from, text.indexOf("\n## ", from + 5)).split("\n")) {
      String[] cells = line.split("(?<!\\\\)\\|");
      if (cells.length == 4 && !cells[1].contains("---") && !cells[1].contains("you bring")) {
        rows.put(cells[1].strip() + " > " + cells[2].strip(), cells[3].strip());
      }
    }
    return rows;
  }

  @TestFactory
  Iterable<DynamicTest> everyRowIsTrue() throws IOException {
    Map<String, String> rows = rows();
    Map<String, BroughtFiles.Trial> trials = BroughtFiles.trials(dir);
    assertEquals(trials.keySet(), rows.keySet(), "rows of the table and trials of this test");
    return rows.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(), () -> check(row.getValue(), trials.get(row.getKey()))))
        .toList();
  }

  private static void check(String says, BroughtFiles.Trial trial) throws IOException {
    if (says.startsWith("read")) {
      trial.open();
      return;
    }
    assertTrue(says.startsWith("refused: \"") && says.endsWith("\""), says);
    String words = says.substring(10, says.length() - 1);
    BadInput error = assertThrows(BadInput.class, trial::open);
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }
}
