package org.braindyn.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.io.AtomicFile;

/**
 * What a report across people tells: results of one command, and a link to each person's own.
 *
 * @param title first line
 * @param notes what was found and what to be careful of, in sentences
 * @param tables results by name
 * @param pictures PNG files by caption
 * @param people address of each person's report, relative to this one, by name
 * @param macro line that repeats it; empty if it is not known
 * @param versions name and version of what was used
 */
public record GroupStudy(
    String title,
    List<String> notes,
    Map<String, Cells> tables,
    Map<String, byte[]> pictures,
    Map<String, String> people,
    String macro,
    Map<String, String> versions) {

  /** The report as the text of an HTML file. */
  public String html() {
    Page page = new Page(title);
    page.section("What was found").list(notes);
    page.section("Results");
    tables.forEach(
        (name, cells) -> {
          if (cells.rows().isEmpty()) {
            page.paragraph(name + ": no row.");
          } else {
            page.table(cells, name);
          }
        });
    pictures.forEach((caption, png) -> page.image(png, caption));
    page.section("People").paragraph(people.size() + " recordings, each with a report of its own:");
    page.links(people);
    page.section("Macro to repeat it").code(macro);
    List<List<String>> rows =
        versions.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList();
    page.section("Versions").table(new Cells(List.of("Program", "Version"), rows), "Programs");
    return page.html();
  }

  /**
   * Writes the report.
   *
   * @param file .html
   */
  public void write(Path file) throws IOException {
    byte[] bytes = html().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes));
  }
}
