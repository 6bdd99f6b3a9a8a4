package org.braindyn.io.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.door.SignalDoor;

/**
 * The table of AFNI's 3dROIstats: columns File, Sub-brick, then one of each statistic per region
 * ({@code Mean_7}, {@code NZMean_7}, {@code Sigma_7}), a row per volume.
 */
public final class RoiStats implements SignalDoor {
  private static final String MEAN = "Mean";

  @Override
  public String format() {
    return "a table of AFNI's 3dROIstats";
  }

  @Override
  public boolean knows(FileStart file) {
    return file.text().matches("(?s)\\s*(File|Name)\\s+Sub-brick\\s+\\S.*");
  }

  @Override
  public Imported read(Path path, ImportOptions options) throws IOException {
    String file = path.getFileName().toString();
    List<List<String>> rows = TextTable.read(path).rows();
    List<String> header = rows.get(0);
    Map<String, List<Integer>> statistics = new LinkedHashMap<>();
    for (int c = 2; c < header.size(); c++) {
      int cut = header.get(c).indexOf('_');
      if (cut > 0) {
        String kind = header.get(c).substring(0, cut);
        statistics.computeIfAbsent(kind, k -> new ArrayList<>()).add(c);
      }
    }
    String chosen = options.variable();
    if (chosen.isEmpty()) {
      chosen = statistics.containsKey(MEAN) ? MEAN : first(statistics, file);
    }
    List<Integer> columns = statistics.get(chosen);
    if (columns == null) {
      throw new BadInput(
          file + " has no statistic \"" + chosen + "\"; it has " + statistics.keySet() + ".");
    }
    List<List<String>> body =
        rows.subList(1, rows.size()).stream().filter(row -> !row.equals(header)).toList();
    return signals(header, body, columns, chosen, statistics, options, file);
  }

  private static String first(Map<String, List<Integer>> statistics, String file) {
    if (statistics.isEmpty()) {
      throw new BadInput(file + " has no column like Mean_1. Run 3dROIstats without -quiet.");
    }
    return statistics.keySet().iterator().next();
  }

  private static Imported signals(
      List<String> header,
      List<List<String>> body,
      List<Integer> columns,
      String chosen,
      Map<String, List<Integer>> statistics,
      ImportOptions options,
      String file) {
    TreeSet<String> scans = new TreeSet<>();
    double[][] values = new double[columns.size()][body.size()];
    for (int t = 0; t < body.size(); t++) {
      List<String> row = body.get(t);
      if (row.size() < header.size()) {
        throw new BadInput(
            String.format(
                "%s: row %d has %d cells, the header %d.", file, t + 2, row.size(), header.size()));
      }
      scans.add(row.get(0).replaceFirst("[\\[<{].*", ""));
      for (int r = 0; r < values.length; r++) {
        String cell = row.get(columns.get(r));
        if (!TextTable.numeric(cell)) {
          throw new BadInput(file + ", row " + (t + 2) + ": \"" + cell + "\" is no number.");
        }
        values[r][t] = TextTable.parse(cell);
      }
    }
    if (scans.size() != 1) {
      throw new BadInput(
          file
              + (scans.isEmpty() ? " has no row." : " holds rows of several scans: " + scans + ".")
              + " Run 3dROIstats on one scan at a time.");
    }
    List<Region> regions = new ArrayList<>();
    for (int c : columns) {
      String name = header.get(c).substring(chosen.length() + 1).strip();
      regions.add(Region.named(name.matches("\\d+") ? "Label " + name : name));
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "3dROIstats: the column %s_ of %d regions was read%s. The table has no time between"
                + " frames; give it (TR in s).",
            chosen,
            regions.size(),
            statistics.size() > 1 ? ", not " + others(statistics, chosen) : ""));
    double interval = options.interval() > 0 ? options.interval() : Double.NaN;
    return new Imported(new RegionSignals(new Regions(regions), values, interval, file), notes);
  }

  private static String others(Map<String, List<Integer>> statistics, String chosen) {
    return String.join(
        ", ", statistics.keySet().stream().filter(kind -> !kind.equals(chosen)).toList());
  }
}
