package org.braindyn.fiji.dialog;

import ij.ImagePlus;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.braindyn.data.BadInput;
import org.braindyn.fiji.images.Choosable;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.FieldSchema;
import org.braindyn.fiji.schema.Preset;

/** All editors of a dialog. */
final class Editors {
  /** A value that cannot be taken, and where it stands. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Editor editor;

    Refused(Editor editor, BadInput why) {
      super(why.getMessage(), why);
      this.editor = editor;
    }

    /** What is wrong, in words. */
    String said() {
      return getMessage();
    }

    Editor editor() {
      return editor;
    }
  }

  private final Map<String, Editor> all = new LinkedHashMap<>();

  Editors(CommandSchema schema) {
    schema.fields().forEach(field -> all.put(field.key(), editor(field)));
    refresh();
  }

  private static Editor editor(FieldSchema field) {
    if (field.type() == ImagePlus.class) {
      return new ImageEditor(field);
    }
    if (field.type() == File.class) {
      return new FileEditor(field);
    }
    if (field.type() == boolean.class) {
      return new CheckEditor(field);
    }
    if (!field.choices().isEmpty()) {
      return new ChoiceEditor(field);
    }
    return field.kind().equals("regions") && field.type() == String.class
        ? new RegionEditor(field)
        : new TextEditor(field);
  }

  Editor get(String key) {
    return all.get(key);
  }

  List<Editor> list() {
    return List.copyOf(all.values());
  }

  /** Looks again at what is open. */
  void refresh() {
    all.values().forEach(editor -> editor.refresh(this));
    all.values().stream()
        .filter(editor -> editor instanceof RegionEditor)
        .forEach(editor -> editor.refresh(this));
  }

  /** The image chosen first, but for one chooser's; null for none. */
  ImagePlus firstImageBut(Editor but) {
    for (Editor editor : all.values()) {
      if (editor != but && editor instanceof ImageEditor image && image.image() != null) {
        return image.image();
      }
    }
    return null;
  }

  /** The image that an earlier chooser of the same kind, as needed as this one, has; else null. */
  ImagePlus takenBefore(ImageEditor one) {
    for (Editor editor : all.values()) {
      if (editor == one) {
        return null;
      }
      if (editor instanceof ImageEditor image
          && image.kind() == one.kind()
          && image.field.required()) {
        return image.image();
      }
    }
    return null;
  }

  /** Names of regions of all chosen images, in their order. */
  List<String> regionNames() {
    Set<String> names = new LinkedHashSet<>();
    for (Editor editor : all.values()) {
      if (editor instanceof ImageEditor image) {
        names.addAll(Choosable.namesInOrder(image.image()));
      }
    }
    return new ArrayList<>(names);
  }

  /** Everything as it was before anybody changed it. */
  void reset() {
    reset(List.copyOf(all.keySet()));
  }

  /** Some values as they were before anybody changed them; images stay. */
  void reset(Iterable<String> keys) {
    for (String key : keys) {
      Editor editor = all.get(key);
      if (editor.remembers()) {
        editor.text(editor.field.initialText());
      }
    }
  }

  /**
   * The field that a message names, as key=value, in quotes or by its label; else the one that
   * holds what the message quotes; null for none.
   */
  Editor meant(String message) {
    for (Editor editor : all.values()) {
      String key = editor.field.key();
      if (message.startsWith(editor.field.label() + ":")
          || message.matches("(?s)(.*[^a-z0-9])?(" + key + "=|\"" + key + "\").*")
          || message.startsWith(key + " ")) {
        return editor;
      }
    }
    return all.values().stream().filter(e -> quotes(message, e.text())).findFirst().orElse(null);
  }

  private static boolean quotes(String message, String text) {
    return Stream.of(text.split(","))
        .map(String::strip)
        .anyMatch(word -> word.length() > 1 && message.contains('"' + word + '"'));
  }

  void set(Preset preset) {
    preset.values().forEach((key, text) -> all.get(key).text(text));
  }

  /** Values by key. */
  Map<String, Object> values() throws Refused {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Editor editor : all.values()) {
      try {
        values.put(editor.field.key(), editor.value());
      } catch (BadInput e) {
        throw new Refused(editor, e);
      }
    }
    return values;
  }
}
