package org.braindyn.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.text.ResultTable;
import org.braindyn.graph.Correlation;

/** All sites beside one another, best first. */
final class SiteTable {
  private final PlanQuestion question;
  private final WaveformSolver solver;

  SiteTable(PlanQuestion question) {
    this.question = question;
    solver = question.solver();
  }

  /**
   * One row per site.
   *
   * @param model what decides
   * @param others other families, judges
   * @param refits the law fitted to recordings drawn again
   * @param seen what is known without a model
   */
  List<SiteRow> rows(
      SiteResponses model, List<SiteResponses> others, List<SiteResponses> refits, Seen seen) {
    double[][] weights = seen.weights();
    double[][] fc = fc(seen.recordings());
    List<SiteRow> rows = new ArrayList<>();
    for (int site : question.sites()) {
      Waveform waveform = solver.best(List.of(model), site);
      Map<String, Double> judged = new LinkedHashMap<>();
      others.forEach(o -> judged.put(o.name(), solver.worth(o, waveform)));
      double[] spread = refits.stream().mapToDouble(r -> worth(r, site)).sorted().toArray();
      rows.add(
          new SiteRow(
              site,
              solver.worth(model, waveform),
              quantile(spread, 0.025),
              quantile(spread, 0.975),
              judged,
              weights == null ? Double.NaN : links(weights, site, seen.where()),
              links(fc, site, seen.where()) / question.goal().regions().length,
              Double.NaN,
              Double.NaN));
    }
    return rows;
  }

  /** The rows with p and q. */
  static List<SiteRow> tested(List<SiteRow> rows, SiteTest test) {
    List<SiteRow> tested = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      tested.add(rows.get(k).tested(test.p()[k], test.q()[k]));
    }
    return tested;
  }

  private double worth(SiteResponses law, int site) {
    return solver.worth(law, solver.best(List.of(law), site));
  }

  /**
   * What is known without a model.
   *
   * @param weights given graph, [source][target]; null for none
   * @param recordings whose correlations are shown
   * @param where what the sites are
   */
  record Seen(double[][] weights, List<RegionSignals> recordings, Sites where) {}

  private double links(double[][] matrix, int site, Sites where) {
    return Arrays.stream(question.goal().regions())
        .mapToDouble(t -> where.link(matrix, site, t))
        .sum();
  }

  private static double[][] fc(List<RegionSignals> recordings) {
    int n = recordings.get(0).size();
    double[][] mean = new double[n][n];
    for (RegionSignals one : recordings) {
      double[][] fc = Correlation.of(one.values());
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          mean[i][j] += fc[i][j] / recordings.size();
        }
      }
    }
    return mean;
  }

  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = share * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(sorted.length - 1, low + 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }

  /** For tables and files. */
  static ResultTable table(List<SiteRow> rows, Sites where) {
    List<String> columns = new ArrayList<>(List.of("Site", "Worth", "Worth low", "Worth high"));
    rows.get(0).judged().keySet().forEach(name -> columns.add("By " + name));
    columns.addAll(List.of("Weights to targets", "Mean |r| with targets", "p", "q"));
    ResultTable table = ResultTable.of(columns.toArray(String[]::new));
    rows.stream()
        .sorted(Comparator.comparingDouble(SiteRow::worth).reversed())
        .forEach(
            row -> {
              List<Object> cells = new ArrayList<>();
              cells.add(where.name(row.row()));
              cells.addAll(List.of(row.worth(), row.low(), row.high()));
              cells.addAll(row.judged().values());
              cells.addAll(List.of(row.byWeights(), row.byFc(), row.p(), row.q()));
              table.row(cells.toArray());
            });
    return table;
  }
}
