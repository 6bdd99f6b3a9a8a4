package org.braindyn.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.RegionPositions;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Words;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.arrays.Hdf5;
import org.braindyn.io.arrays.Mat5;
import org.braindyn.io.arrays.NpySignals;
import org.braindyn.io.tables.LabelTable;
import org.braindyn.io.tables.PositionTable;
import org.braindyn.io.tables.TimeSeriesTable;

/** Region signals from a file of any format we read, chosen by its ending. */
public final class SignalsFile {
  private SignalsFile() {}

  /**
   * Reads signals.
   *
   * @param names table of region names in the order of the rows, or null for the file's own
   */
  public static Imported read(Path file, ImportOptions options, Path names) throws IOException {
    return read(file, options, names, null);
  }

  /**
   * Reads signals and where their regions are.
   *
   * @param positions table of coordinates, joined by label value, or null
   */
  public static Imported read(Path file, ImportOptions options, Path names, Path positions)
      throws IOException {
    Imported read = values(file, options);
    if (names != null) {
      read = rename(read, LabelTable.inFileOrder(names), String.valueOf(names.getFileName()));
    }
    return positions == null ? read : place(read, PositionTable.read(positions));
  }

  private static Imported values(Path file, ImportOptions options) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("There is no file " + file + ".");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    Imported read;
    if (name.endsWith(".mat") && !Hdf5.matlab(file)) {
      read = Mat5.read(file, options);
    } else if (name.matches(".*\\.(mat|h5|hdf5)")) {
      read = Hdf5.read(file, options);
    } else if (name.matches(".*\\.np[yz]")) {
      read = NpySignals.read(file, options);
    } else {
      if (options.variable() != null && !options.variable().isBlank()) {
        throw new BadInput(
            "variable="
                + options.variable()
                + ": "
                + file.getFileName()
                + " is a table without variables. Leave it empty.");
      }
      read = TimeSeriesTable.read(file, options);
    }
    return read;
  }

  /** Word of a dialog to an orientation. */
  public static ImportOptions.Orientation orientation(String word) {
    return Words.choice(ImportOptions.Orientation.class, "orientation", word);
  }

  private static Imported rename(Imported read, Map<Integer, String> table, String source) {
    if (table.size() != read.signals().size()) {
      throw new BadInput(
          source
              + " names "
              + table.size()
              + " regions, but "
              + read.signals().source()
              + " has "
              + read.signals().size()
              + " rows.");
    }
    List<Region> regions = new ArrayList<>();
    table.forEach((label, name) -> regions.add(Region.named(label, name)));
    RegionSignals old = read.signals();
    List<String> notes = new ArrayList<>(read.notes());
    notes.removeIf(note -> note.startsWith("The file has no region names"));
    notes.add(
        "The rows were named in the order of "
            + source
            + ": "
            + new Regions(regions).summary()
            + ".");
    return new Imported(
        new RegionSignals(new Regions(regions), old.values(), old.interval(), old.source()), notes);
  }

  private static Imported place(Imported read, RegionPositions positions) {
    RegionSignals old = read.signals();
    List<Region> regions = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (Region region : old.regions()) {
      double[] mm = positions.of(region.label());
      if (mm == null) {
        without.add(region.name());
      }
      regions.add(
          new Region(
              region.label(), region.name(), region.voxels(), mm == null ? region.centroid() : mm));
    }
    if (without.size() == regions.size()) {
      throw new BadInput(
          positions.source()
              + " has no position for any region of "
              + old.source()
              + " (labels "
              + old.regions().list().stream().limit(5).map(Region::label).toList()
              + " ...). Positions are joined by label value; give the label values with names=[table].");
    }
    List<String> notes = new ArrayList<>(read.notes());
    if (!without.isEmpty()) {
      notes.add(
          positions.source()
              + " has no position for "
              + without.size()
              + " regions: "
              + String.join(", ", without.subList(0, Math.min(10, without.size())))
              + ".");
    }
    return new Imported(
        new RegionSignals(new Regions(regions), old.values(), old.interval(), old.source()), notes);
  }
}
