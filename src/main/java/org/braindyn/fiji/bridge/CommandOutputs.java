package org.braindyn.fiji.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.braindyn.fiji.images.Tables;
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
        enlarge(image);
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

  // A scan of 24 x 28 voxels would be a stamp on the screen.
  private static void enlarge(ImagePlus image) {
    ImageCanvas canvas = image.getCanvas();
    if (canvas == null) {
      return;
    }
    for (int i = 0; i < 5; i++) {
      double next = ImageCanvas.getHigherZoomLevel(canvas.getMagnification());
      if (image.getWidth() * next > 700 || image.getHeight() * next > 500) {
        return;
      }
      canvas.zoomIn(image.getWidth() / 2, image.getHeight() / 2);
    }
  }

  // The first table is the one that macros read; headless the system table is the only one.
  private static void showTable(ResultsTable table, ModuleItem<?> item, boolean main) {
    table.showRowNumbers(false);
    if (main) {
      Analyzer.setResultsTable(table);
      Tables.finish(table); // ImageJ has just set its own number of decimals
      table.show("Results");
    } else if (!java.awt.GraphicsEnvironment.isHeadless()) {
      String label = item.getLabel();
      table.show(label == null || label.isBlank() ? "BrainDyn " + item.getName() : label);
    }
  }
}
