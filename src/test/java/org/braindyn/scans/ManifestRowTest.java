package org.braindyn.scans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestRowTest {
  private static ManifestRow row(String status, String file, int regions, int lost) {
    List<String> cells = new ArrayList<>(Collections.nCopies(ManifestRow.COLUMNS.size(), "n/a"));
    cells.set(ManifestRow.COLUMNS.indexOf("file"), file);
    cells.set(ManifestRow.COLUMNS.indexOf("regions"), Integer.toString(regions));
    cells.set(ManifestRow.COLUMNS.indexOf("lost"), Integer.toString(lost));
    cells.set(ManifestRow.COLUMNS.indexOf("message"), "labels on another grid");
    return new ManifestRow(status, cells);
  }

  @Test
  void theLogTellsWhatIsLostAndWhereMost() {
    String text =
        ManifestRow.summary(
            List.of(
                row("done", "a.nii", 115, 3),
                row("skipped", "b.nii", 115, 94),
                row("failed", "c.nii", 0, 0),
                row("done", "d.nii", 115, 0)));
    assertTrue(text.startsWith("2 done, 1 skipped, 1 failed"), text);
    assertTrue(text.contains("failed: c.nii: labels on another grid"), text);
    assertTrue(text.contains("in 2 of 4 scans, most in b.nii: 94 of 115"), text);
  }

  @Test
  void whereNothingIsLostNothingIsSaid() {
    assertEquals(
        "1 done, 0 skipped, 0 failed", ManifestRow.summary(List.of(row("done", "a.nii", 9, 0))));
  }
}
