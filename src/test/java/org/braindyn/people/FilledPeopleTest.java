package org.braindyn.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.imputation.LagMoments;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.signal.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks of filled values in data sets of many people. */
class FilledPeopleTest {
  @TempDir Path folder;

  private static RegionSignals person(int p) {
    Seed.Stream random = Seed.of(p).stream("person");
    double[][] values = new double[3][60];
    for (double[] row : values) {
      for (int t = 0; t < row.length; t++) {
        row[t] = random.gaussian();
      }
    }
    return new RegionSignals(
        Regions.named(java.util.List.of("A", "B", "C")), values, 2, "person " + p);
  }

  private void write(int p, int... filled) throws Exception {
    Path file = folder.resolve("p" + p + ".csv");
    RegionSignals signals = person(p);
    boolean[][] marks = new boolean[3][60];
    for (int t : filled) {
      marks[2][t] = true;
      signals.values()[2][t] = 1000; // must count nowhere
    }
    TimeSeriesWriter.write(file, signals.withFilled(marks));
  }

  @ParameterizedTest
  @ValueSource(longs = {1 << 20, 1})
  void marksComeFromBesideTheFileAlsoToTheCache(long most) throws Exception {
    write(1, 30, 31);
    write(2);
    try (PeopleData data = PeopleData.read(PeopleSource.of(folder, 2), most, Progress.NONE)) {
      assertEquals(most == 1, data.cache().used());
      Recording first = data.set().recordings().get(0);
      assertTrue(first.filledWithin(30, 31) && first.filledWithin(31, 60));
      assertFalse(first.filledWithin(0, 30) || first.filledWithin(32, 60));
      assertFalse(data.set().recordings().get(1).filledWithin(0, 60));
    }
  }

  @Test
  void marksOfOtherSignalsAndResamplingAreRefused() throws Exception {
    write(1, 30);
    write(2);
    PeopleSource slower = new PeopleSource(folder, "*", 2, 3, null, null);
    String said =
        assertThrows(BadInput.class, () -> PeopleData.read(slower, Progress.NONE)).getMessage();
    assertTrue(said.contains("Resample first, then fill"), said);
    Files.writeString(
        folder.resolve("p1.csv.filled"),
        "# filled values, rows | frames, of 3 regions x 9 frames\n");
    PeopleSource all = PeopleSource.of(folder, 2);
    said = assertThrows(BadInput.class, () -> PeopleData.read(all, Progress.NONE)).getMessage();
    assertTrue(said.contains("marks filled values of other signals than p1.csv"), said);
  }

  @Test
  void whatWasFilledInAGroupDoesNotCount() throws Exception {
    write(1, 5, 6, 7);
    LagMoments group =
        GroupMoments.read(PeopleSource.of(folder, 2), person(9), Progress.NONE).moments();
    RegionSignals measured = person(1);
    java.util.Arrays.fill(measured.values()[2], 5, 8, Double.NaN);
    LagMoments expected = LagMoments.pooled(java.util.List.of(measured), 2);
    for (int i = 0; i < 9; i++) {
      assertEquals(
          expected.lags().get(1).values()[i], group.lags().get(1).values()[i], 1e-9, "entry " + i);
    }
  }
}
