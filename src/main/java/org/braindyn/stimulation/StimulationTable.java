package org.braindyn.stimulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.text.ResultTable;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.task.StimulationCheck;

/** A stimulation report as a table and as files. */
public final class StimulationTable {

  private StimulationTable() {}

  /** One row per model and stimulated region. */
  public static ResultTable of(StimulationReport report) {
    ResultTable table =
        ResultTable.of(
            "Model",
            "Stimulated region",
            "Correlation at the peak",
            "Peak frame",
            "Direct targets",
            "Sign right",
            "Latency within a frame",
            "First peak within a frame",
            "Inhibited",
            "Inhibited sign right");
    for (Map.Entry<String, List<StimulationCheck>> model : report.checks().entrySet()) {
      for (StimulationCheck c : model.getValue()) {
        table.row(
            model.getKey(),
            report.regions().get(c.source()).name(),
            c.correlation(),
            c.peak(),
            c.direct(),
            c.rightSign(),
            c.rightLatency(),
            c.rightArrival(),
            c.inhibitory(),
            c.inhibitoryRight());
      }
    }
    return table;
  }

  /**
   * Responses at the peak of each stimulation, [source][target]; the stimulated region itself is 0.
   *
   * @param responses [source][target][frame]
   */
  public static double[][] atPeak(StimulationReport report, double[][][] responses) {
    int n = responses.length;
    double[][] matrix = new double[n][n];
    List<StimulationCheck> checks = report.checks().values().iterator().next();
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        matrix[u][v] = u == v ? 0 : responses[u][v][checks.get(u).peak()];
      }
    }
    return matrix;
  }

  /** The region whose stimulation moves the others most. */
  public static int strongest(StimulationReport report) {
    double[][] peak = atPeak(report, report.truth());
    double[] sum =
        Arrays.stream(peak).mapToDouble(r -> Arrays.stream(r).map(Math::abs).sum()).toArray();
    return IntStream.range(0, sum.length)
        .boxed()
        .max(Comparator.comparingDouble(u -> sum[u]))
        .orElse(0);
  }

  /** The other regions, those that truly respond most first. */
  public static int[] targets(StimulationReport report, int source) {
    double[] size = atPeak(report, report.truth())[source];
    return IntStream.range(0, size.length)
        .filter(v -> v != source)
        .boxed()
        .sorted(Comparator.comparingDouble(v -> -Math.abs(size[v])))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Writes summary, table and both matrices to a folder, which is made if it is not there. */
  public static void write(StimulationReport report, Path folder) {
    try {
      Files.createDirectories(folder);
      String text = String.join("\n", report.lines()) + "\n";
      AtomicFile.write(
          folder.resolve("summary.txt"), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      TimeSeriesWriter.write(folder.resolve("stimulation.csv"), of(report));
      List<String> names = report.regions().names();
      TimeSeriesWriter.write(
          folder.resolve("true_responses.csv"),
          ResultTable.matrix("source", names, atPeak(report, report.truth())));
      TimeSeriesWriter.write(
          folder.resolve("foretold_responses.csv"),
          ResultTable.matrix("source", names, atPeak(report, report.predicted())));
    } catch (IOException e) {
      throw new BadInput(
          "The report cannot be written to "
              + folder
              + ": "
              + Reason.of(e)
              + ". Choose another folder.",
          e);
    }
  }
}
