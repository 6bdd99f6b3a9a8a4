package org.braindyn.io.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.braindyn.data.BadInput;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of pandas, ImageJ and spreadsheets that look like signals and are something else too. */
class TableDoubtsTest {
  @TempDir Path dir;

  private Imported read(String header, int rows, IntFunction<String> row) throws IOException {
    StringBuilder text = new StringBuilder(header);
    for (int i = 0; i < rows; i++) {
      text.append('\n').append(row.apply(i));
    }
    Path file = Files.writeString(dir.resolve("t.csv"), text.append('\n'));
    return TimeSeriesTable.read(file, ImportOptions.auto());
  }

  private String refusal(String header, int rows, IntFunction<String> row) {
    return assertThrows(BadInput.class, () -> read(header, rows, row)).getMessage();
  }

  /** Two signals, not alike. */
  private static String two(int t) {
    return String.format(Locale.ROOT, "%.3f,%.3f", Math.sin(t) + 3, Math.cos(1.7 * t) + 3);
  }

  private static void assertTwo(Imported read, String told) {
    assertEquals(List.of("A", "B"), read.signals().regions().names());
    assertEquals(20, read.signals().frames());
    assertTrue(read.notes().toString().contains(told), read.notes().toString());
  }

  @Test
  void namelessIndices() throws IOException {
    assertTwo(read(",A,B", 20, t -> (t < 9 ? t : t + 3) + "," + two(t)), "skips numbers");
    assertTwo(read(",A,B", 20, t -> 0.72 * t + "," + two(t)), "give interval=0.72");
    assertTwo(read("A,B", 20, t -> 0.5 * t + "," + two(t)), "give interval=0.5");
    assertEquals(3, read(",A,B", 20, t -> Math.cos(t) + "," + two(t)).signals().size(), "a signal");
  }

  @Test
  void aHeaderThatIsShortDoesNotShiftNames() {
    String said = refusal("A,B", 20, t -> two(t) + "," + two(3 * t).split(",")[0]);
    assertTrue(said.contains("2 names for 3 columns"), said);
  }

  @Test
  void longTablesAreRefused() {
    String said = refusal("region,time,value", 20, t -> "AB".charAt(t % 2) + "," + t / 2 + ",1.5");
    assertTrue(said.contains("long table") && said.contains("pivot(index=\"time\""), said);
  }

  @ParameterizedTest
  @CsvSource({"subject,sub-0", "subject_id,10", "Session,ses-", "participant,3"})
  void severalPeopleAreNotOneRecording(String column, String value) {
    String said = refusal(column + ",A,B", 20, t -> value + (1 + t / 10) + "," + two(t));
    assertTrue(said.contains("2 different values") && said.contains(value + "1"), said);
  }

  @Test
  void aRegionMayBeCalledSub() throws IOException {
    Imported read = read("Sub,CA1", 20, TableDoubtsTest::two);
    assertEquals(List.of("Sub", "CA1"), read.signals().regions().names());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"1,2%d.5\"", "1'2%d.5", "[1.%d]", "(1.%d+0j)", "1.%dD+02", "<0.%d", "%d %%"})
  void cellsThatAreNearlyNumbersAreNotLeftOut(String cell) {
    String said = refusal("A,B,C", 20, t -> String.format(cell, 10 + t) + "," + two(t));
    assertTrue(said.contains("row 2, column 1") && said.contains("no number"), said);
  }

  @Test
  void clocksOfManyKinds() throws IOException {
    Imported days = read("Time,A,B", 20, t -> 738000 + t * 2 / 86400.0 + "," + two(t));
    assertTwo(days, "datenum");
    assertTrue(Double.isNaN(days.signals().interval()));
    assertTwo(read("A,time,B", 20, t -> two(t).replace(",", "," + -t * t + ",")), "does not rise");
    assertTwo(read("X0,A,X1,B", 20, t -> t + "," + two(t).replace(",", "," + t + ",")), "X1");
  }

  @Test
  void regionsInRowsBehindAnIndex() throws IOException {
    Imported read =
        read("index,name,t0,t1,t2,t3", 3, r -> r + 1 + ",R" + r + ",1.5,2.5,3.5,4." + r);
    assertEquals(List.of("R0", "R1", "R2"), read.signals().regions().names());
    assertEquals(4, read.signals().frames());
  }

  @Test
  void labelsOfAHeaderAreLabels() throws IOException {
    Imported read = read("1,2,4", 20, t -> two(t) + "," + two(2 * t).split(",")[1]);
    assertEquals(20, read.signals().frames());
    assertEquals(4, read.signals().regions().get(2).label());
    assertTrue(read.notes().toString().contains("header=no"), read.notes().toString());
  }

  @Test
  void marksOfMissingValuesAndConfoundsAreTold() throws IOException {
    Imported marked = read("A,B", 20, t -> t == 7 ? "-999,1.5" : two(t));
    assertTwo(marked, "-999 stands 1 times");
    assertEquals(-999, marked.signals().values()[0][7], "told, not repaired");
    Imported mixed = read("A,B,csf,White Matter", 20, t -> two(t) + "," + two(3 * t + 1));
    assertTrue(mixed.notes().toString().contains("csf, White Matter"), mixed.notes().toString());
  }
}
