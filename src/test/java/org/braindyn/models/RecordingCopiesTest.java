package org.braindyn.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.signal.Recording;
import org.junit.jupiter.api.Test;

/** One recording in other clothes is still one. */
class RecordingCopiesTest {
  private static Recording person(int seed, int from, int to, DoubleUnaryOperator change) {
    Random random = new Random(seed);
    double[][] values = new double[4][200];
    for (double[] row : values) {
      for (int t = 1; t < row.length; t++) {
        row[t] = 0.9 * row[t - 1] + random.nextGaussian();
      }
    }
    for (int n = 0; n < values.length; n++) {
      values[n] = Arrays.stream(values[n], from, to).map(change).toArray();
    }
    return Recording.of(new RegionSignals(Regions.numbered("R", 4), values, 2, "x"));
  }

  private static RecordingCopies three() {
    RecordingCopies copies = new RecordingCopies();
    for (int p = 0; p < 3; p++) {
      copies.add(p + ".csv", "p" + p, person(p, 0, 200, v -> v));
    }
    return copies;
  }

  private static void refused(Recording recording, String words) {
    String said =
        assertThrows(BadInput.class, () -> three().add("again.csv", "other", recording))
            .getMessage();
    assertTrue(said.startsWith("again.csv (person other) " + words), said);
    assertTrue(said.contains("1.csv (person p1)"), said);
    three().add("again.csv", "p1", recording); // one person may have it twice
  }

  @Test
  void aCopyIsFoundWhateverItsUnitAndLength() {
    refused(person(1, 0, 200, v -> v), "holds the same values");
    refused(person(1, 0, 200, v -> 100 + 3 * v), "rises and falls in the same frames");
    refused(person(1, 0, 120, v -> v), "rises and falls");
    refused(person(1, 60, 200, v -> (float) (v / 7)), "rises and falls");
    refused(person(1, 40, 180, v -> Math.rint(v * 1e6) / 1e6), "rises and falls");
  }

  @Test
  void otherPeopleAreOthers() {
    RecordingCopies copies = three();
    for (int p = 3; p < 100; p++) {
      copies.add(p + ".csv", "p" + p, person(p, 0, 200, v -> v));
    }
    assertEquals(List.of(), copies.notes());
  }

  @Test
  void flatSignalsTellNothing() {
    RecordingCopies copies = new RecordingCopies();
    for (int p = 1; p < 5; p++) {
      double[][] flat = new double[2][200];
      flat[0][p] = 1;
      RegionSignals signals = new RegionSignals(Regions.numbered("R", 2), flat, 2, "flat");
      copies.add(p + ".csv", "p" + p, Recording.of(signals));
    }
    assertEquals(List.of(), copies.notes());
  }
}
