package org.braindyn.io.connectome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.tables.TextTable;

/**
 * A square table of weights, with or without names in its first row and column; ENIGMA's {@code
 * strucMatrix_*.csv} with the names of the {@code strucLabels_*.csv} beside it.
 */
public final class WeightTable implements ConnectomeDoor {
  @Override
  public String format() {
    return "a table of weights";
  }

  @Override
  public boolean generic() {
    return true;
  }

  @Override
  public boolean knows(FileStart file) {
    return file.ends(".csv", ".tsv", ".txt", ".dat", ".1d", ".edge");
  }

  @Override
  public Connectome read(Path path, String variable) throws IOException {
    String file = path.getFileName().toString();
    if (!variable.isBlank()) {
      throw new BadInput(
          "variable=" + variable + ": " + file + " is a table without variables. Leave it empty.");
    }
    List<List<String>> rows = TextTable.read(path).rows();
    boolean header = text(rows.get(0).get(rows.get(0).size() - 1));
    List<List<String>> body = header ? rows.subList(1, rows.size()) : rows;
    if (body.isEmpty()) {
      throw new BadInput(file + " has a header but no row of weights.");
    }
    boolean first = body.get(0).size() > 1 && body.stream().allMatch(row -> text(row.get(0)));
    double[][] values = new double[body.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers(body.get(i), first ? 1 : 0, file, i + (header ? 2 : 1));
      if (values[i].length != values[0].length) {
        throw new BadInput(
            String.format(
                "%s: row %d has %d weights, the first %d.",
                file, i + 1, values[i].length, values[0].length));
      }
    }
    Squares squares = new Squares(file);
    squares.matrix("", values);
    List<String> down = first ? body.stream().map(row -> row.get(0)).toList() : null;
    List<String> along = null;
    if (header) {
      List<String> top = rows.get(0);
      along = top.size() > values[0].length ? top.subList(1, top.size()) : top;
    }
    if (down != null && along != null && !down.equals(along)) {
      throw new BadInput(
          file
              + ": its rows are named otherwise than its columns (\""
              + differ(down, along)
              + "); a graph needs the same regions in the same order.");
    }
    List<String> names = down != null ? down : along != null ? along : beside(path);
    if (names != null) {
      squares.names("header", names);
    }
    return squares.choose("");
  }

  private static String differ(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!a.get(i).equals(b.get(i))) {
        return a.get(i) + "\" and \"" + b.get(i) + "\"";
      }
    }
    return a.size() + " and " + b.size() + " names\"";
  }

  private static boolean text(String cell) {
    return !TextTable.numeric(cell) || cell.isEmpty();
  }

  private static double[] numbers(List<String> cells, int from, String file, int row) {
    double[] values = new double[cells.size() - from];
    for (int j = 0; j < values.length; j++) {
      String cell = cells.get(j + from);
      if (!TextTable.numeric(cell)) {
        throw new BadInput(
            String.format(
                "%s, row %d, column %d: \"%s\" is no number.", file, row, j + from + 1, cell));
      }
      values[j] = TextTable.parse(cell);
    }
    return values;
  }

  /** ENIGMA keeps the names in a file of their own, all in one row. */
  private static List<String> beside(Path path) throws IOException {
    String name = path.getFileName().toString();
    Path labels = path.resolveSibling(name.replace("Matrix", "Labels"));
    if (labels.equals(path) || !Files.isRegularFile(labels)) {
      return null;
    }
    List<String> names = new ArrayList<>();
    TextTable.read(labels).rows().forEach(names::addAll);
    return names;
  }
}
