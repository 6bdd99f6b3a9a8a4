package org.braindyn.cohort.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.text.ResultTable;

/** A prediction as tables. */
public final class PredictionTable {
  private PredictionTable() {}

  /** One row per set of features. */
  public static ResultTable rows(Prediction prediction) {
    boolean binary = prediction.target().binary();
    String skill = binary ? "AUROC" : "R2";
    ResultTable table =
        new ResultTable(
            List.of(
                "Features",
                skill,
                skill + " low",
                skill + " high",
                "Variance share",
                "Share low",
                "Share high",
                "p",
                "Beyond covariates",
                "Beyond low",
                "Beyond high",
                "Beside FC",
                "Beside low",
                "Beside high",
                skill + " sites left out",
                "Calibration slope",
                binary ? "Brier" : "Correlation",
                "People for 80 % power"),
            ResultTable.Numbers.SIX_DECIMALS);
    for (PredictionRow row : prediction.rows()) {
      table.row(
          row.name(),
          ends(row.skill()),
          ends(row.explained()),
          row.p(),
          ends(row.gain()),
          ends(row.beside()),
          row.sitesOut(),
          row.slope(),
          row.association(),
          row.needed());
    }
    return table;
  }

  private static double[] ends(Estimate of) {
    return new double[] {of.value(), of.low(), of.high()};
  }

  /**
   * One row per person: the truth and what every set of features said when the person was left out.
   */
  public static ResultTable people(Prediction prediction) {
    Target target = prediction.target();
    List<String> columns = new ArrayList<>(List.of("person", target.name()));
    String of = target.binary() ? "P(" + target.classes().get(1) + ") by " : "by ";
    prediction.rows().forEach(row -> columns.add(of + row.name()));
    ResultTable table = new ResultTable(columns, ResultTable.Numbers.EXACT);
    for (int i = 0; i < prediction.people().size(); i++) {
      int person = i;
      Object truth =
          target.binary()
              ? target.classes().get((int) target.value()[i])
              : (Object) target.value()[i];
      double[] said = prediction.rows().stream().mapToDouble(r -> r.predicted()[person]).toArray();
      table.row(prediction.people().get(i), truth, said);
    }
    return table;
  }

  /**
   * What was foretold of one person whom no model had seen, in a sentence.
   *
   * @return empty if the person took no part
   */
  public static String sentence(Prediction prediction, String person) {
    ResultTable table = people(prediction);
    for (List<String> row : table.rows()) {
      if (row.get(0).equals(person)) {
        List<String> said = new ArrayList<>();
        for (int c = 2; c < row.size(); c++) {
          said.add(table.columns().get(c) + " " + brief(row.get(c)));
        }
        return table.columns().get(1)
            + " of this person: "
            + row.get(1)
            + "; foretold with the person left out: "
            + String.join(", ", said)
            + ".";
      }
    }
    return "";
  }

  private static String brief(String number) {
    return String.format(java.util.Locale.ROOT, "%.3g", Double.parseDouble(number));
  }

  /** One row per region, the most important first. */
  public static ResultTable importance(Prediction prediction) {
    Importance of = prediction.importance();
    ResultTable table =
        new ResultTable(
            List.of("Region", "Importance", "95 % of shuffles", "p", "q"),
            ResultTable.Numbers.SIX_DECIMALS);
    Integer[] order = new Integer[of.value().length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(of.value()[b], of.value()[a]));
    for (int r : order) {
      table.row(
          prediction.regions().get(r).name(), of.value()[r], of.null95()[r], of.p()[r], of.q()[r]);
    }
    return table;
  }
}
