package org.braindyn.fiji.session;

import ij.ImagePlus;
import java.io.File;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.braindyn.session.Done;
import org.braindyn.session.MacroLine;
import org.braindyn.session.Session;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** A command that has run, as the line that repeats it. */
public final class SessionLog {
  private SessionLog() {}

  /** Remembers a module that has run; those that are in no menu cannot be repeated by a macro. */
  public static void done(Module module) {
    String menu = MenuNames.of(module.getDelegateObject().getClass().getName());
    if (menu == null) {
      return;
    }
    Map<String, String> options = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    Set<String> made = new HashSet<>();
    for (ModuleItem<?> item : module.getInfo().inputs()) {
      Object value = module.getInput(item.getName());
      if (value instanceof ImagePlus image) {
        options.put(item.getName(), image.getTitle());
        used.add(image.getTitle());
      } else if (value instanceof File file) {
        options.put(item.getName(), file.getPath());
        boolean written = "save".equals(item.getWidgetStyle());
        (written ? made : used).add(file.getPath());
      } else if (value instanceof Boolean ticked) {
        if (ticked) {
          options.put(item.getName(), null);
        }
      } else if (value instanceof String || value instanceof Number) {
        String text = number(value);
        if (!text.isEmpty()) {
          options.put(item.getName(), text);
        }
      }
    }
    for (ModuleItem<?> item : module.getInfo().outputs()) {
      if (module.getOutput(item.getName()) instanceof ImagePlus image) {
        made.add(image.getTitle());
      }
    }
    Session.add(new Done(new MacroLine(menu, options), used, made));
  }

  /** 30 for 30.0, as people write it. */
  private static String number(Object value) {
    return value instanceof Double ? value.toString().replaceFirst("\\.0$", "") : value.toString();
  }
}
