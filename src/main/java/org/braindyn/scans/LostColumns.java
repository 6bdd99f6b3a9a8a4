package org.braindyn.scans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.io.FilledFile;
import org.braindyn.io.tables.CellTable;
import org.braindyn.io.tables.TextTable;
import org.braindyn.io.tables.TimeSeriesWriter;

/**
 * Leaves every region that one scan of a batch has lost out of the tables of all, so that they stay
 * of the same regions and can be trained on together. The quality tables still list it.
 */
final class LostColumns {
  private LostColumns() {}

  /**
   * Rewrites the tables of signals.
   *
   * @param tables of every scan that was done
   * @return names of the regions that were left out, in the order they were found
   * @throws BadInput if nothing would be left
   */
  static List<String> drop(List<ScanFiles> tables) throws IOException {
    Set<String> lost = new LinkedHashSet<>();
    for (ScanFiles files : tables) {
      CellTable quality = CellTable.read(files.quality());
      for (int r = 0; r < quality.rows(); r++) {
        if (!quality.cell(r, "lost").isEmpty()) {
          lost.add(quality.cell(r, quality.has("name") ? "name" : "region"));
        }
      }
    }
    if (!lost.isEmpty()) {
      for (ScanFiles files : tables) {
        rewrite(files.signals(), lost);
        if (files.cleaned() != null && Files.isRegularFile(files.cleaned())) {
          rewrite(files.cleaned(), lost);
        }
      }
    }
    return List.copyOf(lost);
  }

  private static void rewrite(Path table, Set<String> lost) throws IOException {
    List<List<String>> rows = TextTable.read(table).rows();
    List<Integer> kept = new ArrayList<>();
    for (int c = 0; c < rows.get(0).size(); c++) {
      if (c == 0 || !lost.contains(rows.get(0).get(c))) {
        kept.add(c);
      }
    }
    if (kept.size() == rows.get(0).size()) {
      return;
    }
    if (kept.size() < 2) {
      throw new BadInput(
          "lost=drop would leave no region: each is lost in some scan. Do labels and scans belong"
              + " together? See the quality tables.");
    }
    boolean[][] marks = FilledFile.marks(table, rows.get(0).size() - 1, rows.size() - 1);
    if (marks != null) {
      boolean[][] left = new boolean[kept.size() - 1][];
      for (int r = 0; r < left.length; r++) {
        left[r] = marks[kept.get(r + 1) - 1];
      }
      FilledFile.write(table, left);
    }
    List<List<String>> cells =
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList();
    TimeSeriesWriter.writeCells(table, cells.get(0), cells.subList(1, cells.size()));
  }
}
