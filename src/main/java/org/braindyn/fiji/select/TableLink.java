package org.braindyn.fiji.select;

import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;
import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;

/** A table with one row per region: a click on a row chooses it, a choice marks its row. */
final class TableLink extends MouseAdapter implements Consumer<RegionKey> {
  private static final List<String> NAMES = List.of("Region", "region", "Electrode", "Source");

  private final TextPanel panel;

  private TableLink(TextPanel panel) {
    this.panel = panel;
  }

  /** Joins a table's window to the selection until it closes; other windows are left alone. */
  static void join(TextWindow window, Selection selection) {
    TextPanel panel = window.getTextPanel();
    if (panel == null || column(panel.getOrCreateResultsTable()) == null) {
      return;
    }
    TableLink link = new TableLink(panel);
    for (Component part : panel.getComponents()) {
      part.addMouseListener(link);
    }
    selection.add(link);
    window.addWindowListener(
        new java.awt.event.WindowAdapter() {
          @Override
          public void windowClosed(java.awt.event.WindowEvent event) {
            selection.remove(link);
          }
        });
  }

  /** The column that names regions; null for none. */
  static String column(ResultsTable table) {
    return table == null
        ? null
        : NAMES.stream().filter(table::columnExists).findFirst().orElse(null);
  }

  /** The row of a region in a table; -1 if it is not there. */
  static int row(ResultsTable table, RegionKey region) {
    String column = column(table);
    for (int row = 0; column != null && row < table.size(); row++) {
      if (table.getStringValue(column, row).strip().equalsIgnoreCase(region.name().strip())) {
        return row;
      }
    }
    return -1;
  }

  @Override
  public void mouseReleased(MouseEvent event) {
    ResultsTable table = panel.getOrCreateResultsTable();
    String column = column(table);
    int row = panel.getSelectionStart();
    if (column != null && row >= 0 && row < table.size()) {
      Selection.shared().choose(RegionKey.named(table.getStringValue(column, row)));
    }
  }

  @Override
  public void accept(RegionKey region) {
    int row = region == null ? -1 : row(panel.getOrCreateResultsTable(), region);
    if (row >= 0) {
      panel.setSelection(row, row);
    } else {
      panel.resetSelection();
    }
  }
}
