package org.braindyn.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.text.ResultTable;

/** Scores against known links, as a table and in sentences. */
public final class TruthTable {
  private static final double LEVEL = 0.05;

  private TruthTable() {}

  /** One row per method, the best first. */
  public static ResultTable of(List<TruthScore> scores) {
    ResultTable table =
        new ResultTable(
            List.of(
                "Method",
                "AUROC",
                "low",
                "high",
                "Shifted",
                "Shifted 95 %",
                "p",
                "Transposed",
                "Direction",
                "Direction low",
                "Direction high"),
            ResultTable.Numbers.SIX_DECIMALS);
    for (TruthScore s : scores) {
      table.row(
          s.method(),
          s.auroc(),
          s.low(),
          s.high(),
          s.shifted(),
          s.shiftedHigh(),
          s.p(),
          s.transposed(),
          s.direction(),
          s.directionLow(),
          s.directionHigh());
    }
    return table;
  }

  /** What the scores mean, one sentence per method. */
  public static List<String> notes(List<TruthScore> scores) {
    List<String> notes = new ArrayList<>();
    for (TruthScore s : scores) {
      String known =
          Double.isNaN(s.p())
              ? ""
              : String.format(
                  Locale.ROOT,
                  s.p() <= LEVEL
                      ? "; shifted recordings give %.3f (p = %.3f)"
                      : "; no better than shifted recordings, %.3f (p = %.3f)",
                  s.shifted(),
                  s.p());
      String direction =
          s.directionLow() > 0
              ? String.format(Locale.ROOT, "direction is read (transposed %.3f)", s.transposed())
              : s.direction() == 0
                  ? "there is no direction to read"
                  : String.format(
                      Locale.ROOT, "direction cannot be read (transposed %.3f)", s.transposed());
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: AUROC %.3f (%.3f to %.3f)%s; %s.",
              s.method(),
              s.auroc(),
              s.low(),
              s.high(),
              known,
              direction));
    }
    return notes;
  }
}
