package org.braindyn.fiji.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;
import ij.plugin.MeasurementsWriter;
import ij.plugin.filter.Analyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.text.ResultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  /** A seizure detector without alarms: the macro's next line finds a file. */
  @Test
  void aTableWithoutRowsIsStillWrittenByMacros(@TempDir Path folder) throws IOException {
    ResultsTable table = EegTables.events(List.of());
    assertEquals(0, table.size());
    ResultsTable before = Analyzer.getResultsTable();
    Analyzer.setResultsTable(table);
    try {
      Path file = folder.resolve("alarms.csv");
      new MeasurementsWriter().run(file.toString()); // what saveAs("Results", file) calls
      assertEquals(List.of("Time (s),Duration (s),Event,Channel"), Files.readAllLines(file));
    } finally {
      Analyzer.setResultsTable(before);
    }
  }

  @Test
  void numbersAreNumbersAndNamesStayNames() {
    ResultsTable table =
        Tables.of(
            ResultTable.of("person", "a", "b", "c", "d", "e")
                .row("01", "-0.5", 1e-5, ".5", "0", "n/a")
                .row("s2", 12, "3.", "7", 0.0, ""));
    assertEquals("01", table.getStringValue("person", 0));
    assertEquals(-0.5, table.getValue("a", 0));
    assertEquals(1e-5, table.getValue("b", 0));
    assertEquals(3, table.getValue("b", 1));
    assertEquals(0.5, table.getValue("c", 0));
    assertEquals(0, table.getValue("d", 1));
    assertEquals("n/a", table.getStringValue("e", 0));
    assertTrue(Double.isNaN(table.getValue("e", 1)));
  }
}
