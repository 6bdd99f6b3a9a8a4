package org.braindyn.io.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.braindyn.data.BadInput;
import org.braindyn.io.NiftiFiles;

/** Label lists of ITK-SNAP, FreeSurfer and xcpEngine. */
final class LabelLists {
  /** value R G B alpha visible mesh "name". */
  private static final Pattern SNAP =
      Pattern.compile("\\s*(\\d{1,9})(?:\\s+[\\d.]+){4,6}\\s+\"(.*)\"\\s*");

  /** value name R G B A. */
  private static final Pattern FREESURFER =
      Pattern.compile(
          "\\s*(\\d{1,9})\\s+(\\S+)\\s+\\d{1,3}\\s+\\d{1,3}\\s+\\d{1,3}\\s+\\d{1,3}\\s*");

  /** value TAB name TABs R G B, below a line [ title ] (WFU PickAtlas). */
  private static final Pattern PICKATLAS =
      Pattern.compile("(\\d{1,9})\\t\\s*(\\S.*?)\\s*\\t\\s*\\d{1,3}\\s+\\d{1,3}\\s+\\d{1,3}\\s*");

  /** value R G B A, the name on the line before (Connectome Workbench). */
  private static final Pattern WORKBENCH =
      Pattern.compile("(-?\\d{1,9})\\s+\\d{1,3}\\s+\\d{1,3}\\s+\\d{1,3}\\s+\\d{1,3}");

  /** No separator of cells in it. */
  private static final Pattern SINGLE = Pattern.compile("[^\t,;]+");

  private LabelLists() {}

  static Map<Integer, String> itkSnap(Path path) throws IOException {
    return matching(path, SNAP);
  }

  static Map<Integer, String> freeSurfer(Path path) throws IOException {
    return matching(path, FREESURFER);
  }

  /** The list of WFU PickAtlas. */
  static Map<Integer, String> pickAtlas(Path path) throws IOException {
    List<String> lines = lines(path);
    return lines.isEmpty() || !lines.get(0).startsWith("[")
        ? Map.of()
        : matching(lines.subList(1, lines.size()), PICKATLAS, NiftiFiles.name(path));
  }

  /** Connectome Workbench's list for -volume-label-import and its kind: two lines per label. */
  static Map<Integer, String> workbench(Path path) throws IOException {
    List<String> lines = lines(path).stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
    Map<Integer, String> names = new LinkedHashMap<>();
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      Matcher m = WORKBENCH.matcher(lines.get(i + 1));
      if (!m.matches() || WORKBENCH.matcher(lines.get(i)).matches()) {
        return Map.of();
      }
      LabelTable.add(names, Integer.parseInt(m.group(1)), lines.get(i), NiftiFiles.name(path));
    }
    return lines.size() % 2 == 0 ? names : Map.of();
  }

  /** Names of the lines if every line that is no comment has the pattern; else none. */
  private static Map<Integer, String> matching(Path path, Pattern pattern) throws IOException {
    return matching(lines(path), pattern, NiftiFiles.name(path));
  }

  private static Map<Integer, String> matching(List<String> lines, Pattern pattern, String file) {
    Map<Integer, String> names = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher m = pattern.matcher(line);
      if (!m.matches()) {
        return new LinkedHashMap<>();
      }
      LabelTable.add(names, Integer.parseInt(m.group(1)), m.group(2), file);
    }
    return names;
  }

  /** Values in *NodeIndex.1D and names in *NodeNames.txt beside it, line by line. */
  static Map<Integer, String> xcp(Path path) throws IOException {
    String stem = NiftiFiles.name(path).replaceFirst("(?i)(NodeIndex\\.1D|NodeNames\\.txt)$", "");
    Path index = path.resolveSibling(stem + "NodeIndex.1D");
    Path name = path.resolveSibling(stem + "NodeNames.txt");
    List<String> values = lines(index).stream().filter(line -> !line.isBlank()).toList();
    List<String> names = lines(name).stream().filter(line -> !line.isBlank()).toList();
    if (values.size() != names.size()) {
      throw new BadInput(
          String.format(
              "%s has %d values but %s has %d names. They must go together line by line.",
              NiftiFiles.name(index), values.size(), NiftiFiles.name(name), names.size()));
    }
    Map<Integer, String> table = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      double v = TextTable.parse(values.get(i).strip());
      if (v != Math.rint(v) || Math.abs(v) > Integer.MAX_VALUE) {
        throw new BadInput(
            NiftiFiles.name(index) + ": \"" + values.get(i) + "\" is no whole number.");
      }
      LabelTable.add(table, (int) v, names.get(i), NiftiFiles.name(name));
    }
    return table;
  }

  /** One name per line, numbered; empty if it is another kind of file. */
  static Map<Integer, String> plain(Path path) throws IOException {
    String file = NiftiFiles.name(path).toLowerCase(Locale.ROOT);
    if (file.endsWith(".xml") || file.matches(".*(nodeindex\\.1d|nodenames\\.txt)")) {
      return Map.of();
    }
    List<String> names =
        lines(path).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.strip().replaceAll("^\"|\"$", ""))
            .filter(name -> !name.isBlank())
            .toList();
    long explained = names.stream().filter(n -> n.matches("[A-Za-z].*\\(.*\\)")).count();
    if (explained * 2 > names.size()
        && names.stream().allMatch(n -> Character.isLetter(n.charAt(0)))) {
      // CONN: "FP r (Frontal Pole, Right)", "DefaultMode.MPFC (1,55,-3)"
      Map<Integer, String> numbered = new LinkedHashMap<>();
      for (String name : names) {
        String place = "\\s*\\((\\s*-?[0-9.]+\\s*,?){3}\\)$";
        numbered.put(numbered.size() + 1, name.replaceFirst(place, ""));
      }
      return numbered;
    }
    boolean list =
        names.stream()
                .allMatch(
                    name -> Character.isLetter(name.charAt(0)) && SINGLE.matcher(name).matches())
            && !names.stream().allMatch(name -> name.matches(".*\\s[0-9.]+"));
    if (!list || names.isEmpty()) {
      return Map.of();
    }
    boolean titled = names.get(0).matches("(?i)names?|regions?|labels?|rois?");
    Map<Integer, String> numbered = new LinkedHashMap<>();
    for (String name : titled ? names.subList(1, names.size()) : names) {
      numbered.put(numbered.size() + 1, name);
    }
    return numbered;
  }

  private static List<String> lines(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no file " + path + ".");
    }
    return TextTable.decode(Files.readAllBytes(path), NiftiFiles.name(path)).lines().toList();
  }
}
