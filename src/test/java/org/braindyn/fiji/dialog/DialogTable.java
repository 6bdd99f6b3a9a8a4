package org.braindyn.fiji.dialog;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.braindyn.command.CommandSchemas;
import org.braindyn.fiji.schema.CommandSchema;
import org.braindyn.fiji.schema.FieldSchema;

/**
 * Writes docs/dialogs.md: what every dialog shows, and how high it is as src/test/ui/screens.sh
 * measured it. Arguments: table.tsv of that script, the file to write.
 */
public final class DialogTable {
  private static final String PICTURES =
      """

      ![Train](images/dialogs/train.png) ![Perturb](images/dialogs/perturb.png)

      The pictures of all are in `docs/images/dialogs`. A preset counts as one field.
      """;

  private DialogTable() {}

  /** Writes the page. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> heights = heights(Path.of(arguments[0]));
    Map<String, String> open = column(Path.of(arguments[0]), 3);
    Map<String, String> before = heights(Path.of("src/test/resources/dialogs/heights-before.tsv"));
    StringBuilder page =
        new StringBuilder(
            """
            # Every dialog

            No dialog shows more than 8 fields or is higher than 600 pixels, on 1366 x 768 and on 1280 x 720. The rest waits behind **Advanced**, which scrolls; macro keys are what they were. Before, all fields stood in one column, each labelled with its macro key, on commit 09a16660 (measured on the same screen, `src/test/resources/dialogs/heights-before.tsv`); commands without a height there are newer.

            Made by `src/test/ui/screens.sh FOLDER 1366x768`, which opens each by a double click in ImageJ's list of commands, opens its Advanced fold and closes it by a click on Cancel, in plain ImageJ 1.54p under a window manager, and fails if one is missing, higher than 600 pixels or not all on the screen; then `org.braindyn.fiji.dialog.DialogTable FOLDER/table.tsv docs/dialogs.md`. On 1280 x 720 all heights are the same. Heights are of the whole window, 24 pixels of title and border with it; those before are without. Also held by `DialogWordsTest` and `EditorsTest`.

            | dialog | fields | seen now | behind Advanced | height before (px) | height now (px) | Advanced open (px) | words, before: now |
            |---|---|---|---|---|---|---|---|
            """);
    List<CommandSchema> all = CommandSchemas.all();
    all.sort(java.util.Comparator.comparing(CommandSchema::title));
    for (CommandSchema schema : all) {
      if (!schema.fields().isEmpty()) {
        page.append(
            row(
                schema,
                before.getOrDefault(schema.macroName(), ""),
                heights.getOrDefault(schema.macroName(), "")
                    + " | "
                    + (schema.folded().isEmpty() ? "" : open.get(schema.macroName()))));
      }
    }
    page.append(PICTURES);
    Files.writeString(Path.of(arguments[1]), page);
    IJ.log(arguments[1]);
  }

  private static String row(CommandSchema schema, String before, String height) {
    int presets = schema.presets().isEmpty() ? 0 : 1;
    String words =
        schema.shown().stream().map(DialogTable::word).limit(4).collect(Collectors.joining("; "));
    return String.format(
        "| %s | %d | %d | %d | %s | %s | %s |%n",
        schema.title().replace("BrainDyn ", ""),
        schema.fields().size(),
        schema.shown().size() + presets,
        schema.folded().size(),
        before,
        height,
        words);
  }

  private static String word(FieldSchema field) {
    return "`" + field.key() + "`: " + field.text().replace("|", "\\|");
  }

  private static Map<String, String> heights(Path table) throws IOException {
    return column(table, 2);
  }

  private static Map<String, String> column(Path table, int column) throws IOException {
    Map<String, String> heights = new HashMap<>();
    for (String line : Files.readAllLines(table)) {
      String[] cells = line.split("\t");
      heights.put(cells[0], cells[column]);
    }
    return heights;
  }
}
