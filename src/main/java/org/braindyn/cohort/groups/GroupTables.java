package org.braindyn.cohort.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.cohort.predict.PredictionRow;
import org.braindyn.cohort.predict.Target;
import org.braindyn.data.Regions;
import org.braindyn.data.text.ResultTable;

/** A comparison of groups as tables, matrices and sentences. */
public final class GroupTables {
  /** False discovery rate up to which links and regions count. */
  public static final double LEVEL = 0.05;

  private GroupTables() {}

  /** One row per link, the largest |t| first. */
  public static ResultTable links(GroupComparison of) {
    Regions regions = of.prediction().regions();
    int[] network = new int[of.pairs().length];
    for (int c = 0; c < of.components().size(); c++) {
      for (int link : of.components().get(c).links()) {
        network[link] = c + 1;
      }
    }
    ResultTable table = table("Region A", "Region B", "Network");
    for (int k : order(of.links())) {
      table.row(
          regions.get(of.pairs()[k][0]).name(),
          regions.get(of.pairs()[k][1]).name(),
          network[k],
          numbers(of.links(), k));
    }
    return table;
  }

  /** One row per region, the largest |t| first. */
  public static ResultTable regions(GroupComparison of) {
    ResultTable table = table("Region");
    for (int r : order(of.regions())) {
      table.row(of.prediction().regions().get(r).name(), numbers(of.regions(), r));
    }
    return table;
  }

  /** One row per network of links, the largest first. */
  public static ResultTable networks(GroupComparison of) {
    ResultTable table =
        new ResultTable(
            List.of("Network", "Links", "Regions", "p"), ResultTable.Numbers.SIX_DECIMALS);
    for (int c = 0; c < of.components().size(); c++) {
      NetworkComponent one = of.components().get(c);
      long regions =
          Arrays.stream(one.links()).flatMap(k -> Arrays.stream(of.pairs()[k])).distinct().count();
      table.row(c + 1, one.links().length, regions, one.p());
    }
    return table;
  }

  /** t of every link, [region][region], 0 where q is above {@link #LEVEL} if asked for. */
  public static double[][] matrix(GroupComparison of, boolean significant) {
    int n = of.prediction().regions().size();
    double[][] matrix = new double[n][n];
    for (int k = 0; k < of.pairs().length; k++) {
      double t = significant && !(of.links().q()[k] <= LEVEL) ? 0 : of.links().t()[k];
      matrix[of.pairs()[k][0]][of.pairs()[k][1]] = t;
      matrix[of.pairs()[k][1]][of.pairs()[k][0]] = t;
    }
    return matrix;
  }

  /** Verdict, warnings, what differs and how it was made, in sentences. */
  public static List<String> notes(GroupComparison of) {
    List<String> notes = new ArrayList<>(of.prediction().warnings());
    Target target = of.prediction().target();
    String what =
        target.binary()
            ? target.classes().get(1) + " less " + target.classes().get(0)
            : "per unit of " + target.name();
    long networks = of.components().stream().filter(c -> c.p() <= LEVEL).count();
    PredictionRow fc = of.prediction().rows().get(1);
    notes.add(
        String.format(
            Locale.ROOT,
            "%d of %d links and %d of %d regions differ (%s, q <= %.2f); %d networks of links with p"
                + " <= %.2f; %s of %s on people left out %.2f (%.2f to %.2f), p = %.3f.",
            of.links().below(LEVEL),
            of.pairs().length,
            of.regions().below(LEVEL),
            of.regions().q().length,
            what,
            LEVEL,
            networks,
            LEVEL,
            target.binary() ? "AUROC" : "R2",
            fc.name(),
            fc.skill().value(),
            fc.skill().low(),
            fc.skill().high(),
            fc.p()));
    notes.addAll(of.prediction().notes());
    return notes;
  }

  private static ResultTable table(String... first) {
    List<String> columns = new ArrayList<>(List.of(first));
    columns.addAll(List.of("Difference (z)", "t", "p", "p family", "q"));
    return new ResultTable(columns, ResultTable.Numbers.SIX_DECIMALS);
  }

  private static double[] numbers(Tested of, int k) {
    return new double[] {of.effect()[k], of.t()[k], of.p()[k], of.family()[k], of.q()[k]};
  }

  private static int[] order(Tested of) {
    Integer[] order = new Integer[of.t().length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(Math.abs(of.t()[b]), Math.abs(of.t()[a])));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
