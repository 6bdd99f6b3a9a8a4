package org.braindyn.fiji.bridge;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.images.OpenImages;
import org.braindyn.fiji.schema.FieldText;
import org.braindyn.fiji.schema.Schemas;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Fills the inputs of a command from the macro options, or from a dialog when a person is there.
 */
final class CommandInputs {
  private CommandInputs() {}

  /** True if a macro's options say all there is to say, or nobody is there to be asked. */
  static boolean given() {
    return Macro.getOptions() != null || java.awt.GraphicsEnvironment.isHeadless();
  }

  /** Fills from the macro's options. */
  static void fromOptions(Module module) {
    fromOptions(module, new MacroOptions(Macro.getOptions()));
  }

  /** Fills with the values of a dialog. */
  static void fill(Module module, Map<String, Object> values) {
    values.forEach(
        (key, value) -> {
          module.setInput(key, value);
          module.resolveInput(key);
        });
  }

  private static void fromOptions(Module module, MacroOptions options) {
    List<ModuleItem<?>> items = Schemas.items(module);
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
        module.setInput(key, FieldText.parse(key, type, value(options, key)));
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
