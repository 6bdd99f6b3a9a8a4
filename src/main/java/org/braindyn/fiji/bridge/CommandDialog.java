package org.braindyn.fiji.bridge;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.images.ImageKind;
import org.braindyn.fiji.images.OpenImages;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * A dialog made from a command's parameters. Its labels are the parameter names, so that the
 * Recorder writes a line that replays.
 */
final class CommandDialog {
  private static final String HELP = "https://imagej.net/plugins/braindyn";
  private static final String SECOND_PAGE = "second-page";

  private CommandDialog() {}

  /**
   * Asks for every input. A command with the attribute {@value #SECOND_PAGE} asks its inherited
   * parameters on a second page, and only if the box that the attribute names is ticked; parameters
   * that stand first ({@link InputsFirst}) have the first page: all on one page would not fit on a
   * screen.
   *
   * @return false if the user cancelled
   */
  static boolean ask(Module module) {
    List<ModuleItem<?>> items = CommandInputs.items(module);
    String box = module.getInfo().get(SECOND_PAGE);
    if (box == null) {
      List<ModuleItem<?>> first = items.stream().filter(CommandInputs::first).toList();
      items.removeAll(first);
      return page(module, first, module.getInfo().getDescription())
          && page(module, items, module.getInfo().getDescription());
    }
    List<ModuleItem<?>> own = new ArrayList<>(items);
    Class<?> command = module.getDelegateObject().getClass();
    own.removeIf(item -> CommandInputs.inherited(item, command));
    items.removeAll(own);
    return page(module, own, module.getInfo().getDescription())
        && (!Boolean.TRUE.equals(module.getInput(box)) || page(module, items, box + ":"));
  }

  private static boolean page(Module module, List<ModuleItem<?>> items, String about) {
    if (items.isEmpty()) {
      return true;
    }
    GenericDialog dialog = new GenericDialog(module.getInfo().getTitle());
    if (about != null && !about.isBlank()) {
      dialog.addMessage(about);
    }
    for (ModuleItem<?> item : items) {
      add(dialog, module, item);
    }
    dialog.addHelp(HELP);
    dialog.showDialog();
    if (dialog.wasCanceled()) {
      return false;
    }
    for (ModuleItem<?> item : items) {
      read(dialog, module, item);
    }
    return true;
  }

  private static void add(GenericDialog dialog, Module module, ModuleItem<?> item) {
    String name = item.getName();
    Class<?> type = item.getType();
    Object value = module.getInput(name);
    String hint = item.getDescription() == null ? "" : item.getDescription();
    if (type == ImagePlus.class) {
      List<String> titles = new ArrayList<>();
      if (!item.isRequired()) {
        titles.add(OpenImages.NONE);
      }
      OpenImages.all().forEach(image -> titles.add(image.getTitle()));
      if (titles.isEmpty()) {
        throw new BadInput(
            module.getInfo().getTitle() + " needs an open image (" + name + ": " + hint + ").");
      }
      ImagePlus suggested = ImageKind.suggest(name, item.isRequired());
      String title = suggested == null ? titles.get(0) : suggested.getTitle();
      dialog.addChoice(name, titles.toArray(new String[0]), title);
      hint(dialog, hint);
    } else if (type == File.class) {
      String path = value == null ? "" : value.toString();
      if ("directory".equals(item.getWidgetStyle())) {
        dialog.addDirectoryField(name, path);
      } else {
        dialog.addFileField(name, path);
      }
      below(dialog, hint);
    } else if (type == boolean.class) {
      dialog.addCheckbox(name, (Boolean) value);
      hint(dialog, hint);
    } else if (type == String.class) {
      List<String> choices = choices(module, item);
      if (!choices.isEmpty()) {
        String[] texts = choices.toArray(new String[0]);
        dialog.addChoice(name, texts, value == null ? texts[0] : value.toString());
      } else {
        dialog.addStringField(name, value == null ? "" : value.toString(), 18);
        below(dialog, hint);
        return;
      }
      hint(dialog, hint);
    } else {
      boolean whole = type == int.class || type == long.class;
      double number = ((Number) value).doubleValue();
      dialog.addNumericField(name, number, whole ? 0 : digits(number), 8, hint);
    }
  }

  private static List<String> choices(Module module, ModuleItem<?> item) {
    List<?> stated = item.getChoices() == null ? List.of() : item.getChoices();
    return Parameters.choices(
        module.getDelegateObject(), item.getName(), stated.stream().map(Object::toString).toList());
  }

  private static int digits(double number) {
    int digits = 2;
    while (digits < 9 && Math.abs(number * Math.pow(10, digits) % 1) > 1e-9) {
      digits++;
    }
    return digits;
  }

  private static void below(GenericDialog dialog, String hint) {
    if (!hint.isBlank()) {
      dialog.setInsets(0, 90, 4);
      dialog.addMessage(hint);
    }
  }

  private static void hint(GenericDialog dialog, String hint) {
    if (!hint.isBlank()) {
      dialog.addToSameRow();
      dialog.addMessage(hint);
    }
  }

  private static void read(GenericDialog dialog, Module module, ModuleItem<?> item) {
    String name = item.getName();
    Class<?> type = item.getType();
    Object value;
    if (type == ImagePlus.class) {
      value = OpenImages.find(name, dialog.getNextChoice(), item.isRequired());
    } else if (type == File.class) {
      String path = dialog.getNextString().trim();
      value = path.isEmpty() ? null : new File(path);
      if (value == null && item.isRequired()) {
        throw new BadInput(module.getInfo().getTitle() + " needs a file for \"" + name + "\".");
      }
    } else if (type == boolean.class) {
      value = dialog.getNextBoolean();
    } else if (type == String.class) {
      value = !choices(module, item).isEmpty() ? dialog.getNextChoice() : dialog.getNextString();
    } else {
      double number = dialog.getNextNumber();
      if (dialog.invalidNumber()) {
        throw new BadInput(name + " is not a number.");
      }
      value =
          ParameterText.parse(
              item,
              number == Math.rint(number) && Math.abs(number) < 1e15
                  ? Long.toString((long) number)
                  : Double.toString(number));
    }
    module.setInput(name, value);
    module.resolveInput(name);
  }
}
