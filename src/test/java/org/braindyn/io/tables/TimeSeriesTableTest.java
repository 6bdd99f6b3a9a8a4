package org.braindyn.io.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSeriesTableTest {
  private static final ImportOptions AUTO = ImportOptions.auto();

  @TempDir Path dir;

  private Imported read(String name, String text, ImportOptions options) throws IOException {
    return TimeSeriesTable.read(Files.writeString(dir.resolve(name), text), options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.tsv"})
  void roundTripIsExact(String name) throws IOException {
    double[][] values = {{0.1, 1.0 / 3, Double.NaN, 1e-300}, {-5, Math.PI, 2, 7e22}};
    RegionSignals signals =
        new RegionSignals(
            Regions.named(List.of("Left, \"upper\"", "7Networks_LH_Vis_1")), values, 0.72, "x");
    TimeSeriesWriter.write(dir.resolve(name), signals);
    Imported back = TimeSeriesTable.read(dir.resolve(name), AUTO);
    assertEquals(signals.regions().names(), back.signals().regions().names());
    assertEquals(0.72, back.signals().interval(), 0);
    assertArrayEquals(values[0], back.signals().values()[0]);
    assertArrayEquals(values[1], back.signals().values()[1]);
    assertTrue(back.notes().isEmpty(), back.notes().toString());
    TimeSeriesWriter.write(
        dir.resolve(name), new RegionSignals(signals.regions(), values, Double.NaN, "x"));
    assertTrue(Double.isNaN(TimeSeriesTable.read(dir.resolve(name), AUTO).signals().interval()));
  }

  @Test
  void guessesAreReported() throws IOException {
    Imported tall = read("a.1D", "# comment\n1 2\n3 4\n 5  6\n", AUTO);
    assertArrayEquals(new double[] {2, 4, 6}, tall.signals().values()[1]);
    assertTrue(tall.notes().toString().contains("time in rows"), tall.notes().toString());
    Imported wide = read("a.csv", "1,2,3\n4,5,6\n", AUTO);
    assertArrayEquals(new double[] {1, 2, 3}, wide.signals().values()[0]);
    assertTrue(wide.notes().toString().contains("regions in rows"), wide.notes().toString());
    Imported chosen =
        read("a.csv", "1,2,3\n4,5,6\n", AUTO.withOrientation(Orientation.TIME_IN_ROWS));
    assertArrayEquals(new double[] {3, 6}, chosen.signals().values()[2]);
    assertThrows(BadInput.class, () -> read("s.csv", "1,2\n3,4\n", AUTO));
  }

  @Test
  void namesInTheFirstColumnMeanRegionsInRows() throws IOException {
    Imported in = read("r.tsv", "name\tt0\tt1\nV1\t1\tn/a\nV2\t3\t4\n", AUTO);
    assertEquals(List.of("V1", "V2"), in.signals().regions().names());
    assertArrayEquals(new double[] {1, Double.NaN}, in.signals().values()[0]);
  }

  @Test
  void timeColumnGivesTheInterval() throws IOException {
    Imported ms = read("t.csv", "time (ms),a\n0,1\n720,2\n1440,3\n", AUTO);
    assertEquals(0.72, ms.signals().interval(), 1e-15);
    Imported uneven = read("t.csv", "Time (s),a\n0,1\n1,2\n5,3\n", AUTO);
    assertTrue(Double.isNaN(uneven.signals().interval()));
    assertTrue(uneven.notes().toString().contains("not evenly spaced"));
    assertEquals(2, read("t.csv", "a\n1\n2\n", AUTO.withInterval(2)).signals().interval());
  }

  @Test
  void aSeparatorAtTheEndOfEveryLineIsNoColumn() throws IOException {
    assertEquals(2, read("m.csv", "a,b,\n1,2,\n3,4,\n", AUTO).signals().size());
    Imported gap = read("m.csv", "a,b\n1,\n3,4\n", AUTO);
    assertTrue(Double.isNaN(gap.signals().values()[1][0]));
  }

  @Test
  void refusals() {
    assertThrows(BadInput.class, () -> read("a.csv", "a,b\n1,2\n3\n", AUTO));
    assertThrows(BadInput.class, () -> read("a.csv", "a;b\n1.234,5;2\n3;4\n", AUTO));
    assertThrows(BadInput.class, () -> read("a.tsv", "a\tb\n1,234\t5,678\n3\t4\n", AUTO));
    assertThrows(BadInput.class, () -> read("a.csv", "a,b\n0x1F,2\n3,4\n", AUTO));
    assertThrows(BadInput.class, () -> read("a.csv", "# nothing\n", AUTO));
    assertThrows(BadInput.class, () -> read("a.csv", "a,b\n", AUTO));
    assertThrows(BadInput.class, () -> read("a.csv", "\0\1\2", AUTO));
  }

  @Test
  void decimalCommasAreReadWhereThereIsNoDoubtAndSaid() throws IOException {
    Imported in =
        read("d.csv", "Time (s);Left, upper;b\r\n0,0;1,5;2,5\r\n0,72;2,25;3\r\n1,44;3;4\r\n", AUTO);
    assertEquals(0.72, in.signals().interval());
    assertEquals(List.of("Left, upper", "b"), in.signals().regions().names());
    assertArrayEquals(new double[] {1.5, 2.25, 3}, in.signals().values()[0]);
    assertTrue(in.notes().toString().contains("decimal commas"));
    Imported bare = read("d.csv", "1,5;2,5\n2,5;3,5\n3,0;1,0\n", AUTO);
    assertArrayEquals(new double[] {1.5, 2.5, 3}, bare.signals().values()[0]);
  }

  @Test
  void dataFramesAreReadWithoutTheirIndex() throws IOException {
    Imported in = read("p.csv", ",a,b\n0,1,2\n1,3,4\n2,5,6\n", AUTO);
    assertEquals(List.of("a", "b"), in.signals().regions().names());
    assertTrue(in.notes().toString().contains("numbers the rows"));
    Imported regions = read("p.csv", ",0,1,2\nA,1.5,2,3\nB,4,5,6\n", AUTO);
    assertEquals(List.of("A", "B"), regions.signals().regions().names());
    assertArrayEquals(new double[] {1.5, 2, 3}, regions.signals().values()[0]);
    Imported named = read("p.csv", "name,0,1,2\nA,1.5,2,3\nB,4,5,6\n", AUTO);
    assertEquals(2, named.signals().size());
    // Two regions whose first row is no header at all.
    assertEquals(2, read("p.csv", "X,0,1,2\nA,1.5,2,3\n", AUTO).signals().size());
  }

  @Test
  void spreadsheetsOfAllKinds() throws IOException {
    assertEquals(2, read("e.csv", "sep=;\na;b\n1;2\n3;4\n5;6\n", AUTO).signals().size());
    assertEquals(
        List.of("a", "b"),
        read("e.csv", "Time (s),a,b,,\n0,1,2,,\n2,3,4,,\n", AUTO).signals().regions().names());
    assertEquals(
        List.of("left frontal", "b"),
        read("e.txt", "\"left frontal\" \"b\"\n1 2\n3 4\n5 6\n", AUTO).signals().regions().names());
    Files.write(dir.resolve("u.csv"), "a,b\n1,2\n3,4\n5,6\n".getBytes("UTF-16"));
    assertEquals(3, TimeSeriesTable.read(dir.resolve("u.csv"), AUTO).signals().frames());
    double[] gaps = read("g.csv", "a,b\n1,NA\n2,null\n3,#N/A\n4,.\n", AUTO).signals().values()[1];
    assertEquals(4, java.util.Arrays.stream(gaps).filter(Double::isNaN).count());
    Imported labels = read("h.csv", "1,2,4\n0.5,0.2,0.1\n0.4,0.3,0.2\n0.1,0.5,0.5\n", AUTO);
    assertEquals(3, labels.signals().frames());
    assertEquals(4, labels.signals().regions().get(2).label());
    assertTrue(labels.notes().toString().contains("choose header=no"));
    Imported doubt = read("h.csv", "1,2,3\n0.5,0.2,0.1\n0.4,0.3,0.2\n1,0.5,0.5\n", AUTO);
    assertTrue(doubt.notes().toString().contains("looks like a header of numbers"));
  }
}
