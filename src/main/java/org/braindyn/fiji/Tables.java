package org.braindyn.fiji;

import ij.measure.ResultsTable;
import org.braindyn.data.RegionSignals;

/** Results tables that more than one command makes. */
public final class Tables {
  private Tables() {}

  /**
   * Signals as a table: one row per frame, {@code Time (s)} first (or {@code Frame} if unknown).
   */
  public static ResultsTable signals(RegionSignals signals) {
    ResultsTable table = new ResultsTable();
    table.setPrecision(6);
    boolean timed = Double.isFinite(signals.interval());
    for (int t = 0; t < signals.frames(); t++) {
      table.addRow();
      table.addValue(timed ? "Time (s)" : "Frame", timed ? t * signals.interval() : t);
      for (int r = 0; r < signals.size(); r++) {
        table.addValue(signals.regions().get(r).name(), signals.values()[r][t]);
      }
    }
    return table;
  }
}
