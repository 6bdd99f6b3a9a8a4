package org.braindyn.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the commands that ran led to something. */
public final class Lineage {
  private Lineage() {}

  /**
   * The lines that made these images and files, and what those were made from.
   *
   * @param done all commands, in order
   * @param wanted titles of images and paths of files; null ones do not count
   * @return the lines in order; empty if nothing wanted was made by a command
   */
  public static List<MacroLine> of(List<Done> done, Collection<String> wanted) {
    Set<String> needed = new HashSet<>(wanted);
    needed.removeIf(name -> name == null || name.isBlank());
    List<MacroLine> lines = new ArrayList<>();
    for (int k = done.size() - 1; k >= 0; k--) {
      Done one = done.get(k);
      if (!Collections.disjoint(one.made(), needed)) {
        lines.add(0, one.line());
        needed.removeAll(one.made()); // what an earlier line made under this name was replaced
        needed.addAll(one.used());
      }
    }
    return lines;
  }

  /** Lines as the text of a macro file. */
  public static String macro(List<MacroLine> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }
}
