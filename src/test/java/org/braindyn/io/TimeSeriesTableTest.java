package org.braindyn.io;

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
import org.braindyn.io.ImportOptions.Orientation;
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
    assertThrows(BadInput.class, () -> read("a.csv", "a;b\n1,5;2\n", AUTO));
    assertThrows(BadInput.class, () -> read("a.csv", "# nothing\n", AUTO));
    assertThrows(BadInput.class, () -> read("a.csv", "a,b\n", AUTO));
    assertThrows(BadInput.class, () -> read("a.csv", "\0\1\2", AUTO));
  }
}
