package org.braindyn.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.RegionPositions;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.join.RegionJoin;
import org.braindyn.data.text.Words;
import org.braindyn.io.FilledFile;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.arrays.Hdf5;
import org.braindyn.io.arrays.Mat5;
import org.braindyn.io.arrays.NpySignals;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.SignalDoor;
import org.braindyn.io.tables.LabelTable;
import org.braindyn.io.tables.PositionTable;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.io.worms.NeuronTable;

/** Region signals from a file of any format we read, chosen by its content and name. */
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
    Imported read = FilledFile.marked(values(file, options), file);
    if (names != null && NeuronTable.is(names)) {
      List<String> notes = new ArrayList<>(read.notes());
      RegionSignals own = read.signals();
      Regions placed = NeuronTable.read(names).place(own.regions(), notes);
      read =
          new Imported(
              new RegionSignals(placed, own.values(), own.interval(), own.source(), own.filled()),
              notes);
    } else if (names != null) {
      read = rename(read, LabelTable.inFileOrder(names), String.valueOf(names.getFileName()));
    }
    return positions == null ? read : place(read, PositionTable.read(positions));
  }

  private static Imported values(Path file, ImportOptions options) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("There is no file " + file + ".");
    }
    Optional<SignalDoor> door = Doors.find(SignalDoor.class, file);
    if (door.isPresent()) {
      refuseRun(file, options);
      return door.get().read(file, options);
    }
    Doors.refuseOthers(SignalDoor.class, file, "signals of regions");
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    Imported read;
    if (name.matches(".*\\.(mat|h5|hdf5|np[yz])")) {
      refuseRun(file, options);
    }
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

  /** A file whose format has one recording holds no second one. */
  private static void refuseRun(Path file, ImportOptions options) {
    if (options.run() > 1) {
      throw new BadInput(
          "run="
              + options.run()
              + ": "
              + file.getFileName()
              + " is no table with a clock that starts again; it holds one recording.");
    }
  }

  /** Word of a dialog to an orientation. */
  public static ImportOptions.Orientation orientation(String word) {
    return Words.choice(ImportOptions.Orientation.class, "orientation", word);
  }

  private static Imported rename(Imported read, Regions table, String source) {
    RegionSignals old = read.signals();
    List<String> notes = new ArrayList<>(read.notes());
    notes.removeIf(note -> note.startsWith("The file has no region names"));
    List<Region> regions = named(old, table, source);
    if (regions == null) {
      if (table.size() != old.size()) {
        throw new BadInput(
            source
                + " names "
                + table.size()
                + " regions, but "
                + old.source()
                + " has "
                + old.size()
                + " rows, and its own names ("
                + old.regions().summary()
                + ") are not those of the table.");
      }
      regions = table.list();
      notes.add("The rows were named in the order of " + source + ": " + table.summary() + ".");
    } else {
      notes.add("The regions were found in " + source + " by their labels or names.");
    }
    Regions joined = new Regions(regions);
    if (!joined.doubleNamesWarning().isEmpty()) {
      notes.add(joined.doubleNamesWarning());
    }
    return new Imported(
        new RegionSignals(joined, old.values(), old.interval(), old.source(), old.filled()), notes);
  }

  /** The table's regions in the order of the signals, by label or name; null if none is there. */
  private static List<Region> named(RegionSignals signals, Regions table, String source) {
    boolean own =
        signals.regions().list().stream().anyMatch(r -> r.hasLabel() || !r.nameIsNumber());
    boolean any =
        signals.regions().list().stream()
            .anyMatch(r -> table.list().stream().anyMatch(t -> t.same(r)));
    if (!own || !any) {
      return null;
    }
    int[] rows = RegionJoin.of(signals.regions(), signals.source(), table, source).rows();
    List<Region> regions = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      Region region = signals.regions().get(r);
      if (rows[r] < 0) {
        throw new BadInput(
            source
                + " has no region \""
                + region.name()
                + "\" of "
                + signals.source()
                + ". Add it to the table, or give the names in the order of the rows.");
      }
      Region found = table.get(rows[r]);
      String name = region.nameIsNumber() ? found.name() : region.name();
      regions.add(
          new Region(
              found.hasLabel() ? found.label() : region.hasLabel() ? region.label() : 0,
              name,
              region.voxels(),
              region.centroid()));
    }
    return regions;
  }

  private static Imported place(Imported read, RegionPositions positions) {
    RegionSignals old = read.signals();
    List<Region> regions = new ArrayList<>();
    List<String> without = new ArrayList<>();
    boolean inOrder =
        positions.ordered()
            && positions.places().size() == old.size()
            && old.regions().list().stream().noneMatch(Region::hasLabel);
    for (Region region : old.regions()) {
      double[] mm =
          inOrder
              ? positions.of(regions.size() + 1)
              : region.hasLabel() ? positions.of(region.label()) : null;
      if (mm == null) {
        without.add(region.name());
      }
      regions.add(mm == null ? region : region.at(mm));
    }
    if (without.size() == regions.size()) {
      throw new BadInput(
          positions.source()
              + " has no position for any region of "
              + old.source()
              + " (labels "
              + old.regions().list().stream().limit(5).map(Region::labelText).toList()
              + " ...). Positions are joined by label value; give the label values with"
              + " names=[table].");
    }
    List<String> notes = new ArrayList<>(read.notes());
    if (inOrder) {
      notes.add(
          positions.source()
              + " has no labels, and the regions know none: the positions were taken in their"
              + " order.");
    }
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
        new RegionSignals(
            new Regions(regions), old.values(), old.interval(), old.source(), old.filled()),
        notes);
  }
}
