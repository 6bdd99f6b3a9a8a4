package org.braindyn.people;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.training.score.Scores;

/** Forecast errors as a table, one row per forecaster. */
public final class ScoreTable {
  private ScoreTable() {}

  /** Names of the columns. */
  public static List<String> columns(List<Scores> scores) {
    int horizon = scores.get(0).byStep().size();
    return List.of("Forecaster", "MSE", "MAE", "PCC", "MSE step 1", "MSE step " + horizon);
  }

  /** One row per forecaster; errors in standard deviations of the context. */
  public static List<List<String>> rows(List<Scores> scores) {
    List<List<String>> rows = new ArrayList<>();
    for (Scores s : scores) {
      int last = s.byStep().size() - 1;
      rows.add(
          List.of(
              s.name(),
              Double.toString(s.all().mse()),
              Double.toString(s.all().mae()),
              Double.toString(s.all().pcc()),
              Double.toString(s.byStep().get(0).mse()),
              Double.toString(s.byStep().get(last).mse())));
    }
    return rows;
  }
}
