package org.braindyn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;

class MainJobTableTest {
  /** A stack names its members, 130 letters and more: numbers would lie outside a terminal. */
  @Test
  void columnsStandUnderEachOtherWhateverNamesAreLong() {
    ResultsTable table = new ResultsTable();
    String longest = "auto: stack of " + "VAR(3) shrunk to own past and mean + ".repeat(4);
    for (String name : new String[] {"zero", longest}) {
      table.addRow();
      table.addValue("forecaster", name);
      table.addValue("MSE", "1.3102");
      table.addValue("MAE", "0.9");
    }
    String[] lines = MainJob.lines(table).split("\n");
    assertEquals(4, lines.length);
    int column = lines[1].indexOf("MSE");
    assertEquals(42, column);
    assertTrue(lines[3].startsWith("auto: stack of VAR(3) "), lines[3]);
    assertTrue(lines[1].length() <= 80, lines[1]);
    for (int row = 2; row < 4; row++) {
      assertEquals("1.3102", lines[row].substring(column, column + 6));
      assertEquals(lines[1].indexOf("MAE"), lines[row].indexOf("0.9"));
    }
  }
}
