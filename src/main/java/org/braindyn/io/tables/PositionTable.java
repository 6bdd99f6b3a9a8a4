package org.braindyn.io.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionPositions;
import org.braindyn.io.NiftiFiles;

/**
 * Reads coordinates of regions in mm: a table with columns x, y, z (also x_mm, x_mni, R A S ...)
 * and label values, or without a header label x y z, or x y z alone for labels 1, 2, ...
 */
public final class PositionTable {
  private static final String AXIS =
      "(mni_?)?%1$s(_?(mm|mni|coord|center|centre|centroid))?"
          + "|(coord|coordinate|center|centre|centroid|cog)_?%1$s(_mm)?";

  private PositionTable() {}

  /**
   * Reads a table of coordinates. A label whose three cells are n/a has no position.
   *
   * @throws BadInput if the columns are not found, a cell is no number, or a label stands twice
   */
  public static RegionPositions read(Path path) throws IOException {
    String file = NiftiFiles.name(path);
    List<List<String>> rows = TextTable.read(path).rows();
    boolean header = rows.get(0).stream().noneMatch(cell -> !Double.isNaN(TextTable.parse(cell)));
    List<List<String>> body = header ? rows.subList(1, rows.size()) : rows;
    int[] columns = header ? named(rows.get(0), body) : numbers(body);
    if (body.isEmpty() || columns == null) {
      throw new BadInput(
          file
              + ": no columns of coordinates were found among "
              + rows.get(0)
              + ". Call them \"index\", \"x\", \"y\", \"z\" (mm), or give four columns of numbers"
              + " (label, x, y, z) without a header.");
    }
    SortedMap<Integer, double[]> places = new TreeMap<>();
    for (int r = 0; r < body.size(); r++) {
      List<String> row = body.get(r);
      int line = r + (header ? 2 : 1);
      double label = columns[0] < 0 ? r + 1 : cell(row, columns[0]);
      double[] mm = {cell(row, columns[1]), cell(row, columns[2]), cell(row, columns[3])};
      if (label != Math.rint(label) || label < 0 || label > Integer.MAX_VALUE) {
        throw new BadInput(file + ": row " + line + " has no whole-number label: " + row + ".");
      }
      long missing = IntStream.range(0, 3).filter(i -> !Double.isFinite(mm[i])).count();
      boolean told = columns.length == 4 && row.size() > columns[3];
      if (missing == 3 && told && TextTable.numeric(row.get(columns[1]))) {
        continue;
      }
      if (missing > 0) {
        throw new BadInput(
            file + ": row " + line + " has no three coordinates in mm: " + row + ".");
      }
      if (places.put((int) label, mm) != null) {
        throw new BadInput(
            file + ": the label " + (int) label + " stands twice (row " + line + ").");
      }
    }
    return new RegionPositions(places, file, columns[0] < 0);
  }

  private static double cell(List<String> row, int column) {
    return column < row.size() ? TextTable.parse(row.get(column)) : Double.NaN;
  }

  /** Columns of label (-1 for none), x, y, z under a header; null if there are none. */
  private static int[] named(List<String> header, List<List<String>> body) {
    List<String> names =
        header.stream()
            .map(c -> c.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
            .map(c -> c.replaceAll("^_+|_+$", ""))
            .toList();
    int[] columns = {LabelTable.valueColumn(names, body), -1, -1, -1};
    for (int axis = 0; axis < 3; axis++) {
      String pattern = String.format(AXIS, "xyz".charAt(axis));
      for (int c = 0; c < names.size() && columns[axis + 1] < 0; c++) {
        columns[axis + 1] = names.get(c).matches(pattern) ? c : -1;
      }
    }
    if (columns[1] < 0 && names.containsAll(List.of("r", "a", "s"))) {
      columns[1] = names.indexOf("r");
      columns[2] = names.indexOf("a");
      columns[3] = names.indexOf("s");
    }
    return columns[1] < 0 || columns[2] < 0 || columns[3] < 0 ? null : columns;
  }

  /** Without a header: columns that hold numbers alone. */
  private static int[] numbers(List<List<String>> body) {
    List<Integer> found = new ArrayList<>();
    for (int c = 0; c < body.get(0).size(); c++) {
      int column = c;
      if (body.stream().allMatch(row -> !Double.isNaN(cell(row, column)))) {
        found.add(c);
      }
    }
    if (found.size() == 3) {
      found.add(0, -1);
    }
    return found.size() == 4 ? found.stream().mapToInt(Integer::intValue).toArray() : null;
  }
}
