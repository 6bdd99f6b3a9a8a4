package org.braindyn.stimulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.braindyn.data.Region;
import org.braindyn.perturbation.ConnectionStatistics;

/** Every link of an effective connectivity, one row each, largest first. */
public final class ConnectionTable {
  /** Names of the columns. */
  public static final List<String> COLUMNS =
      List.of(
          "Source",
          "Source label",
          "Target",
          "Target label",
          "Effect (sd per sd)",
          "95 % low",
          "95 % high",
          "p",
          "q (FDR)");

  private ConnectionTable() {}

  /** All ordered pairs. */
  public static List<List<String>> rows(ConnectionStatistics s) {
    int n = s.effect().length;
    List<List<String>> rows = new ArrayList<>();
    IntStream.range(0, n * n)
        .filter(i -> i / n != i % n)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(s.effect()[i / n][i % n])))
        .forEach(i -> rows.add(row(s, i / n, i % n)));
    return rows;
  }

  private static List<String> row(ConnectionStatistics s, int u, int v) {
    Region from = s.regions().get(u);
    Region to = s.regions().get(v);
    return List.of(
        from.name(),
        from.labelText(),
        to.name(),
        to.labelText(),
        Double.toString(s.effect()[u][v]),
        Double.toString(s.low()[u][v]),
        Double.toString(s.high()[u][v]),
        Double.toString(s.p()[u][v]),
        Double.toString(s.q()[u][v]));
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
