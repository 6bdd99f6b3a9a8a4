package org.braindyn.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.text.ResultTable;
import org.braindyn.graph.Correlation;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.derivatives.DerivativeSignals;
import org.braindyn.io.tables.TimeSeriesWriter;

/**
 * The files of one scan in a BIDS derivative: {@code sub-01/ses-1/func/sub-01_ses-1_task-rest_..._
 * atlas-NAME_desc-cleaned_timeseries.tsv} and matrices {@code ..._relmat.tsv}, each with its JSON.
 *
 * @param folder of the scan's person (and session)
 * @param stem beginning of all names, with the atlas
 */
public record Derivative(Path folder, String stem) {
  /** Folder of the batch's own files. */
  static final String INTERNAL = "parcellation";

  static Derivative of(Path out, Path scan, String person, String session, String atlas) {
    String name = scan.getFileName().toString().replaceFirst("(?i)\\.nii(\\.gz)?$", "");
    String entities =
        Arrays.stream(name.split("_"))
            .filter(part -> part.matches("[A-Za-z]+-[A-Za-z0-9.+]+") && !part.startsWith("desc-"))
            .collect(Collectors.joining("_"));
    if (!entities.startsWith("sub-")) {
      entities = "sub-" + person + (entities.isEmpty() ? "" : "_" + entities);
    }
    Path folder = out.resolve("sub-" + person);
    folder = session.isEmpty() ? folder : folder.resolve("ses-" + session);
    return new Derivative(folder.resolve("func"), entities + "_atlas-" + atlas);
  }

  private Path signals(boolean cleaned) {
    String description = cleaned ? "cleaned" : "parcellated";
    return folder.resolve(stem + "_desc-" + description + "_timeseries.tsv");
  }

  Path correlation() {
    return folder.resolve(stem + "_stat-pearsoncorrelation_relmat.tsv");
  }

  Path effective() {
    return folder.resolve(stem + "_stat-effectiveconnectivity_relmat.tsv");
  }

  /** True if all files are there and not older than the result they come from. */
  boolean done(Path source, boolean cleaned, boolean effective) throws IOException {
    List<Path> files = new ArrayList<>(List.of(signals(cleaned), correlation()));
    if (effective) {
      files.add(effective());
    }
    for (Path file : files) {
      if (!Files.isRegularFile(file)
          || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(source)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Writes signals and their correlations. */
  void write(RegionSignals signals, boolean cleaned) throws IOException {
    Files.createDirectories(folder);
    DerivativeSignals.write(signals(cleaned), signals);
    write(
        correlation(),
        signals.regions().names(),
        correlations(signals),
        "Pearson correlation of the signals of two regions; n/a where a region has none");
  }

  /** Pearson correlations over the frames in which every region with a signal has a value. */
  private static double[][] correlations(RegionSignals signals) {
    int n = signals.size();
    int[] kept =
        java.util.stream.IntStream.range(0, n)
            .filter(r -> Arrays.stream(signals.values()[r]).anyMatch(Double::isFinite))
            .toArray();
    int[] frames =
        java.util.stream.IntStream.range(0, signals.frames())
            .filter(t -> Arrays.stream(kept).allMatch(r -> Double.isFinite(signals.values()[r][t])))
            .toArray();
    double[][] values = new double[kept.length][];
    for (int k = 0; k < kept.length; k++) {
      double[] row = signals.values()[kept[k]];
      values[k] = Arrays.stream(frames).mapToDouble(t -> row[t]).toArray();
    }
    double[][] found = Correlation.ofAnyMachine(values);
    double[][] all = new double[n][n];
    Arrays.stream(all).forEach(row -> Arrays.fill(row, Double.NaN));
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        all[kept[i]][kept[j]] = found[i][j];
      }
    }
    return all;
  }

  /**
   * Writes a matrix and its side file.
   *
   * @param matrix row = source, column = target
   */
  public static void write(Path file, List<String> names, double[][] matrix, String what)
      throws IOException {
    List<String> header = new ArrayList<>(List.of("Node"));
    header.addAll(names);
    ResultTable table = new ResultTable(header, ResultTable.Numbers.EXACT_OR_NA);
    for (int i = 0; i < matrix.length; i++) {
      List<String> row = new ArrayList<>(List.of(names.get(i)));
      for (double v : matrix[i]) {
        row.add(Double.isNaN(v) ? "n/a" : Double.toString(v));
      }
      table.row(row);
    }
    TimeSeriesWriter.write(file, table);
    String json = "{\n  \"Description\": \"" + what + "\"\n}\n";
    Path side = file.resolveSibling(file.getFileName().toString().replaceFirst("tsv$", "json"));
    AtomicFile.write(side, to -> to.write(json.getBytes(StandardCharsets.UTF_8)));
  }
}
