package org.braindyn.fiji.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.Macro;
import ij.process.FloatProcessor;
import java.io.File;
import java.util.List;
import org.braindyn.fiji.images.OpenImages;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.FieldSchema;
import org.braindyn.fiji.schema.FieldText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Recorder writes of a dialog gives the same values when it is run as a macro. */
class RecordedLineTest {
  static List<CommandSchema> schemas() {
    return AllCommands.schemas();
  }

  /** As ImageJ's Recorder joins keys and values. */
  private static String option(String key, String text) {
    return Macro.trimKey(key) + "=" + (text.contains(" ") ? "[" + text + "]" : text) + " ";
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void replaysTheUsualValues(CommandSchema command) {
    StringBuilder line = new StringBuilder();
    for (FieldSchema field : command.fields()) {
      if (field.type() != boolean.class && field.type() != ImagePlus.class) {
        line.append(option(field.key(), RecordedLine.text(field, field.initial())));
      }
    }
    MacroOptions read = new MacroOptions(line.toString());
    for (FieldSchema field : command.fields()) {
      assertEquals(field.key(), Macro.trimKey(field.key()), "the Recorder would change this key");
      if (field.type() == boolean.class || field.type() == ImagePlus.class) {
        continue;
      }
      assertTrue(read.has(field.key()), field.key() + " is not in " + line);
      Object value = FieldText.parse(field.key(), field.type(), read.get(field.key()));
      Object usual = field.initial() == null && field.type() == String.class ? "" : field.initial();
      assertEquals(usual, value, field.key());
    }
  }

  private static FieldSchema field(String command, String key) {
    return schemas().stream()
        .filter(s -> s.name().equals(command))
        .flatMap(s -> s.fields().stream())
        .filter(f -> f.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void imagesAreTitlesAndWindowsPathsHaveSlashes() {
    FieldSchema signals = field("Train", "signals");
    ImagePlus image = new ImagePlus("signals of a scan", new FloatProcessor(3, 2));
    assertEquals("signals of a scan", RecordedLine.text(signals, image));
    assertEquals(OpenImages.NONE, RecordedLine.text(field("Train", "graph"), null));
    FieldSchema model = field("Train", "model");
    assertEquals("C:/models/m.npz", RecordedLine.text(model, new File("C:\\models\\m.npz")));
    assertEquals("[]", RecordedLine.text(field("Train", "log"), null));
  }
}
