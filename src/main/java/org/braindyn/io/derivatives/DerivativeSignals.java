package org.braindyn.io.derivatives;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.unit.SamplingInterval;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.FilledFile;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.Imported;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.door.SignalDoor;
import org.braindyn.io.tables.TimeSeriesTable;
import org.braindyn.io.tables.TimeSeriesWriter;

/**
 * Region signals as a BIDS derivative: {@code *_timeseries.tsv}, a row per volume and a column per
 * region, and {@code *_timeseries.json} with the sampling frequency (Hz) and a dictionary of the
 * columns.
 */
public final class DerivativeSignals implements SignalDoor {
  private static final Set<String> NO_REGIONS = Set.of("confounds", "motion", "regressors");

  @Override
  public String format() {
    return "a BIDS derivative (_timeseries.tsv)";
  }

  @Override
  public boolean knows(FileStart file) {
    return file.ends("_timeseries.tsv") || confounds(file.name());
  }

  private static boolean confounds(String name) {
    return name.matches(".*_(timeseries|regressors)\\.tsv")
        && NO_REGIONS.stream().anyMatch(kind -> name.contains("desc-" + kind + "_"));
  }

  @Override
  public Imported read(Path path, ImportOptions options) throws IOException {
    String file = path.getFileName().toString();
    if (confounds(file.toLowerCase(Locale.ROOT))) {
      throw new BadInput(
          file
              + " holds confounds (motion, noise), not signals of regions. Give it to Clean Signals"
              + " (confounds=[file]).");
    }
    boolean chosen = options.orientation() != Orientation.AUTO;
    ImportOptions known = chosen ? options : options.withOrientation(Orientation.TIME_IN_ROWS);
    Imported table = TimeSeriesTable.read(path, known);
    RegionSignals read = table.signals();
    if (read.interval() > 0) {
      return table;
    }
    List<String> notes = new ArrayList<>(table.notes());
    double interval = interval(side(path), notes);
    if (interval > 0) {
      notes.removeIf(note -> note.startsWith("The time between samples is unknown"));
    }
    return new Imported(
        new RegionSignals(read.regions(), read.values(), interval, read.source()), notes);
  }

  private static Path side(Path path) {
    return path.resolveSibling(path.getFileName().toString().replaceFirst("\\.tsv$", ".json"));
  }

  private static double interval(Path json, List<String> notes) throws IOException {
    if (!Files.isRegularFile(json)) {
      return Double.NaN;
    }
    try {
      JsonElement root = JsonParser.parseString(Files.readString(json));
      JsonObject object = root.isJsonObject() ? root.getAsJsonObject() : new JsonObject();
      double seconds =
          object.has("RepetitionTime")
              ? object.get("RepetitionTime").getAsDouble()
              : object.has("SamplingFrequency")
                  ? 1 / object.get("SamplingFrequency").getAsDouble()
                  : Double.NaN;
      String warning = SamplingInterval.SIGNALS.warning(seconds, json.getFileName().toString());
      if (!warning.isEmpty()) {
        notes.add(warning);
        return Double.NaN;
      }
      return seconds;
    } catch (JsonParseException
        | IllegalStateException
        | NumberFormatException
        | UnsupportedOperationException e) {
      throw new BadInput(json.getFileName() + " is not usable JSON: " + e.getMessage(), e);
    }
  }

  /**
   * Writes signals and their side file.
   *
   * @param path ends in _timeseries.tsv
   * @param signals every region has a name of its own
   */
  public static void write(Path path, RegionSignals signals) throws IOException {
    String name = path.getFileName().toString();
    if (!name.endsWith("_timeseries.tsv")) {
      throw new BadInput("Cannot write " + path + ": the name must end in _timeseries.tsv.");
    }
    List<String> names = signals.regions().names();
    if (new HashSet<>(names).size() < names.size()) {
      throw new BadInput(
          "Cannot write "
              + path
              + ": two regions share a name, and the columns of a BIDS table are known by theirs."
              + " Give every region a name of its own.");
    }
    FilledFile.write(path, signals);
    List<List<String>> rows = new ArrayList<>();
    for (int t = 0; t < signals.frames(); t++) {
      List<String> row = new ArrayList<>();
      for (double[] values : signals.values()) {
        row.add(Double.isNaN(values[t]) ? "n/a" : Double.toString(values[t]));
      }
      rows.add(row);
    }
    TimeSeriesWriter.writeCells(path, names, rows);
    String json = dictionary(signals);
    AtomicFile.write(side(path), out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** The side file: what the rows and columns are. */
  private static String dictionary(RegionSignals signals) {
    JsonObject root = new JsonObject();
    root.addProperty("Description", "Signals of regions, one row per volume");
    root.addProperty("Sources", signals.source());
    if (signals.interval() > 0) {
      root.addProperty("RepetitionTime", signals.interval());
      root.addProperty("SamplingFrequency", 1 / signals.interval());
      root.addProperty("StartTime", 0);
    }
    for (Region region : signals.regions()) {
      JsonObject column = new JsonObject();
      column.addProperty("LongName", region.name());
      column.addProperty("Description", "signal of the region, n/a where it has none");
      column.addProperty("Units", "arbitrary");
      if (region.hasLabel()) {
        column.addProperty("LabelValue", region.label());
      }
      if (region.centroid() != null) {
        column.addProperty(
            "CentroidMillimetres",
            String.format(
                Locale.ROOT,
                "%.3f %.3f %.3f",
                region.centroid()[0],
                region.centroid()[1],
                region.centroid()[2]));
      }
      root.add(region.name(), column);
    }
    return new GsonBuilder().setPrettyPrinting().create().toJson(root) + "\n";
  }
}
