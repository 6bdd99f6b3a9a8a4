package org.braindyn.command.recordings;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.braindyn.api.Report;
import org.braindyn.api.Signals;
import org.braindyn.command.files.ImageFiles;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Reason;
import org.braindyn.data.text.Program;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.models.SignalsFile;
import org.braindyn.people.PeopleSource;
import org.braindyn.report.Cells;
import org.braindyn.report.GroupStudy;
import org.braindyn.training.dataset.DataSetEntry;
import org.scijava.command.Command;

/**
 * Reports of a command that worked on many recordings: {@code group.html} with what it found, and a
 * page on every recording in {@code people}: data and quality, and what was found for its person.
 */
public final class BatchReport {
  private final Path folder;
  private final CommandValues values;

  private final BiConsumer<String, Report> own;

  private BatchReport(Path folder, Command command, BiConsumer<String, Report> own) {
    this.folder = folder;
    this.values = new CommandValues(command);
    this.own = own;
  }

  /**
   * Writes the reports, if they are asked for.
   *
   * @param folder where to; null for nowhere
   * @param command its outputs are set
   * @param source the recordings it worked on
   * @param progress stops it; whole pages stay
   * @return a sentence for the Log; empty if none were asked for
   */
  public static String write(File folder, Command command, PeopleSource source, Progress progress) {
    return write(folder, command, source, (person, report) -> {}, progress);
  }

  /**
   * The same, with what was found for every person.
   *
   * @param own adds it to the report of a person whom it is given by name
   */
  public static String write(
      File folder,
      Command command,
      PeopleSource source,
      BiConsumer<String, Report> own,
      Progress progress) {
    if (folder == null) {
      return "";
    }
    try {
      return new BatchReport(folder.toPath(), command, own).write(source, progress);
    } catch (IOException e) {
      throw new BadInput("report=" + folder + " cannot be written: " + Reason.of(e), e);
    }
  }

  private String write(PeopleSource source, Progress progress) throws IOException {
    Path people = Files.createDirectories(folder.resolve("people"));
    List<DataSetEntry> entries = source.list().entries();
    Map<String, String> links = new LinkedHashMap<>();
    String macro = values.macro();
    for (DataSetEntry entry : entries) {
      Cancelled.check(progress, "Writing the reports");
      String stem = entry.file().getFileName().toString().replaceFirst("\\.[^.]*$", "");
      String name = unique(stem.replaceAll("[^A-Za-z0-9_.-]+", "_"), links);
      progress.report((double) links.size() / entries.size(), "Report of " + stem);
      ImportOptions options =
          ImportOptions.auto()
              .withInterval(source.interval() > 0 ? source.interval() : entry.interval())
              .withOrientation(source.orientation())
              .withRun(entry.tableRun());
      Imported read = SignalsFile.read(entry.file(), options, source.names());
      Report page =
          Report.of(Signals.of(read.signals()))
              .title("Person " + entry.person() + ": " + entry.file().getFileName())
              .notes(read.notes())
              .macro(macro)
              .versions("ImageJ", IJ.getFullVersion());
      own.accept(entry.person(), page);
      page.write(people.resolve(name + ".html").toString());
      links.put(name, "people/" + name + ".html");
    }
    group(links, macro).write(folder.resolve("group.html"));
    return "Reports: " + folder.resolve("group.html") + " and one of each of " + links.size() + ".";
  }

  private static String unique(String name, Map<String, String> taken) {
    String made = name;
    for (int k = 2; taken.containsKey(made); k++) {
      made = name + "_" + k;
    }
    return made;
  }

  private GroupStudy group(Map<String, String> links, String macro) throws IOException {
    List<String> notes = new ArrayList<>();
    Map<String, Cells> tables = new LinkedHashMap<>();
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    for (Field field : values.outputs()) {
      Object value = values.of(field);
      String name = values.label(field);
      if (value instanceof ResultsTable table) {
        tables.put(name, cells(table));
      } else if (value instanceof Plot plot) {
        pictures.put(name, png(plot.getImagePlus()));
      } else if (value instanceof ImagePlus image) {
        pictures.put(image.getTitle(), png(image));
      } else if (value instanceof String text) {
        notes.addAll(text.lines().toList());
      }
    }
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("BrainDyn for Fiji", Program.version());
    versions.put("ImageJ", IJ.getFullVersion());
    versions.put("Java", System.getProperty("java.version"));
    String title = values.title() + ": " + links.size() + " recordings";
    return new GroupStudy(title, notes, tables, pictures, links, macro, versions);
  }

  private static Cells cells(ResultsTable table) {
    List<String> columns = List.of(table.getHeadings());
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        String cell = table.getStringValue(column, row);
        cells.add(cell == null ? "" : cell);
      }
      rows.add(cells);
    }
    return new Cells(columns, rows);
  }

  private static byte[] png(ImagePlus image) throws IOException {
    Path file = Files.createTempFile("braindyn-report", ".png");
    try {
      ImageFiles.save(image, file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }
}
