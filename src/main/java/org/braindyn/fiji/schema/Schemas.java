package org.braindyn.fiji.schema;

import ij.ImagePlus;
import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** From commands to their descriptions. */
public final class Schemas {
  private static final Words COMMON = Words.common();

  private Schemas() {}

  /** The inputs that a user gives, all but services and messages; inherited ones last. */
  public static List<ModuleItem<?>> items(Module module) {
    List<ModuleItem<?>> items = new ArrayList<>();
    for (ModuleItem<?> item : module.getInfo().inputs()) {
      Class<?> type = item.getType();
      boolean given =
          type == ImagePlus.class
              || type == File.class
              || type == String.class
              || type.isPrimitive();
      if (given && item.getVisibility() != ItemVisibility.MESSAGE) {
        items.add(item);
      }
    }
    // SciJava lists inherited parameters first; what the command itself asks comes before them.
    Class<?> command = module.getDelegateObject().getClass();
    items.sort(Comparator.comparing(item -> inherited(item, command)));
    return items;
  }

  private static boolean inherited(ModuleItem<?> item, Class<?> command) {
    return item instanceof CommandModuleItem<?> c
        && c.getField().getDeclaringClass() != command
        && !c.getField().getDeclaringClass().isAnnotationPresent(InputsFirst.class);
  }

  /**
   * Describes a command. Its words file gives order, groups and fold; what no file names is called
   * as its annotation or the common words say, and all beyond the eighth field is folded.
   *
   * @param choices what a parameter can be chosen from, if its annotation does not say all
   */
  public static CommandSchema of(Module module, Function<String, List<String>> choices) {
    Class<?> command = module.getDelegateObject().getClass();
    Words words = Words.of(command);
    List<ModuleItem<?>> items = items(module);
    List<FieldSchema> shown = new ArrayList<>();
    List<FieldSchema> folded = new ArrayList<>();
    List<String> keys = new ArrayList<>(words.fields.keySet());
    items.stream().map(ModuleItem::getName).filter(k -> !keys.contains(k)).forEach(keys::add);
    int room = CommandSchema.MOST_SHOWN - (words.presets.isEmpty() ? 0 : 1);
    long needed = items.stream().filter(i -> needed(module, i)).count();
    for (String key : keys) {
      for (ModuleItem<?> item : items) {
        if (!item.getName().equals(key)) {
          continue;
        }
        boolean must = needed(module, item);
        needed -= must ? 1 : 0;
        boolean fold = !must && (folded(words, key) || shown.size() + needed >= room);
        FieldSchema field = field(module, item, words, fold, choices.apply(key));
        (fold ? folded : shown).add(field);
      }
    }
    shown.addAll(folded);
    return new CommandSchema(
        command.getName(),
        module.getInfo().getTitle(),
        text(module.getInfo().getDescription()),
        words.about,
        shown,
        words.presets,
        words.outputs,
        words.cites,
        words.see);
  }

  private static boolean needed(Module module, ModuleItem<?> item) {
    return item.isRequired() && module.getInput(item.getName()) == null;
  }

  private static boolean folded(Words words, String key) {
    Words.Field own = words.fields.get(key);
    if (own != null) {
      return own.folded();
    }
    Words.Field common = COMMON.fields.get(key);
    return !words.fields.isEmpty() || common != null && common.folded();
  }

  private static FieldSchema field(
      Module module, ModuleItem<?> item, Words words, boolean fold, List<String> listed) {
    String key = item.getName();
    Words.Field common = COMMON.fields.get(key);
    Words.Field own = words.fields.getOrDefault(key, called(item, common));
    List<?> stated = item.getChoices() == null ? List.of() : item.getChoices();
    String kind = own.kind().isEmpty() && common != null ? common.kind() : own.kind();
    Object least = item.getMinimumValue();
    Object most = item.getMaximumValue();
    return new FieldSchema(
        key,
        own.label(),
        own.unit(),
        text(item.getDescription()),
        own.group(),
        fold,
        kind,
        item.getType(),
        text(item.getWidgetStyle()),
        listed.isEmpty() ? stated.stream().map(Object::toString).toList() : listed,
        new Range(FieldText.write(least), FieldText.write(most)),
        item.isRequired(),
        module.getInput(key));
  }

  // label = "Context (frames)" of the annotation, else the common words, else the key itself
  private static Words.Field called(ModuleItem<?> item, Words.Field common) {
    String label = text(item.getLabel()).strip();
    if (label.isEmpty() || label.equals(item.getName())) {
      if (common != null) {
        return new Words.Field(common.label(), common.unit(), common.kind(), "", false);
      }
      label = item.getName();
    }
    int bracket = label.indexOf(" (");
    boolean unit = bracket > 0 && label.endsWith(")");
    String word = unit ? label.substring(0, bracket) : label;
    return new Words.Field(
        word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1),
        unit ? label.substring(bracket + 2, label.length() - 1) : "",
        "",
        "",
        false);
  }

  private static String text(String maybe) {
    return maybe == null ? "" : maybe;
  }
}
