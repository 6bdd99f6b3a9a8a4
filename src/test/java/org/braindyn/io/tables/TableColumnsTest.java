package org.braindyn.io.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row and column of a table is a signal, or is told. */
class TableColumnsTest {
  private static final ImportOptions AUTO = ImportOptions.auto();
  private static final List<String> NAMES = List.of("Vis", "Mot", "DMN", "Sal");

  @TempDir Path dir;

  private static Imported of(String file) throws IOException {
    try {
      Path path = Path.of(TableColumnsTest.class.getResource("/cases/" + file).toURI());
      return TimeSeriesTable.read(path, AUTO);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private Imported read(String text, ImportOptions options) throws IOException {
    return TimeSeriesTable.read(Files.writeString(dir.resolve("t.csv"), text), options);
  }

  /** The four made signals: sin(t/3), 1 + cos(t/3) ... of 40 frames. */
  private static void assertFour(Imported read, int frames) {
    RegionSignals s = read.signals();
    assertEquals(4, s.size(), read.notes().toString());
    assertEquals(frames, s.frames());
    assertEquals(0.327195, s.values()[0][1]);
    assertEquals(1.971938, s.values()[1][1]);
    assertEquals(2.909297, s.values()[2][0]);
  }

  private static void told(Imported read, String word) {
    assertTrue(read.notes().toString().contains(word), word + " in " + read.notes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"default.csv", "named.csv"})
  void dataFramesAreReadWithoutIndexAndNumbers(String file) throws IOException {
    Imported read = of("04-pandas-default-csv/" + file);
    assertFour(read, 40);
    told(read, "numbers the rows");
    assertTrue(read.signals().regions().list().stream().noneMatch(r -> r.hasLabel()));
  }

  @Test
  void dataFramesOfOtherPrograms() throws IOException {
    Imported plain = read("0,1,2\n0.5,0.2,0.1\n0.4,0.3,0.2\n0.1,0.5,0.5\n0.3,0.1,0.9\n", AUTO);
    assertEquals(4, plain.signals().frames());
    told(plain, "numbers the columns");
    Imported r = read("\"a\" \"b\"\n\"1\" 0.5 1.5\n\"2\" 2.5 3.5\n\"3\" 4.5 0.5\n", AUTO);
    assertEquals(List.of("a", "b"), r.signals().regions().names());
    Imported one = read(",1,2\n1,0.5,1.5\n2,2.5,3.5\n3,4.5,0.5\n", AUTO);
    assertEquals(2, one.signals().size());
    assertEquals(3, one.signals().frames());
    Imported index =
        read(
            "index,7,9\n10,0.5,1.5\n11,2.5,3.5\n12,4.5,0.5\n",
            AUTO.withHeader(ImportOptions.Header.YES));
    assertEquals(9, index.signals().regions().get(1).label(), "names that are labels");
  }

  @ParameterizedTest
  @CsvSource({
    "c_TR, NaN",
    "c_scan, NaN",
    "c_volume, NaN",
    "c_timepoint, NaN",
    "c_Time_s, 1",
    "c_time_ms, 0.72",
    "c_step2, NaN",
    "c_from1based10, NaN"
  })
  void risingColumnsAreTimesOrCounters(String file, double interval) throws IOException {
    Imported read = of("10-counter-columns/" + file + ".csv");
    assertFour(read, 40);
    assertEquals(NAMES, read.signals().regions().names());
    assertEquals(interval, read.signals().interval(), 1e-12);
    if (Double.isNaN(interval) && !file.equals("c_timepoint")) {
      told(read, "numbers the rows");
    }
  }

  @Test
  void countersWithoutAHeaderAndAmongTheColumns() throws IOException {
    Imported bare = read("1 0.5 2\n2 0.1 7\n3 0.9 1\n4 0.3 0\n5 0.2 3\n", AUTO);
    assertEquals(2, bare.signals().size());
    told(bare, "taken for a counter");
    Imported inside = read("Vis,volume,Mot\n0.5,0,2\n0.1,1,7\n0.9,2,1\n0.3,3,0\n", AUTO);
    assertEquals(List.of("Vis", "Mot"), inside.signals().regions().names());
    told(inside, "The column volume numbers the rows");
    Imported two = read("volume,time_s,Vis\n0,0,0.5\n1,2,0.25\n2,4,1\n3,6,8\n", AUTO);
    assertEquals(List.of("Vis"), two.signals().regions().names());
    assertEquals(2, two.signals().interval());
    Imported constant = read("TR,Vis,Mot\n2,1,4\n2,5,3\n2,2,2\n2,8,0\n", AUTO);
    assertEquals(2, constant.signals().size());
    told(constant, "give interval=2");
  }

  @Test
  void textColumnsAreNoRegionNamesAndAreTold() throws IOException {
    Imported read = of("11-text-column-transposes/subject.csv");
    assertFour(read, 40);
    told(read, "subject (sub-01, ...)");
    Imported last = read("Vis,Mot,condition\n1,4,rest\n5,3,task\n2,2,rest\n8,0,task\n", AUTO);
    assertEquals(List.of("Vis", "Mot"), last.signals().regions().names());
    told(last, "condition (rest, ...)");
    Imported different = read("file,Vis,Mot\nx1,1,4\nx2,5,3\nx3,2,2\n", AUTO);
    assertEquals(3, different.signals().frames());
    Imported asked =
        read(
            "file,Vis,Mot\nx1,1,4\nx2,5,3\nx3,2,2\n",
            AUTO.withOrientation(Orientation.REGIONS_IN_ROWS));
    assertEquals(List.of("x1", "x2", "x3"), asked.signals().regions().names());
    BadInput mixed =
        assertThrows(BadInput.class, () -> read("Vis,Mot\n1,4\n5,x\n2,2\n8,0\n", AUTO));
    assertTrue(mixed.getMessage().contains("row 3, column 2"), mixed.getMessage());
  }

  @Test
  void resultsTablesOfImageJ() throws IOException {
    for (String file : List.of("multi_display.csv", "one_row.csv")) {
      Imported read = of("05-imagej-results-table/" + file);
      assertEquals(2, read.signals().size(), file);
      told(read, "results table of ImageJ");
    }
    RegionSignals display = of("05-imagej-results-table/multi_display.csv").signals();
    assertEquals(20, display.frames());
    assertArrayEquals(
        new double[] {8193, 8206.088}, java.util.Arrays.copyOf(display.values()[0], 2));
    assertEquals(40994.659, display.values()[1][0]);
    RegionSignals row = of("05-imagej-results-table/one_row.csv").signals();
    assertEquals(40, row.frames());
    assertEquals(0.945, row.values()[1][1]);
    BadInput unclear =
        assertThrows(BadInput.class, () -> of("05-imagej-results-table/multi_mean.csv"));
    assertTrue(unclear.getMessage().contains("One row per slice"), unclear.getMessage());
    Imported one =
        read(" ,Mean\n1,8193.5\n2,40994\n3,7\n", AUTO.withOrientation(Orientation.TIME_IN_ROWS));
    assertEquals(3, one.signals().frames());
    assertEquals(1, one.signals().size());
    Imported signals = read("Mean\n1.5\n2\n0\n", AUTO);
    assertEquals(List.of("Mean"), signals.signals().regions().names(), "a region may be so called");
  }

  @Test
  void rowsThatBeginWithAnErrorStay() throws IOException {
    Imported div = of("06-hash-cell-drops-frame/div.csv");
    assertFour(div, 43);
    assertTrue(Double.isNaN(div.signals().values()[0][20]));
    assertEquals(3, div.signals().values()[3][22]);
    told(div, "3 cells are spreadsheet error");
    Imported second = of("06-hash-cell-drops-frame/second.csv");
    assertEquals(41, second.signals().frames());
    assertTrue(Double.isNaN(second.signals().values()[1][20]));
    Imported first = read("#DIV/0!,1.5\n2,0.5\n3,1.5\n", AUTO);
    assertEquals(3, first.signals().frames());
    Imported office = read("a,b\nErr:502,1.5\n2,#NAME?\n3,1.5\n#N/A,7\n", AUTO);
    assertEquals(4, office.signals().frames());
    told(office, "2 cells are");
  }

  @Test
  void commentsStandAboveTheDataOrAreTold() throws IOException {
    Imported top = read("# made by x\n#a,b\na,b\n1,2\n3,7\n5,5\n", AUTO);
    assertEquals(3, top.signals().frames());
    Imported end = read("a,b\n1,2\n3,7\n5,5\n# end of run\n", AUTO);
    assertEquals(3, end.signals().frames());
    told(end, "1 lines below the first row");
    assertThrows(BadInput.class, () -> read("a,b\n1,2\n#3,7\n5,5\n", AUTO), "a row put out");
  }

  @Test
  void aClockThatStartsAgainIsTwoRuns() throws IOException {
    BadInput two = assertThrows(BadInput.class, () -> of("19-clock-restarts/back.csv"));
    assertTrue(two.getMessage().contains("row 51 (0 after 98)"), two.getMessage());
    assertTrue(two.getMessage().contains("run=1 to run=2"), two.getMessage());
    String text = "time (s),a\n0,1\n2,5\n4,3\n0,7\n2,8\n4,4\n6,1\n";
    Imported second = read(text, AUTO.withRun(2));
    assertArrayEquals(new double[] {7, 8, 4, 1}, second.signals().values()[0]);
    assertEquals(2, second.signals().interval());
    assertArrayEquals(new double[] {1, 5, 3}, read(text, AUTO.withRun(1)).signals().values()[0]);
    assertThrows(BadInput.class, () -> read(text, AUTO.withRun(3)));
    BadInput counted =
        assertThrows(
            BadInput.class,
            () -> read("volume,a,b\n0,1,5\n1,7,2\n2,1,1\n0,1,2\n1,5,8\n2,0,0\n", AUTO));
    assertTrue(counted.getMessage().contains("row 4 (0 after 2)"), counted.getMessage());
    BadInput named = assertThrows(BadInput.class, () -> read("run,a\n1,5\n1,3\n2,7\n2,0\n", AUTO));
    assertTrue(named.getMessage().contains("several runs"), named.getMessage());
  }

  @Test
  void aGapInTheTimesNamesItsRow() throws IOException {
    Imported gap = read("time,a\n0,1\n2,5\n4,3\n6,2\n14,9\n16,4\n", AUTO);
    told(gap, "see row 5");
    assertTrue(Double.isNaN(gap.signals().interval()));
  }

  @Test
  void intervalsThatCannotBeAreToldWithBothReadings() throws IOException {
    Imported late = of("07-interval-plausibility/time2000.csv");
    told(late, "2000 s");
    told(late, "it is 2 s");
    assertTrue(Double.isNaN(late.signals().interval()));
    Imported tiny = read("time (ms),a\n0,1\n0.001,5\n0.002,3\n", AUTO);
    told(tiny, "0.000001 s");
    Imported typed = read("a\n1\n2\n0\n", AUTO.withInterval(720));
    assertEquals(720, typed.signals().interval());
    told(typed, "it is 0.72 s");
  }

  @Test
  void infiniteAndDoubleColumnsAreTold() throws IOException {
    Imported read = read("a,b,c\n1,2,1\nInf,7,Inf\n5,5,5\n0,9,0\n", AUTO);
    told(read, "2 values are infinite (the first: a, frame 2)");
    told(read, "a = c");
    Imported twice = read("V1,V1,b\n1,2,1\n2,7,3\n5,5,5\n", AUTO);
    told(twice, "the name V1 stands more than once");
  }
}
