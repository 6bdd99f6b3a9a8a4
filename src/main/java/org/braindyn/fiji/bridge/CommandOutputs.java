package org.braindyn.fiji.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.braindyn.figure.plot.CarpetFigure;
import org.braindyn.fiji.figures.FigureImage;
import org.braindyn.fiji.help.HelpWindow;
import org.braindyn.fiji.images.Choosable;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.fiji.windows.ResultWindows;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** Shows what a command made: images, tables, plots, and text in the log. */
final class CommandOutputs {
  /** Attribute of the command that is answered by the help window. */
  private static final String HELP = "help";

  private static final int FEWEST_FRAMES = 10;

  private final Module module;
  private final boolean person;
  private final ResultWindows windows = new ResultWindows();
  private boolean mainTable = true;

  private CommandOutputs(Module module, boolean person) {
    this.module = module;
    this.person = person && !java.awt.GraphicsEnvironment.isHeadless();
  }

  /**
   * @param person true if a person looks: tables keep their own titles, recordings are shown as a
   *     carpet with names; a macro finds its table as "Results"
   */
  static void show(Module module, boolean person) {
    if (person && module.getInfo().get(HELP) != null) {
      HelpWindow.show(AllCommands.schemas(), HelpWindow.START);
      return;
    }
    CommandOutputs outputs = new CommandOutputs(module, person);
    for (ModuleItem<?> item : module.getInfo().outputs()) {
      outputs.show(item, module.getOutput(item.getName()));
    }
    if (outputs.person) {
      outputs.windows.place();
    }
  }

  private void show(ModuleItem<?> item, Object value) {
    if (value instanceof ImagePlus image) {
      if (person && Choosable.SIGNALS.marked(image) && image.getWidth() >= FEWEST_FRAMES) {
        windows.show(
            FigureImage.of(
                CarpetFigure.of(SignalsImage.signals(image)), "carpet of " + image.getTitle()));
      }
      windows.show(image);
    } else if (value instanceof Plot plot) {
      if (!java.awt.GraphicsEnvironment.isHeadless()) {
        windows.show(plot);
      }
    } else if (value instanceof ResultsTable table) {
      showTable(table, item);
      mainTable = false;
    } else if (value instanceof String text && !text.isBlank()) {
      IJ.log(text);
    }
  }

  // The first table is the one that macros read; headless the system table is the only one.
  private void showTable(ResultsTable table, ModuleItem<?> item) {
    table.showRowNumbers(false);
    if (mainTable) {
      Analyzer.setResultsTable(table);
      Tables.finish(table); // ImageJ has just set its own number of decimals
    }
    if (person) {
      // ImageJ wants its own table under the name Results alone
      ResultsTable shown = mainTable ? (ResultsTable) table.clone() : table;
      shown.showRowNumbers(false);
      windows.show(Tables.finish(shown), title(item));
    } else if (mainTable) {
      table.show("Results");
    } else if (!java.awt.GraphicsEnvironment.isHeadless()) {
      String label = item.getLabel();
      table.show(label == null || label.isBlank() ? "BrainDyn " + item.getName() : label);
    }
  }

  /** E.g. "Train, signals of phantom: better than VAR(1), by 8.1 %". */
  private String title(ModuleItem<?> item) {
    String label = item.getLabel();
    String what =
        label == null || label.isBlank()
            ? module.getInfo().getTitle().replace("BrainDyn ", "")
            : label.replace("BrainDyn ", "");
    StringBuilder title = new StringBuilder(what.substring(0, 1).toUpperCase());
    title.append(what.substring(1));
    for (ModuleItem<?> input : module.getInfo().inputs()) {
      if (module.getInput(input.getName()) instanceof ImagePlus image) {
        title.append(", ").append(image.getTitle());
        break;
      }
    }
    if (module.getDelegateObject() instanceof BrainDynCommand command
        && !command.verdict().sentence().isEmpty()) {
      String verdict = Verdicts.brief(command.verdict());
      title.append(": ").append(verdict.substring(0, 1).toLowerCase());
      title.append(verdict, 1, verdict.length() - 1);
    }
    return title.toString();
  }
}
