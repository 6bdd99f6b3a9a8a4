package org.braindyn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.FieldSchema;
import org.braindyn.fiji.schema.FieldText;
import org.braindyn.fiji.schema.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dialog is short and speaks words, and the keys of macros stay what they were. */
class DialogWordsTest {
  /** Macro keys that are jargon as a label: a dialog must say what is meant. */
  private static final Set<String> JARGON =
      Set.of(
          "Scanfile",
          "Labelsfile",
          "Nans",
          "Lost",
          "Stride",
          "Rate",
          "Maps",
          "Share",
          "Kind",
          "Inorder",
          "Ownmask",
          "Zerophase",
          "Hidden",
          "Batch",
          "Columns",
          "Least",
          "Rois");

  static List<CommandSchema> schemas() throws Exception {
    return CommandSchemas.all();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void fewFieldsAreSeenAtOnce(CommandSchema schema) {
    int presets = schema.presets().isEmpty() ? 0 : 1;
    int seen = schema.shown().size() + presets;
    assertTrue(seen <= CommandSchema.MOST_SHOWN, schema.title() + " shows " + seen + " fields");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void labelsAreWords(CommandSchema schema) {
    Set<String> labels = new HashSet<>();
    for (FieldSchema field : schema.fields()) {
      String where = schema.name() + "." + field.key() + ": " + field.text();
      assertTrue(field.label().matches("[A-Z][^|=]*"), where);
      assertFalse(JARGON.contains(field.text()), where + " is a key, not a word");
      assertTrue(field.text().length() <= 42, where + " is too long for a label");
      assertTrue(labels.add(field.text()), where + " stands there twice");
      assertTrue(field.help().length() > 3, where + " has no tooltip");
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void presetsAreValues(CommandSchema schema) {
    for (Preset preset : schema.presets()) {
      preset
          .values()
          .forEach(
              (key, text) -> {
                FieldSchema field = field(schema, key);
                assertNotNull(field, schema.name() + " has no " + key);
                if (!field.choices().isEmpty()) {
                  assertTrue(field.choices().contains(text), key + "=" + text);
                } else if (field.number()) {
                  Object value = FieldText.parse(key, field.type(), text);
                  assertTrue(field.range().holds(((Number) value).doubleValue()), key);
                }
              });
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void wordsAreOfThingsThatAreThere(CommandSchema schema) throws Exception {
    Set<String> commands = CommandSchemas.all().stream().map(CommandSchema::name).collect(names());
    schema.see().forEach(s -> assertTrue(commands.contains(s), schema.name() + " sees " + s));
    Class<?> command = Class.forName(schema.id());
    var in = command.getResourceAsStream(command.getSimpleName() + ".words");
    if (in == null) {
      return;
    }
    Set<String> keys = schema.fields().stream().map(FieldSchema::key).collect(names());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (line.matches("[a-z].*")) {
          String key = line.replaceAll("[^a-z0-9].*", "");
          assertTrue(keys.contains(key), schema.name() + ".words names " + key);
        }
      }
    }
  }

  private static java.util.stream.Collector<String, ?, Set<String>> names() {
    return Collectors.toSet();
  }

  private static FieldSchema field(CommandSchema schema, String key) {
    return schema.fields().stream().filter(f -> f.key().equals(key)).findFirst().orElse(null);
  }

  @Test
  void keysOfMacrosStay() throws Exception {
    Map<String, CommandSchema> all =
        CommandSchemas.all().stream()
            .collect(Collectors.toMap(s -> s.id().replace("org.braindyn.command.", ""), s -> s));
    try (BufferedReader frozen =
        new BufferedReader(
            new InputStreamReader(
                getClass().getResourceAsStream("/dialogs/keys.txt"), StandardCharsets.UTF_8))) {
      int lines = 0;
      for (String line : frozen.lines().toList()) {
        String[] parts = line.split(": *", 2);
        CommandSchema schema = all.get(parts[0]);
        assertNotNull(schema, parts[0] + " is gone");
        Set<String> keys = schema.fields().stream().map(FieldSchema::key).collect(names());
        for (String key : parts[1].split(" ")) {
          assertTrue(key.isEmpty() || keys.contains(key), parts[0] + " lost its key " + key);
        }
        lines++;
      }
      assertEquals(49, lines, "commands whose keys are held");
    }
  }
}
