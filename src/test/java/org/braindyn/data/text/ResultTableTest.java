package org.braindyn.data.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.text.ResultTable.Numbers;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  @Test
  void eachTableWritesItsNumbersOneWay() {
    Object[] numbers = {0.1, 3.0, Double.NaN, 1e-9, 3, 4L};
    List<String> columns = List.of("a", "b", "c", "d", "e", "f");
    assertEquals(
        "a,b,c,d,e,f\n0.1,3.0,NaN,1.0E-9,3,4\n",
        new ResultTable(columns, Numbers.EXACT).row(numbers).csv());
    assertEquals(
        "a,b,c,d,e,f\n0.1,3.0,n/a,1.0E-9,3,4\n",
        new ResultTable(columns, Numbers.EXACT_OR_NA).row(numbers).csv());
    assertEquals(
        "a,b,c,d,e,f\n0.100000,3,NaN,0.000000,3,4\n",
        new ResultTable(columns, Numbers.SIX_DECIMALS).row(numbers).csv());
  }

  @Test
  void arraysAndListsAreManyCellsAndTruthIsAWord() {
    ResultTable table = ResultTable.of("a", "b", "c", "d", "e");
    table.row(new double[] {1, 2}, List.of("x, y", 0.5), true);
    assertEquals(List.of(List.of("1.0", "2.0", "x, y", "0.5", "yes")), table.rows());
    assertEquals("a,b,c,d,e\n1.0,2.0,\"x, y\",0.5,yes\n", table.csv());
    assertEquals("0.5", table.cell(0, "d"));
  }

  @Test
  void aRowOfAnotherWidthOrTypeIsRefused() {
    ResultTable table = ResultTable.of("a", "b");
    var width = assertThrows(IllegalArgumentException.class, () -> table.row("x"));
    assertTrue(width.getMessage().contains("1 cells [x] for 2 columns"), width.getMessage());
    assertThrows(IllegalArgumentException.class, () -> table.row("x", 1f));
    assertThrows(IllegalArgumentException.class, () -> table.row("x", null));
    assertEquals(List.of(), table.rows());
    assertThrows(IllegalArgumentException.class, () -> table.row("x", 1).cell(0, "c"));
    assertThrows(UnsupportedOperationException.class, () -> table.rows().get(0).set(0, "y"));
  }

  @Test
  void aMatrixHasOneRowPerSource() {
    assertEquals(
        "source,A,B\nA,0.0,0.25\nB,-1.0,0.0\n",
        ResultTable.matrix("source", List.of("A", "B"), new double[][] {{0, 0.25}, {-1, 0}}).csv());
  }
}
