package org.braindyn.command.samples;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.bridge.ListedChoices;
import org.braindyn.fiji.guide.GuideWindow;
import org.braindyn.guide.GuideKind;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A window that walks a newcomer from data to an answer. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Guide",
    description = "Step by step from data to an answer, with a macro and a report at the end",
    attrs = @Attr(name = "no-legacy"))
public class OpenGuide extends BrainDynCommand implements ListedChoices {
  private static final String OPEN = "What suits what is open";

  @Parameter(persist = false, description = "what to walk through")
  private String data = OPEN;

  @Parameter(
      persist = false,
      style = "directory",
      description = "where model, maps, report and macro are written")
  private File folder = new File(System.getProperty("user.home"), "braindyn-guide");

  @Override
  protected void execute() {
    if (GraphicsEnvironment.isHeadless()) {
      throw new BadInput(
          "The guide is a window, and there is no screen. Run the macro that it saved.");
    }
    if (!folder.isDirectory() && !folder.mkdirs()) {
      throw new BadInput("folder=" + folder + " cannot be made. Choose another one.");
    }
    GuideKind kind =
        Arrays.stream(GuideKind.values())
            .filter(k -> k.title().equals(data))
            .findFirst()
            .orElse(null);
    EventQueue.invokeLater(() -> GuideWindow.open(kind, folder));
  }

  @Override
  public List<String> choices(String parameter) {
    return parameter.equals("data")
        ? Stream.concat(Stream.of(OPEN), Arrays.stream(GuideKind.values()).map(GuideKind::title))
            .toList()
        : List.of();
  }
}
