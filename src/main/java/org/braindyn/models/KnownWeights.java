package org.braindyn.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Regions;
import org.braindyn.data.join.RegionJoin;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.Doors;

/** A file of links that are known, brought into the order of the signals' regions. */
public final class KnownWeights {
  private static final int FEWEST = 3;

  private KnownWeights() {}

  /**
   * Reads and joins: by name where the file has names, else in order. Regions that the file does
   * not name, and cells without a number, are not known: NaN.
   *
   * @param notes receives what was read and how it was joined
   * @return [source][target]
   * @throws BadInput if fewer than three regions are known, or rows without names are not as many
   */
  public static double[][] of(Path file, Regions regions, List<String> notes) {
    try {
      Connectome read =
          Doors.require(ConnectomeDoor.class, file, "weights between regions").read(file, "");
      notes.addAll(read.notes());
      int[] rows = rows(read, regions, notes);
      int n = regions.size();
      double[][] weights = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          boolean known = rows[i] >= 0 && rows[j] >= 0;
          weights[i][j] = known ? read.weights()[rows[i]][rows[j]] : Double.NaN;
        }
      }
      return weights;
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  private static int[] rows(Connectome read, Regions regions, List<String> notes) {
    int n = regions.size();
    if (!read.named()) {
      if (read.weights().length != n) {
        throw new BadInput(
            String.format(
                "%s has %d rows without names, the recordings have %d regions. Give a table with"
                    + " names in its first row and column.",
                read.source(), read.weights().length, n));
      }
      notes.add("The rows of " + read.source() + " are taken in the order of the regions.");
      int[] rows = new int[n];
      Arrays.setAll(rows, r -> r);
      return rows;
    }
    int[] rows = RegionJoin.of(regions, "the signals", read.regions(), read.source()).rows();
    List<String> missing = new ArrayList<>();
    for (int r = 0; r < n; r++) {
      if (rows[r] < 0) {
        missing.add(regions.get(r).name());
      }
    }
    if (n - missing.size() < FEWEST) {
      throw new BadInput(
          String.format(
              "%s knows %d of the %d regions (%s), the recordings have %s. Use links of the same"
                  + " parcellation or animal.",
              read.source(), n - missing.size(), n, read.regions().summary(), regions.summary()));
    }
    if (!missing.isEmpty()) {
      notes.add(
          String.format(
              "%d of %d regions are not in %s, so that nothing is known of their links: %s.",
              missing.size(),
              n,
              read.source(),
              String.join(", ", missing.subList(0, Math.min(12, missing.size())))));
    }
    return rows;
  }
}
