package org.braindyn.fiji.bridge;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.images.OpenImages;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Fills the inputs of a command from the macro options, or from a dialog when a person is there.
 */
final class CommandInputs {
  private CommandInputs() {}

  /**
   * @return false if the user closed the dialog with Cancel
   */
  static boolean fill(Module module) {
    String options = Macro.getOptions();
    if (options != null || java.awt.GraphicsEnvironment.isHeadless()) {
      fromOptions(module, new MacroOptions(options));
      return true;
    }
    return CommandDialog.ask(module);
  }

  /** The inputs that a user gives: all but services and messages. */
  static List<ModuleItem<?>> items(Module module) {
    List<ModuleItem<?>> items = new ArrayList<>();
    for (ModuleItem<?> item : module.getInfo().inputs()) {
      Class<?> type = item.getType();
      boolean given =
          type == ImagePlus.class
              || type == File.class
              || type == String.class
              || type.isPrimitive();
      if (given && item.getVisibility() != org.scijava.ItemVisibility.MESSAGE) {
        items.add(item);
      }
    }
    // SciJava lists inherited parameters first; what the command itself asks comes before them.
    Class<?> command = module.getDelegateObject().getClass();
    items.sort(java.util.Comparator.comparing(item -> inherited(item, command)));
    return items;
  }

  /** True for a parameter of a superclass that does not put its own first. */
  static boolean inherited(ModuleItem<?> item, Class<?> command) {
    return item instanceof CommandModuleItem<?> c
        && c.getField().getDeclaringClass() != command
        && !first(item);
  }

  /** True for a parameter of a superclass that puts its own first. */
  static boolean first(ModuleItem<?> item) {
    return item instanceof CommandModuleItem<?> c
        && c.getField().getDeclaringClass().isAnnotationPresent(InputsFirst.class);
  }

  private static void fromOptions(Module module, MacroOptions options) {
    List<ModuleItem<?>> items = items(module);
    for (String key : options.keys()) {
      if (items.stream().noneMatch(item -> item.getName().equals(key))) {
        throw new BadInput(
            module.getInfo().getTitle()
                + " has no parameter \""
                + key
                + "\". Its parameters are "
                + String.join(", ", items.stream().map(ModuleItem::getName).toList())
                + ".");
      }
    }
    boolean currentUsed = false;
    for (ModuleItem<?> item : items) {
      String key = item.getName();
      Class<?> type = item.getType();
      if (type == ImagePlus.class && namesFile(items, options, key)) {
        module.setInput(key + "file", new File(value(options, key)));
      } else if (type == boolean.class) {
        if (options.has(key)) {
          module.setInput(key, options.flag(key));
        }
      } else if (type == ImagePlus.class) {
        ImagePlus image = null;
        if (options.has(key)) {
          image = OpenImages.find(key, value(options, key), item.isRequired());
        } else if (item.isRequired() && !currentUsed) {
          image = WindowManager.getCurrentImage();
          currentUsed = true;
        }
        if (image == null && item.isRequired()) {
          throw missing(module, key, "an open image: " + key + "=[its title]");
        }
        module.setInput(key, image);
      } else if (options.has(key)) {
        module.setInput(key, ParameterText.parse(item, value(options, key)));
      } else if (item.isRequired() && module.getInput(key) == null) {
        throw missing(module, key, key + "=[value]");
      }
      module.resolveInput(key);
    }
  }

  /** True if {@code signals=/path/file.npy} means the parameter signalsfile, not an open image. */
  private static boolean namesFile(List<ModuleItem<?>> items, MacroOptions options, String key) {
    if (!options.has(key) || options.has(key + "file")) {
      return false;
    }
    String value = value(options, key);
    return items.stream().anyMatch(item -> item.getName().equals(key + "file"))
        && OpenImages.all().stream().noneMatch(image -> image.getTitle().equals(value))
        && new File(value).isFile();
  }

  private static BadInput missing(Module module, String key, String remedy) {
    return new BadInput(
        module.getInfo().getTitle() + " needs \"" + key + "\". Add " + remedy + " to the options.");
  }

  private static String value(MacroOptions options, String key) {
    String value = options.get(key);
    if (value == null) {
      throw new BadInput("\"" + key + "\" has no value. Write " + key + "=value.");
    }
    if (value.startsWith("&") && ij.macro.Interpreter.getInstance() != null) {
      // ImageJ's own notation for a macro variable; only it can look the variable up.
      String held = ij.macro.Interpreter.getInstance().getVariableAsString(value.substring(1));
      return held == null ? value : held;
    }
    return value;
  }
}
