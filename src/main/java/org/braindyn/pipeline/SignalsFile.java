package org.braindyn.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.Hdf5;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.LabelTable;
import org.braindyn.io.Mat5;
import org.braindyn.io.NpySignals;
import org.braindyn.io.TimeSeriesTable;

/** Region signals from a file of any format we read, chosen by its ending. */
public final class SignalsFile {
  private SignalsFile() {}

  /**
   * Reads signals.
   *
   * @param names table of region names in the order of the rows, or null for the file's own
   */
  public static Imported read(Path file, ImportOptions options, Path names) throws IOException {
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
    return names == null ? read : rename(read, LabelTable.read(names));
  }

  /** Word of a dialog to an orientation. */
  public static ImportOptions.Orientation orientation(String word) {
    return ImportOptions.Orientation.valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  private static Imported rename(Imported read, LabelNames table) {
    if (table.names().size() != read.signals().size()) {
      throw new BadInput(
          table.source()
              + " names "
              + table.names().size()
              + " regions, but "
              + read.signals().source()
              + " has "
              + read.signals().size()
              + " rows.");
    }
    List<Region> regions = new ArrayList<>();
    table.names().forEach((label, name) -> regions.add(Region.named(label, name)));
    RegionSignals old = read.signals();
    return new Imported(
        new RegionSignals(new Regions(regions), old.values(), old.interval(), old.source()),
        read.notes());
  }
}
