package org.braindyn.io.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.braindyn.data.BadInput;
import org.braindyn.data.LabelNames;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.io.NiftiFiles;

/**
 * Reads names of label values from a table with a header (TSV, CSV, BIDS _dseg.tsv), from two
 * columns without one, and from the formats of other programs.
 */
public final class LabelTable {
  private static final List<String> VALUE_COLUMNS =
      List.of(
          "index",
          "label_value",
          "labelvalue",
          "atlas_value",
          "value",
          "label_id",
          "labelid",
          "roi_id",
          "roi_label",
          "id",
          "no",
          "label",
          "roi",
          "number",
          "component");
  private static final List<String> NAME_COLUMNS =
      List.of(
          "name",
          "label_name",
          "labelname",
          "region_name",
          "regionname",
          "roi_name",
          "region",
          "structure",
          "label",
          "roi",
          "abbreviation",
          "difumo_names");

  /** What lists call the value 0. */
  private static final Pattern BACKGROUND =
      Pattern.compile(
          "(?i)\\s*|0|.*(background|unknown|none|null|clear|\\?\\?|outside|label|medial.?wall|"
              + "unassigned|undefined|exterior|empty|void|nothing|other|bg|n/a|air).*");

  private LabelTable() {}

  /**
   * Reads a label table; names are joined to regions by the label value, never by position.
   *
   * @throws BadInput if no column of whole numbers or of names is found, or a value has two names
   */
  public static LabelNames read(Path path) throws IOException {
    String file = NiftiFiles.name(path);
    Map<Integer, String> list = dictionary(path);
    boolean complete = list.isEmpty();
    if (complete && !LabelLists.plain(path).isEmpty()) {
      throw new BadInput(
          file
              + " lists names without label values, so they cannot be joined to a label image. Add a"
              + " column of the values: index, name.");
    }
    return new LabelNames(new TreeMap<>(complete ? parcellation(path) : list), complete, file);
  }

  /**
   * Regions in the order of the file, for signals whose rows are in that order. A file of names
   * alone, one per line, tells no labels.
   */
  public static Regions inFileOrder(Path path) throws IOException {
    Map<Integer, String> list = dictionary(path);
    if (list.isEmpty()) {
      List<String> plain = List.copyOf(LabelLists.plain(path).values());
      if (!plain.isEmpty()) {
        return Regions.named(plain);
      }
      list = parcellation(path);
    }
    List<Region> regions = new ArrayList<>();
    list.forEach((label, name) -> regions.add(Region.named(label, name)));
    return new Regions(regions);
  }

  /** Lists that name more labels than an image has; empty if the file is of another kind. */
  private static Map<Integer, String> dictionary(Path path) throws IOException {
    if (NiftiFiles.name(path).toLowerCase(Locale.ROOT).endsWith(".xml")) {
      return Map.of();
    }
    Map<Integer, String> snap = LabelLists.itkSnap(path);
    Map<Integer, String> found = snap.isEmpty() ? LabelLists.freeSurfer(path) : snap;
    found = found.isEmpty() ? LabelLists.pickAtlas(path) : found;
    return found.isEmpty() ? LabelLists.workbench(path) : found;
  }

  private static Map<Integer, String> parcellation(Path path) throws IOException {
    String file = NiftiFiles.name(path);
    String lower = file.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".xml")) {
      return LabelXml.read(path);
    }
    if (lower.matches(".*(nodeindex\\.1d|nodenames\\.txt)")) {
      return LabelLists.xcp(path);
    }
    return columns(TextTable.read(path).rows(), file);
  }

  /** The column of label values under a header, -1 for none. */
  static int valueColumn(List<String> header, List<List<String>> body) {
    return find(VALUE_COLUMNS, header, body, true);
  }

  private static Map<Integer, String> columns(List<List<String>> rows, String file) {
    List<String> first =
        rows.get(0).stream().map(c -> c.toLowerCase(Locale.ROOT).replaceAll("[ .]+", "_")).toList();
    boolean header = first.stream().noneMatch(cell -> !Double.isNaN(TextTable.parse(cell)));
    List<List<String>> body = header ? rows.subList(1, rows.size()) : rows;
    int value = header ? find(VALUE_COLUMNS, first, body, true) : any(body, true);
    int name = header ? find(NAME_COLUMNS, first, body, false) : any(body, false);
    if (value < 0 || name < 0) {
      throw new BadInput(
          file
              + ": no column of "
              + (value < 0 ? "whole-number label values" : "region names")
              + " was found among "
              + rows.get(0)
              + ". Call the columns \"index\" and \"name\".");
    }
    Map<Integer, String> names = new LinkedHashMap<>();
    for (List<String> row : body) {
      if (row.size() > Math.max(value, name)) {
        add(names, (int) TextTable.parse(row.get(value)), row.get(name), file);
      }
    }
    return names;
  }

  private static int find(
      List<String> wanted, List<String> header, List<List<String>> body, boolean whole) {
    for (String candidate : wanted) {
      int column = header.indexOf(candidate);
      if (column >= 0 && matches(body, column, whole)) {
        return column;
      }
    }
    return -1;
  }

  private static int any(List<List<String>> body, boolean whole) {
    for (int column = 0; column < body.get(0).size(); column++) {
      if (matches(body, column, whole)) {
        return column;
      }
    }
    return -1;
  }

  private static boolean matches(List<List<String>> body, int column, boolean whole) {
    for (List<String> row : body) {
      double v = row.size() > column ? TextTable.parse(row.get(column)) : Double.NaN;
      boolean isWhole = v == Math.rint(v) && Math.abs(v) <= Integer.MAX_VALUE;
      if (isWhole != whole) {
        return false;
      }
    }
    return !body.isEmpty();
  }

  /** Adds a name; 0 is background and is left out, two names for one value are refused. */
  static void add(Map<Integer, String> names, int value, String name, String file) {
    if (value < 0) {
      throw new BadInput(file + ": the label value " + value + " is negative.");
    }
    if (value == 0 && !BACKGROUND.matcher(name).matches()) {
      throw new BadInput(
          file
              + ": the value 0 is called \""
              + name.strip()
              + "\", but 0 is the background. If the table counts from 0 and the image from 1, add 1"
              + " to every value; else call it background.");
    }
    if (value == 0 || name.isBlank()) {
      return;
    }
    String before = names.putIfAbsent(value, name.strip());
    if (before != null && !before.equals(name.strip())) {
      throw new BadInput(
          file
              + ": the label value "
              + value
              + " has two names, \""
              + before
              + "\" and \""
              + name.strip()
              + "\". Each value may stand once.");
    }
  }
}
