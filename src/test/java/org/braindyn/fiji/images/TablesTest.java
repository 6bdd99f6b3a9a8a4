package org.braindyn.fiji.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;
import org.braindyn.data.text.ResultTable;
import org.junit.jupiter.api.Test;

class TablesTest {
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
