package org.braindyn.fiji;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** Shows what a command made: images, tables, plots, and text in the log. */
final class CommandOutputs {
  private CommandOutputs() {}

  static void show(Module module) {
    boolean mainTable = true;
    for (ModuleItem<?> item : module.getInfo().outputs()) {
      Object value = module.getOutput(item.getName());
      if (value instanceof ImagePlus image) {
        image.show();
      } else if (value instanceof Plot plot) {
        if (!java.awt.GraphicsEnvironment.isHeadless()) {
          plot.show();
        }
      } else if (value instanceof ResultsTable table) {
        showTable(table, item, mainTable);
        mainTable = false;
      } else if (value instanceof String text && !text.isBlank()) {
        IJ.log(text);
      }
    }
  }

  // The first table is the one that macros read; headless the system table is the only one.
  private static void showTable(ResultsTable table, ModuleItem<?> item, boolean main) {
    table.showRowNumbers(false);
    if (main) {
      Analyzer.setResultsTable(table);
      table.show("Results");
    } else if (!java.awt.GraphicsEnvironment.isHeadless()) {
      String label = item.getLabel();
      table.show(label == null || label.isBlank() ? "BrainDyn " + item.getName() : label);
    }
  }
}
