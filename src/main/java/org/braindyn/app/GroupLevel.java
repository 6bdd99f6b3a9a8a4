package org.braindyn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.braindyn.api.HeldOut;
import org.braindyn.api.Model;
import org.braindyn.api.People;
import org.braindyn.api.TrainSettings;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.text.ResultTable;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.scans.ManifestRow;
import org.braindyn.work.Work;

/**
 * All people: one list of scans, mean correlations, a model of some and its error on the others.
 */
final class GroupLevel {
  private final BidsOptions call;
  private final Path out;
  private final Work work;

  GroupLevel(BidsOptions call, Path out, Work work) {
    this.work = work;
    this.call = call;
    this.out = out;
  }

  /**
   * Joins, averages, trains.
   *
   * @return how many scans are not done
   */
  int run(List<String> said, Progress progress) throws IOException {
    List<List<String>> rows = joined();
    ResultTable table = new ResultTable(ManifestRow.COLUMNS, ResultTable.Numbers.EXACT);
    rows.forEach(table::row);
    Path manifest = out.resolve("manifest.tsv");
    TimeSeriesWriter.write(manifest, table);
    int status = ManifestRow.COLUMNS.indexOf("status");
    List<List<String>> done = rows.stream().filter(r -> r.get(status).equals("done")).toList();
    said.add(done.size() + " scans are done, " + (rows.size() - done.size()) + " failed.");
    for (List<String> row : rows) {
      if (!row.get(status).equals("done")) {
        said.add(
            "failed: "
                + row.get(ManifestRow.COLUMNS.indexOf("file"))
                + ": "
                + row.get(ManifestRow.COLUMNS.indexOf("message")));
      }
    }
    if (done.isEmpty()) {
      throw new BadInput("No scan is done. Run the level participant first.");
    }
    means(said, progress);
    if (call.has("--train")) {
      train(manifest, said, progress);
    }
    return rows.size() - done.size();
  }

  /** The lists of all calls: a scan that several list is done if one says so. */
  private List<List<String>> joined() throws IOException {
    Path folder = out.resolve(Derivative.INTERNAL);
    Map<String, List<String>> scans = new TreeMap<>();
    int status = ManifestRow.COLUMNS.indexOf("status");
    for (Path list : files(folder, 1, "manifest_.*\\.tsv")) {
      if (list.getFileName().toString().endsWith(".journal.tsv")) {
        continue;
      }
      CellTable table = CellTable.read(list);
      for (int r = 0; r < table.rows(); r++) {
        List<String> row = new ArrayList<>();
        for (String column : ManifestRow.COLUMNS) {
          String cell = table.cell(r, column);
          boolean place = column.equals("signals") || column.equals("cleaned");
          row.add(cell.isEmpty() ? "n/a" : place ? Derivative.INTERNAL + "/" + cell : cell);
        }
        scans.merge(table.cell(r, "file"), row, (a, b) -> a.get(status).equals("done") ? a : b);
      }
    }
    if (scans.isEmpty()) {
      throw new BadInput(
          "There is no list of scans in " + folder + ". Run the level participant first.");
    }
    return List.copyOf(scans.values());
  }

  /** Files in a folder whose names fit, in order. */
  private static List<Path> files(Path folder, int depth, String pattern) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, depth)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().matches(pattern))
          .sorted()
          .toList();
    }
  }

  /** Mean correlations (Fisher's z) of every atlas. */
  private void means(List<String> said, Progress progress) throws IOException {
    Map<String, List<String>> byAtlas = new TreeMap<>();
    for (Path file : files(out, 4, "sub-.*_stat-pearsoncorrelation_relmat\\.tsv")) {
      String atlas = file.getFileName().toString().replaceFirst(".*_atlas-([^_]*)_.*", "$1");
      byAtlas.computeIfAbsent(atlas, a -> new ArrayList<>()).add(out.relativize(file).toString());
    }
    for (Map.Entry<String, List<String>> atlas : byAtlas.entrySet()) {
      MeanCorrelation sums = new MeanCorrelation(out.toUri().toString());
      MeanCorrelation.Sum sum = work.sum(atlas.getValue(), MeanCorrelation.BLOCK, sums, progress);
      Derivative.write(
          out.resolve("group_atlas-" + atlas.getKey() + "_stat-meanpearsoncorrelation_relmat.tsv"),
          List.of(sum.names()),
          sum.mean(),
          "Mean over " + sum.scans() + " scans of Pearson correlations, by Fisher's z");
      said.add("Mean correlations of " + sum.scans() + " scans, atlas " + atlas.getKey() + ".");
    }
  }

  private void train(Path manifest, List<String> said, Progress progress) throws IOException {
    String kind = call.text("--train", "");
    int seed = call.whole("--seed", 1);
    try (People people =
        People.open(manifest.toString(), "*", call.number("--interval", 0), progress)) {
      HeldOut parts = people.holdOut(seed);
      TrainSettings settings = TrainSettings.defaults().seed(seed).watch(progress);
      Path folder = Files.createDirectories(out.resolve("models"));
      try (Model model = Model.train(kind, parts.training(), null, settings)) {
        String name = kind.replace(' ', '_');
        model.write(folder.resolve(name + ".npz").toString());
        var found = model.evaluate(parts.test(), progress);
        found.table().write(folder.resolve(name + "_scores.tsv").toString());
        said.add(found.verdict());
      }
    }
  }
}
