package org.braindyn.packaged;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braindyn.command.Commands;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.images.ImageKind;
import org.braindyn.guide.Made;
import org.braindyn.guide.StepRunner;
import org.braindyn.session.MacroLine;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;

/** Runs a guide's lines as a script does: by command classes and typed inputs, without macros. */
final class CommandSteps implements StepRunner {
  private final Map<String, ImagePlus> images = new LinkedHashMap<>();
  private final Map<String, String> classes = new HashMap<>();

  CommandSteps() throws Exception {
    Matcher lines =
        Pattern.compile("[^,]+, \"([^\"]+)\", [\\w.]+\\(\"([^\"]+)\"\\)")
            .matcher(Files.readString(Path.of("plugins.config")));
    while (lines.find()) {
      classes.put(lines.group(1), lines.group(2));
    }
  }

  @Override
  public List<Made> run(MacroLine line) {
    try {
      return ran(line);
    } catch (BadInput e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(line.text(), e);
    }
  }

  private List<Made> ran(MacroLine line) throws Throwable {
    if (line.command().equals("Open...")) {
      ImagePlus image = IJ.openImage(line.options().get("path"));
      images.put(image.getTitle(), image);
      return List.of(new Made("", image.getTitle(), image.getStackSize()));
    }
    if (line.command().equals("Properties...")) {
      ImagePlus image = images.values().iterator().next();
      image.setDimensions(1, 1, Integer.parseInt(line.options().get("frames")));
      image.getCalibration().frameInterval =
          Double.parseDouble(line.options().get("frame").replace(" sec", ""));
      return List.of();
    }
    Class<? extends Command> command =
        Class.forName(classes.get(line.command())).asSubclass(Command.class);
    Map<String, Object> inputs = new HashMap<>();
    for (ModuleItem<?> item :
        org.braindyn.fiji.bridge.SciJavaContext.get()
            .service(org.scijava.command.CommandService.class)
            .getCommand(command)
            .inputs()) {
      if (line.options().containsKey(item.getName())) {
        inputs.put(item.getName(), typed(item.getType(), line.options().get(item.getName())));
      }
    }
    CommandModule module = Commands.runWith(command, inputs);
    List<Made> made = new ArrayList<>();
    for (ModuleItem<?> item : module.getInfo().outputs()) {
      Object value = module.getOutput(item.getName());
      if (value instanceof ImagePlus image) {
        images.put(image.getTitle(), image);
        made.add(new Made(kind(image), image.getTitle(), image.getStackSize()));
      } else if (value instanceof ResultsTable table) {
        assert table.size() > 0;
      }
    }
    return made;
  }

  private Object typed(Class<?> type, String text) {
    if (type == boolean.class) {
      return true;
    }
    if (type == ImagePlus.class) {
      return images.get(text);
    }
    if (type == File.class) {
      return new File(text);
    }
    if (type == int.class) {
      return Integer.parseInt(text);
    }
    if (type == long.class) {
      return Long.parseLong(text);
    }
    return type == double.class ? (Object) Double.parseDouble(text) : text;
  }

  private static String kind(ImagePlus image) {
    for (ImageKind kind : ImageKind.values()) {
      if (kind.marks(image)) {
        return kind.name().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}
