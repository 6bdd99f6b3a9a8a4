package org.braindyn.io.connectome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.io.door.Connectome;

/** The square matrices and the lists of names of one file, and which of them belong together. */
final class Squares {
  private final String file;
  private final Map<String, double[][]> squares = new LinkedHashMap<>();
  private final Map<String, List<String>> names = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();

  Squares(String file) {
    this.file = file;
  }

  /** Adds a matrix, [row][column]; one that is not square is only remembered for messages. */
  void matrix(String name, double[][] values) {
    if (values.length > 1 && values[0].length == values.length) {
      squares.put(name, values);
    } else {
      others.add(name + " (" + values.length + " x " + values[0].length + ")");
    }
  }

  /** Adds a list of texts. */
  void names(String name, List<String> list) {
    if (list.size() > 1 && list.stream().noneMatch(String::isBlank)) {
      names.put(name, list);
    }
  }

  /**
   * The weights of The Virtual Brain's HDF5, which lie beside the lengths of tracts; rows are
   * targets there.
   *
   * @return the matrix with its rows as sources, or null if this is no such file
   */
  Connectome tvb(String variable) {
    double[][] there = squares.get("weights");
    if (there == null
        || !squares.containsKey("tract_lengths")
        || !(variable.isEmpty() || variable.equals("weights"))) {
      return null;
    }
    double[][] here = new double[there.length][there.length];
    for (int i = 0; i < there.length; i++) {
      for (int j = 0; j < there.length; j++) {
        here[j][i] = there[i][j];
      }
    }
    squares.put("weights", here);
    Connectome read = choose("weights");
    List<String> notes = new ArrayList<>(read.notes());
    notes.removeIf(note -> note.startsWith("The matrix is not symmetric"));
    notes.add("In TVB rows are targets; the matrix was turned so that rows are sources.");
    return new Connectome(read.regions(), read.named(), read.weights(), notes, file);
  }

  /** The matrix that is named, or the only one; names are those of as many regions. */
  Connectome choose(String variable) {
    String chosen = variable;
    List<String> notes = new ArrayList<>();
    if (chosen.isEmpty() && squares.size() == 1) {
      chosen = squares.keySet().iterator().next();
      if (!chosen.isEmpty()) {
        notes.add("The matrix " + chosen + " was read.");
      }
    }
    double[][] matrix = squares.get(chosen);
    if (matrix == null) {
      String rest = others.isEmpty() ? "" : " Not square: " + String.join(", ", others) + ".";
      throw new BadInput(
          squares.isEmpty()
              ? file + " holds no square matrix of numbers." + rest
              : file
                  + (chosen.isEmpty() ? "" : " has no square matrix \"" + chosen + "\". It")
                  + " holds the square matrices "
                  + squares.keySet()
                  + ". Name the one to read: variable="
                  + squares.keySet().iterator().next()
                  + ".");
    }
    List<List<String>> fitting =
        names.values().stream().filter(list -> list.size() == matrix.length).toList();
    if (fitting.size() > 1) {
      notes.add("Several lists of names fit; the first one is used: " + names.keySet() + ".");
    }
    Regions regions =
        fitting.isEmpty()
            ? Regions.numbered("Region", matrix.length)
            : Regions.named(fitting.get(0));
    if (fitting.isEmpty()) {
      notes.add("The file has no names for these regions; they are numbered.");
    }
    Connectome read = new Connectome(regions, !fitting.isEmpty(), matrix, notes, file);
    if (!read.symmetric()) {
      notes.add("The matrix is not symmetric: its rows are taken as sources.");
    }
    return new Connectome(regions, !fitting.isEmpty(), matrix, notes, file);
  }
}
