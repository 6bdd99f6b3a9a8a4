package org.braindyn.command.figures;

import ij.ImagePlus;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.session.Done;
import org.braindyn.session.Lineage;
import org.braindyn.session.MacroLine;
import org.braindyn.session.Session;

/**
 * How the data of a report came to be, as far as this session knows.
 *
 * @param lines commands in order
 */
record ReportHistory(List<MacroLine> lines) {
  private static final List<String> MAKING =
      List.of("Parcellate", "Import", "Simulate", "Make Sample");
  private static final List<String> CLEANING = List.of("Clean Signals", "Fill Gaps");

  /** The commands that made these; null ones do not count. */
  static ReportHistory of(
      ImagePlus signals, ImagePlus graph, File model, ImagePlus scan, ImagePlus labels) {
    List<String> wanted = new ArrayList<>();
    for (ImagePlus image : new ImagePlus[] {signals, graph, scan, labels}) {
      wanted.add(image == null ? null : image.getTitle());
    }
    wanted.add(model == null ? null : model.getPath());
    List<Done> done = Session.all();
    return new ReportHistory(Lineage.of(done, wanted));
  }

  /** Commands that made the signals, in words. */
  List<String> notes() {
    return words(MAKING);
  }

  /** Commands that cleaned them, in words. */
  List<String> cleaning() {
    return words(CLEANING);
  }

  private List<String> words(List<String> kinds) {
    return lines.stream()
        .filter(line -> kinds.stream().anyMatch(line.command()::contains))
        .map(line -> line.command().replace("...", "") + " with " + line.optionText().strip())
        .map(words -> words.replaceFirst(" with $", ""))
        .toList();
  }

  /** Text of a macro file. */
  String macro() {
    return Lineage.macro(lines);
  }
}
