package org.braindyn.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Regions;
import org.braindyn.data.join.RegionJoin;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.Threshold;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.Doors;
import org.braindyn.io.tables.LabelTable;

/**
 * A graph from a file of weights, brought into the order of the signals' regions.
 *
 * @param graph edges of the weights kept
 * @param notes what was read and how it was joined
 */
public record ConnectomeGraph(BrainGraph graph, List<String> notes) {
  /**
   * What to read.
   *
   * @param file weights, in any format that is read
   * @param variable matrix of a file with several, or empty
   * @param names table of names in the order of the rows, or null for the file's own
   * @param inOrder true if rows without names are in the order of the signals' regions
   */
  public record Source(Path file, String variable, Path names, boolean inOrder) {}

  /**
   * Reads, joins and thresholds.
   *
   * @param regions regions of the signals
   * @param threshold least |weight| of an edge; 0 keeps every weight other than 0
   * @param density share of pairs to keep instead, 0 for the threshold
   * @throws BadInput if the file holds no such matrix, or its regions are not those of the signals
   */
  public static ConnectomeGraph of(
      Source source, Regions regions, double threshold, double density) {
    try {
      Connectome read =
          Doors.require(ConnectomeDoor.class, source.file(), "weights between regions")
              .read(source.file(), source.variable() == null ? "" : source.variable().strip());
      List<String> notes = new ArrayList<>(read.notes());
      double[][] weights = joined(named(read, source, notes), source, regions, notes);
      BrainGraph graph =
          density > 0
              ? Threshold.density(weights, density)
              : Threshold.atLeast(weights, Math.max(threshold, Double.MIN_VALUE));
      int all = Threshold.atLeast(weights, Double.MIN_VALUE).edges();
      if (graph.edges() < all) {
        notes.add(
            (all - graph.edges())
                + " of "
                + all
                + " weights other than 0 were left out ("
                + (density > 0 ? "density=" + density : "threshold=" + threshold)
                + ").");
      }
      return new ConnectomeGraph(graph, notes);
    } catch (IOException e) {
      throw new BadInput(source.file() + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  private static Connectome named(Connectome read, Source source, List<String> notes)
      throws IOException {
    if (source.names() == null) {
      return read;
    }
    notes.add("Rows were named in the order of " + source.names().getFileName() + ".");
    Regions given = LabelTable.inFileOrder(source.names());
    return new Connectome(given, true, read.weights(), read.notes(), read.source());
  }

  private static double[][] joined(
      Connectome read, Source source, Regions regions, List<String> notes) {
    int n = regions.size();
    int[] rows = new int[n];
    if (read.named()) {
      RegionJoin join = RegionJoin.of(regions, "the signals", read.regions(), read.source());
      rows = join.rows();
    } else if (source.inOrder() && read.weights().length == n) {
      for (int r = 0; r < n; r++) {
        rows[r] = r;
      }
      notes.add("The rows of " + read.source() + " are taken in the order of the regions.");
    } else {
      throw new BadInput(
          read.source()
              + " has "
              + read.weights().length
              + " rows without names, the signals have "
              + n
              + " regions. Give a table of names in the order of the rows (names=[table])"
              + (read.weights().length == n ? ", or tick inorder if the order is the same." : "."));
    }
    double[][] weights = new double[n][n];
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (rows[i] < 0) {
        missing.add(regions.get(i).name());
        continue;
      }
      for (int j = 0; j < n; j++) {
        double w = rows[j] < 0 ? 0 : read.weights()[rows[i]][rows[j]];
        if (!Double.isFinite(w)) {
          throw new BadInput(
              String.format(
                  "%s: the weight from %s to %s is %s. Every weight must be a number.",
                  read.source(), regions.get(i).name(), regions.get(j).name(), w));
        }
        weights[i][j] = w;
      }
    }
    if (!missing.isEmpty()) {
      throw new BadInput(
          String.format(
              "%s has no row for %d of %d regions: %s. Use weights of the same parcellation.",
              read.source(),
              missing.size(),
              n,
              String.join(", ", missing.subList(0, Math.min(8, missing.size())))));
    }
    return weights;
  }
}
