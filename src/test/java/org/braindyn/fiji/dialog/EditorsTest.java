package org.braindyn.fiji.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.command.CommandSchemas;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.FieldSchema;
import org.braindyn.fiji.schema.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is typed into a dialog, without a window. */
class EditorsTest {
  /** Title bar, description, presets, foot and two lines of what is wrong. */
  private static final int AROUND = 200;

  static List<CommandSchema> schemas() throws Exception {
    return CommandSchemas.all();
  }

  private static CommandSchema schema(String name) throws Exception {
    return CommandSchemas.of("org.braindyn.command." + name);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void noDialogIsTall(CommandSchema schema) {
    int height = new Form(schema, new Editors(schema)).getPreferredSize().height;
    assertTrue(height + AROUND <= CommandDialog.TALLEST, schema.title() + ": " + height);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyValueComesBackAsItWasShown(CommandSchema schema) {
    Editors editors = new Editors(schema);
    for (FieldSchema field : schema.fields()) {
      Editor editor = editors.get(field.key());
      boolean asked = field.opens() || field.required() && field.initialText().isEmpty();
      if (field.initial() != null && editor.remembers() && !asked) {
        assertEquals(field.initial().toString(), editor.value().toString(), field.key());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void presetsGoInAndOut(CommandSchema schema) throws Exception {
    Editors editors = new Editors(schema);
    for (Preset preset : schema.presets()) {
      editors.reset();
      editors.set(preset);
      preset
          .values()
          .forEach((key, text) -> assertEquals(text, editors.get(key).text(), preset.name()));
    }
    editors.reset();
    schema.fields().stream()
        .filter(f -> editors.get(f.key()).remembers())
        .filter(f -> f.choices().isEmpty())
        .forEach(f -> assertEquals(f.initialText(), text(editors, f), f.key()));
  }

  private static String text(Editors editors, FieldSchema field) {
    return editors.get(field.key()).text();
  }

  @Test
  void whatIsWrongNamesTheFieldAndKeepsTheRest() throws Exception {
    Editors editors = new Editors(schema("samples.MakeEegSample"));
    editors.get("seconds").text("300");
    Editors.Refused missing = assertThrows(Editors.Refused.class, editors::values);
    assertEquals("folder", missing.editor().field.key());
    assertTrue(missing.getMessage().contains("choose a folder"), missing.getMessage());
    editors.get("folder").text("/tmp");
    editors.get("rate").text("7");
    Editors.Refused range = assertThrows(Editors.Refused.class, editors::values);
    assertTrue(range.getMessage().contains("from 50 to 2000"), range.getMessage());
    editors.get("rate").text("100");
    assertEquals(300, editors.values().get("seconds"));
  }

  @Test
  void messagesOfCommandsFindTheirField() throws Exception {
    Editors editors = new Editors(schema("ask.Perturb"));
    assertEquals("size", editors.meant("size=0 does nothing.").field.key());
    assertEquals("model", editors.meant("There is no file for \"model\".").field.key());
    assertEquals("onset", editors.meant("The stimulus has onset=7 and no end.").field.key());
    assertNull(editors.meant("Out of memory."));
    editors.get("region").text("Cuneus_L, Nowhere");
    assertEquals("region", editors.meant("There is no region named \"Nowhere\".").field.key());
  }

  @Test
  void typingFiltersRegions() {
    List<String> names = List.of("Precentral_L", "Precentral_R", "Postcentral_L", "Cuneus_L");
    assertEquals(List.of("Precentral_L", "Precentral_R"), RegionEditor.filter(names, "prec"));
    assertEquals("Cuneus_L", RegionEditor.filter(names, "c").get(0), "what begins so comes first");
    assertEquals(4, RegionEditor.filter(names, "c").size());
    assertEquals(names, RegionEditor.filter(names, ""));
  }
}
