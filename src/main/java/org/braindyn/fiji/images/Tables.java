package org.braindyn.fiji.images;

import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import java.util.List;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.text.ResultTable;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.GraphMeasures;

/** Results tables that more than one command makes. */
public final class Tables {
  private Tables() {}

  /**
   * Signals as a table: one row per frame, {@code Time (s)} first (or {@code Frame} if unknown).
   */
  public static ResultsTable signals(RegionSignals signals) {
    return signals(signals, 0);
  }

  /** The same, the first row being frame {@code first} of the recording. */
  public static ResultsTable signals(RegionSignals signals, int first) {
    ResultsTable table = new ResultsTable();
    boolean timed = Double.isFinite(signals.interval());
    List<String> names = signals.regions().uniqueNames();
    for (int t = 0; t < signals.frames(); t++) {
      table.addRow();
      table.addValue(
          timed ? "Time (s)" : "Frame", timed ? (first + t) * signals.interval() : first + t);
      for (int r = 0; r < signals.size(); r++) {
        table.addValue(names.get(r), signals.values()[r][t]);
      }
    }
    return finish(table);
  }

  /** One row per region: edges in and out, strength, clustering. */
  public static ResultsTable graph(BrainGraph graph, Regions regions) {
    ResultsTable table = new ResultsTable();
    int[] in = GraphMeasures.inDegree(graph);
    int[] out = GraphMeasures.outDegree(graph);
    double[] strength = GraphMeasures.strength(graph);
    double[] clustering = GraphMeasures.clustering(graph);
    for (int r = 0; r < regions.size(); r++) {
      table.addRow();
      table.addValue("Region", regions.get(r).name());
      addLabel(table, regions.get(r));
      table.addValue("Edges in", in[r]);
      table.addValue("Edges out", out[r]);
      table.addValue("Strength", strength[r]);
      table.addValue("Clustering", clustering[r]);
    }
    return finish(table);
  }

  /** Label, name, voxels and centroid of every region. */
  public static ResultsTable regions(Regions regions) {
    ResultsTable table = new ResultsTable();
    for (Region region : regions) {
      table.addRow();
      table.addValue("Region", region.name());
      addLabel(table, region);
      table.addValue("Voxels", region.voxels());
      for (int i = 0; i < 3; i++) {
        double mm = region.centroid() == null ? Double.NaN : region.centroid()[i];
        table.addValue("XYZ".charAt(i) + " (mm)", mm);
      }
    }
    return finish(table);
  }

  private static void addLabel(ResultsTable table, Region region) {
    if (region.hasLabel()) {
      table.addValue("Label", region.label());
    } else {
      table.addValue("Label", region.labelText());
    }
  }

  /**
   * A table without rows, of which macros' {@code saveAs("Results", file)} writes the headings;
   * ImageJ would write no file, and a macro would find none where nothing was found.
   */
  public static ResultsTable empty(List<String> columns) {
    ResultsTable table = new HeadingsAlone();
    columns.forEach(table::getFreeColumn);
    return table;
  }

  /** Has no rows for anybody but ImageJ's writer, which otherwise leaves before it writes. */
  private static final class HeadingsAlone extends ResultsTable {
    @Override
    public int size() {
      int rows = super.size();
      return rows == 0
              && StackWalker.getInstance()
                  .walk(s -> s.skip(1).findFirst())
                  .filter(HeadingsAlone::writer)
                  .isPresent()
          ? 1
          : rows;
    }

    private static boolean writer(StackWalker.StackFrame caller) {
      return caller.getClassName().equals("ij.plugin.MeasurementsWriter");
    }
  }

  /** A table of results, numbers as numbers. */
  public static ResultsTable of(ResultTable table) {
    return cells(table.columns(), table.rows());
  }

  /** A table of cells, numbers as numbers. */
  public static ResultsTable cells(List<String> columns, List<List<String>> rows) {
    ResultsTable table = rows.isEmpty() ? empty(columns) : new ResultsTable();
    for (List<String> row : rows) {
      table.addRow();
      for (int c = 0; c < columns.size(); c++) {
        String cell = row.get(c);
        // A person called 01 is not the number 1.
        if (cell.matches("[-+]?([1-9][0-9]*|0)?([.][0-9]*)?([eE][-+]?[0-9]+)?")
            && cell.matches(".*[0-9].*")) {
          table.addValue(columns.get(c), Double.parseDouble(cell));
        } else {
          table.addValue(columns.get(c), cell);
        }
      }
    }
    return finish(table);
  }

  /**
   * Whole numbers without, others with these decimals, whatever ImageJ's own setting, so that
   * macros and scripts write the same file.
   */
  public static ResultsTable finish(ResultsTable table) {
    if (table != Analyzer.getResultsTable()) { // else ImageJ beeps and takes the status bar
      table.showRowNumbers(false);
    }
    for (String column : table.getHeadings()) {
      boolean whole = true;
      for (int row = 0; row < table.size(); row++) {
        double value = table.getValue(column, row);
        whole &= Double.isNaN(value) || value == Math.rint(value);
      }
      table.setDecimalPlaces(
          table.getColumnIndex(column), whole ? 0 : column.endsWith("(mm)") ? 2 : 6);
    }
    return table;
  }
}
