package org.braindyn.stimulation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.Region;
import org.braindyn.data.text.ResultTable;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.perturbation.EffectiveConnectivity;

/** An effective connectivity as tables: its links and its hubs. */
public final class ConnectionTables {

  private ConnectionTables() {}

  /** Every ordered pair of regions, one row each, largest effect first. */
  public static ResultTable links(ConnectionStatistics s) {
    int n = s.effect().length;
    ResultTable table =
        ResultTable.of(
            "Source",
            "Source label",
            "Target",
            "Target label",
            "Effect (sd per sd)",
            "95 % low",
            "95 % high",
            "p",
            "q (FDR)");
    IntStream.range(0, n * n)
        .filter(i -> i / n != i % n)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(s.effect()[i / n][i % n])))
        .forEach(i -> link(table, s, i / n, i % n));
    return table;
  }

  private static void link(ResultTable table, ConnectionStatistics s, int u, int v) {
    Region from = s.regions().get(u);
    Region to = s.regions().get(v);
    table.row(
        from.name(),
        from.labelText(),
        to.name(),
        to.labelText(),
        s.effect()[u][v],
        s.low()[u][v],
        s.high()[u][v],
        s.p()[u][v],
        s.q()[u][v]);
  }

  /** One row per region: how much leaves it, how much arrives, whom it drives most. */
  public static ResultTable hubs(ConnectionStatistics s) {
    double[][] matrix = s.effect();
    List<double[]> strengths = EffectiveConnectivity.strengths(matrix);
    double[][] kept = s.significant(EffectTable.LEVEL);
    ResultTable table =
        ResultTable.of(
            "Region",
            "Label",
            "Out-strength",
            "In-strength",
            "Strongest target",
            "Effect",
            "Links out (q <= 0.05)",
            "Links in (q <= 0.05)");
    for (int u = 0; u < matrix.length; u++) {
      int best = u == 0 ? matrix.length - 1 : 0;
      int out = 0;
      int in = 0;
      for (int v = 0; v < matrix.length; v++) {
        best = v != u && Math.abs(matrix[u][v]) > Math.abs(matrix[u][best]) ? v : best;
        out += kept[u][v] != 0 ? 1 : 0;
        in += kept[v][u] != 0 ? 1 : 0;
      }
      table.row(
          s.regions().get(u).name(),
          s.regions().get(u).labelText(),
          strengths.get(0)[u],
          strengths.get(1)[u],
          matrix[u][best] == 0 ? "none" : s.regions().get(best).name(),
          matrix[u][best],
          s.tested() ? Integer.toString(out) : "NaN",
          s.tested() ? Integer.toString(in) : "NaN");
    }
    return table;
  }

  /** How many links stand out, in words; "" without refitted models. */
  public static String significance(ConnectionStatistics s, int surrogates) {
    if (!s.tested()) {
      return "";
    }
    int pairs = s.effect().length * (s.effect().length - 1);
    int above = s.count(EffectTable.LEVEL);
    return String.format(
        Locale.ROOT,
        "%d of %d ordered pairs (%.1f %%) are above the null of %d refitted models (q <= 0.05).%n",
        above,
        pairs,
        100.0 * above / pairs,
        surrogates);
  }
}
