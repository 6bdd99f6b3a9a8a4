package org.braindyn.gaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.braindyn.data.Regions;
import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillScore;
import org.braindyn.imputation.FillScore.GapScore;
import org.braindyn.imputation.HiddenScore;

/** Scores of methods of filling as a table and as words. */
public final class FillTable {
  private static final double LITTLE = 0.1; // R2
  private static final double GOOD = 0.5;

  private FillTable() {}

  /** Headings: what, how many hidden values, R2 of each method, coverage of the first. */
  public static List<String> columns(List<Rival> rivals) {
    List<String> columns = new ArrayList<>(List.of("Where", "Hidden values"));
    rivals.forEach(rival -> columns.add("R2 " + rival.method().title()));
    columns.addAll(List.of("Within 50 %", "Within 90 %"));
    return columns;
  }

  /** Rows: all hidden values, by length of gap, by region. */
  public static List<List<String>> rows(List<Rival> rivals, Regions regions) {
    List<List<String>> rows = new ArrayList<>();
    if (rivals.isEmpty()) {
      return rows;
    }
    rows.add(row("all", rivals, FillScore::all));
    List<GapScore> gaps = rivals.get(0).score().byLength();
    for (int g = 0; g < gaps.size(); g++) {
      int at = g;
      rows.add(row("gaps of " + length(gaps.get(g)), rivals, s -> s.byLength().get(at).score()));
    }
    List<String> names = regions.uniqueNames();
    for (int r = 0; r < regions.size(); r++) {
      int at = r;
      rows.add(row(names.get(r), rivals, s -> s.byRegion().get(at)));
    }
    return rows;
  }

  private static List<String> row(
      String where, List<Rival> rivals, Function<FillScore, HiddenScore> of) {
    HiddenScore first = of.apply(rivals.get(0).score());
    List<String> row = new ArrayList<>(List.of(where, Long.toString(first.count())));
    rivals.forEach(rival -> row.add(number(of.apply(rival.score()).r2())));
    row.add(number(first.coverage50()));
    row.add(number(first.coverage90()));
    return row;
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "n/a";
  }

  /** Frames of a gap: {@code 3-5}, {@code over 50} or {@code 1}. */
  public static String length(GapScore gap) {
    return gap.longest() == Integer.MAX_VALUE
        ? "over " + (gap.shortest() - 1)
        : gap.shortest() == gap.longest()
            ? Integer.toString(gap.shortest())
            : gap.shortest() + "-" + gap.longest();
  }

  /** A method and how it is to be read. */
  static String name(FillMethod method, int order) {
    boolean kalman =
        method == FillMethod.OWN
            || method == FillMethod.GROUP
            || method == FillMethod.OWN_AND_GROUP;
    if (method == FillMethod.MODEL) {
      return "a trained model on a Kalman smoother, " + (order == 1 ? "one lag" : order + " lags");
    }
    String lags = order == 1 ? "one lag" : order + " lags";
    return kalman ? "a Kalman smoother on " + method.title() + ", " + lags : method.title();
  }

  /** What the scores mean for the filled values. */
  static String verdict(List<Rival> rivals, long few) {
    HiddenScore own = rivals.get(0).score().all();
    StringBuilder text = new StringBuilder("Of ").append(own.count());
    text.append(" values hidden on purpose it explains R2 ").append(two(own.r2()));
    Rival best = rivals.get(0);
    List<String> others = new ArrayList<>();
    for (Rival rival : rivals.subList(1, rivals.size())) {
      double r2 = rival.score().all().r2();
      others.add(rival.method().title() + " " + two(r2));
      best = r2 > best.score().all().r2() ? rival : best;
    }
    text.append(others.isEmpty() ? "" : " (" + String.join(", ", others) + ")");
    if (!Double.isNaN(own.coverage90())) {
      long held = Math.round(100 * own.coverage90());
      text.append(", and its 90 % intervals held ").append(held).append(" % of them");
    }
    double r2 = own.r2();
    text.append(": ");
    if (best != rivals.get(0)) {
      text.append(best.method().title()).append(" does better here, so take that instead.");
    } else if (!(r2 >= LITTLE)) {
      text.append("hardly better than the mean, so take filled values as placeholders.");
    } else if (r2 < GOOD) {
      text.append("a course in outline, not values to rely on one by one.");
    } else {
      text.append("values to work with, inside their intervals.");
    }
    for (Rival rival : rivals.subList(1, rivals.size())) {
      String better = better(rival, rivals.get(0));
      if (best == rivals.get(0) && !better.isEmpty()) {
        text.append(" In gaps of ").append(better).append(" frames ");
        text.append(rival.method().title()).append(" does better.");
      }
    }
    return text + (own.count() < few ? " So few hidden values make this score rough." : "");
  }

  /** Lengths of gaps in which a method met more than another, or "". */
  private static String better(Rival rival, Rival than) {
    List<String> lengths = new ArrayList<>();
    List<GapScore> gaps = than.score().byLength();
    for (int g = 0; g < gaps.size(); g++) {
      if (rival.score().byLength().get(g).score().r2() > gaps.get(g).score().r2()) {
        lengths.add(length(gaps.get(g)));
      }
    }
    return String.join(", ", lengths);
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
