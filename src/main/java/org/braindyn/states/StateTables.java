package org.braindyn.states;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.text.ResultTable;

/** States as tables. */
public final class StateTables {
  private StateTables() {}

  /**
   * One row per recording and state: share of time, how long it stays, how often it comes.
   *
   * @param names of the recordings
   * @param interval time between samples in s, NaN if unknown (dwell times are frames then)
   */
  public static ResultTable times(FoundStates found, List<String> names, double interval) {
    boolean known = interval > 0;
    ResultTable table =
        new ResultTable(
            List.of(
                "Recording", "State", "Share", known ? "Dwell (s)" : "Dwell (frames)", "Visits"),
            ResultTable.Numbers.SIX_DECIMALS);
    for (int r = 0; r < names.size(); r++) {
      StateNumbers numbers = found.numbers().get(r);
      for (int k = 0; k < found.states(); k++) {
        table.row(
            names.get(r),
            k + 1,
            numbers.share()[k],
            numbers.dwell()[k] * (known ? interval : 1),
            numbers.visits()[k]);
      }
    }
    return table;
  }

  /** One row per recording and state: where the next frame is, in shares. */
  public static ResultTable moves(FoundStates found, List<String> names) {
    List<String> columns = new ArrayList<>(List.of("Recording", "From state"));
    for (int k = 0; k < found.states(); k++) {
      columns.add("To " + (k + 1));
    }
    ResultTable table = new ResultTable(columns, ResultTable.Numbers.SIX_DECIMALS);
    for (int r = 0; r < names.size(); r++) {
      for (int k = 0; k < found.states(); k++) {
        table.row(names.get(r), k + 1, found.numbers().get(r).moves()[k]);
      }
    }
    return table;
  }

  /** One row per frame: state here, of sliding windows and of co-activation patterns, from 1. */
  public static ResultTable sequence(FoundStates found, List<String> names) {
    ResultTable table =
        ResultTable.of("Recording", "Frame", "State", "Sliding windows", "Co-activation");
    for (int r = 0; r < names.size(); r++) {
      for (int t = 0; t < found.sequences()[r].length; t++) {
        table.row(
            names.get(r),
            t,
            found.sequences()[r][t] + 1,
            found.beside()[r][t] + 1,
            found.coActivated()[r][t] + 1);
      }
    }
    return table;
  }

  /** One row per number of states that was tried: gain over one state on people left out. */
  public static ResultTable choice(FoundStates found) {
    ResultTable table =
        new ResultTable(
            List.of("States", "Gain (nats per frame)", "Standard error", "Taken"),
            ResultTable.Numbers.SIX_DECIMALS);
    table.row(1, 0.0, 0.0, found.states() == 1);
    for (int k = 1; k < found.gain().length; k++) {
      if (found.gain()[k] != null) {
        table.row(
            k + 1,
            StateChoice.mean(found.gain()[k]),
            StateChoice.error(found.gain()[k]),
            found.states() == k + 1);
      }
    }
    return table;
  }
}
