package org.braindyn.io.arrays;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.Imported;
import org.braindyn.io.MatrixImport;
import org.braindyn.io.NiftiFiles;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Reads matrices from MATLAB 5 files, also within structs (v4 is refused; v7.3 is HDF5). */
public final class Mat5 {
  private static final int DEEPEST = 4;

  private final Map<String, Matrix> matrices = new LinkedHashMap<>();
  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();

  private Mat5(Mat5File file) {
    for (MatFile.Entry entry : file.getEntries()) {
      collect(entry.getName(), entry.getValue(), 0);
    }
  }

  /**
   * Reads signals; a variable named {@code tc} is region x time unless told otherwise.
   *
   * @param options the variable's name ({@code s.tc} for a field of a struct), or empty: {@code tc}
   *     if there is one, else the only matrix
   */
  public static Imported read(Path path, ImportOptions options) throws IOException {
    String file = NiftiFiles.name(path);
    MatrixImport matrix = new MatrixImport(file, options);
    Mat5 all = new Mat5(open(path));
    String chosen = options.variable();
    if (chosen.isEmpty()) {
      chosen = all.only();
      if (!chosen.isEmpty()) {
        matrix.note("The variable " + chosen + " was read.");
      }
    }
    if (all.cells.containsKey(chosen)) {
      return all.cell(chosen, matrix);
    }
    double[][] values = all.values(chosen, file);
    Orientation known = Orientation.AUTO;
    if (chosen.equals("tc") || chosen.endsWith(".tc")) {
      known = Orientation.REGIONS_IN_ROWS;
      matrix.note("tc is read as region x time.");
    }
    return matrix.signals(values, known, null, Double.NaN);
  }

  /**
   * The one variable that can be signals: {@code tc}, or the only matrix or cell of equal vectors;
   * a vector counts only where there is nothing else at all, as it may be an index.
   */
  private String only() {
    if (matrices.containsKey("tc")) {
      return "tc";
    }
    List<String> found = new ArrayList<>(cells.keySet());
    List<String> vectors = new ArrayList<>();
    matrices.forEach(
        (name, m) -> (m.getNumRows() == 1 || m.getNumCols() == 1 ? vectors : found).add(name));
    if (found.isEmpty() && others.isEmpty()) {
      found.addAll(vectors);
    }
    return found.size() == 1 ? found.get(0) : "";
  }

  /** A cell of vectors of one length, one per region; texts of as many entries are the names. */
  private Imported cell(String name, MatrixImport matrix) {
    Cell cell = cells.get(name);
    double[][] values = new double[cell.getNumElements()][];
    for (int r = 0; r < values.length; r++) {
      Matrix vector = cell.getMatrix(r);
      values[r] = new double[vector.getNumElements()];
      for (int t = 0; t < values[r].length; t++) {
        values[r][t] = vector.getDouble(t);
      }
    }
    List<String> names = null;
    for (Map.Entry<String, List<String>> text : texts.entrySet()) {
      if (text.getValue().size() == values.length) {
        names = text.getValue();
        matrix.note("The names are those of " + text.getKey() + ".");
        break;
      }
    }
    matrix.note(
        name
            + " is a cell of "
            + values.length
            + " vectors of "
            + values[0].length
            + " values: one region each.");
    List<String> rest = new ArrayList<>(matrices.keySet());
    cells.keySet().stream().filter(c -> !c.equals(name)).forEach(rest::add);
    rest.addAll(others);
    if (!rest.isEmpty()) {
      matrix.note("Not read: " + String.join(", ", rest) + ".");
    }
    return matrix.signals(values, Orientation.REGIONS_IN_ROWS, names, Double.NaN);
  }

  /** True if every entry is a real vector of the same length, 2 or more. */
  private static boolean vectors(Cell cell) {
    int length = -1;
    for (int i = 0; i < cell.getNumElements(); i++) {
      if (!(cell.get(i) instanceof Matrix m)
          || m.isComplex()
          || m.getNumDimensions() != 2
          || Math.min(m.getNumRows(), m.getNumCols()) != 1
          || m.getNumElements() < 2
          || (length >= 0 && m.getNumElements() != length)) {
        return false;
      }
      length = m.getNumElements();
    }
    return length > 0;
  }

  /** The entries of a cell of texts; null if one is something else. */
  private static List<String> texts(Cell cell) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < cell.getNumElements(); i++) {
      if (!(cell.get(i) instanceof Char text)
          || text.getNumElements() == 0
          || text.getNumRows() != 1
          || text.getString().isBlank()) {
        return null;
      }
      found.add(text.getString().strip());
    }
    return found.isEmpty() ? null : found;
  }

  /**
   * One two-dimensional matrix as [row][column].
   *
   * @throws BadInput if there is no such matrix
   */
  public static double[][] matrix(Path path, String variable) throws IOException {
    return new Mat5(open(path)).values(variable, NiftiFiles.name(path));
  }

  private double[][] values(String name, String file) {
    Matrix m = matrices.get(name);
    if (m == null) {
      String rest = others.isEmpty() ? "" : " Not usable as signals: " + String.join(", ", others);
      String what =
          matrices.isEmpty() && cells.isEmpty()
              ? file + " holds no matrix of real numbers in two dimensions."
              : file
                  + (name.isEmpty() ? "" : " has no real matrix \"" + name + "\". It")
                  + " holds the matrices "
                  + candidates()
                  + ". Name the one to read: variable="
                  + candidates().get(0)
                  + ".";
      throw new BadInput(what + rest + (rest.isEmpty() ? "" : "."));
    }
    double[][] values = new double[m.getNumRows()][m.getNumCols()];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values[i].length; j++) {
        values[i][j] = m.getDouble(i, j);
      }
    }
    return values;
  }

  private List<String> candidates() {
    List<String> all = new ArrayList<>(cells.keySet());
    all.addAll(matrices.keySet());
    return all;
  }

  private void collect(String name, Array array, int depth) {
    if (array instanceof Cell cell) {
      List<String> words = texts(cell);
      if (words != null) {
        texts.put(name, words);
        return;
      }
      if (vectors(cell)) {
        cells.put(name, cell);
        return;
      }
    }
    if (array instanceof Matrix m
        && !m.isComplex()
        && m.getNumDimensions() == 2
        && m.getNumElements() > 1) {
      matrices.put(name, m);
    } else if (array instanceof Struct s && s.getNumElements() == 1 && depth < DEEPEST) {
      for (String field : s.getFieldNames()) {
        collect(name + "." + field, s.get(field), depth + 1);
      }
    } else if (array != null && array.getNumElements() > 1) {
      String kind = array.getType().toString().toLowerCase(Locale.ROOT);
      boolean complex = array instanceof Matrix m && m.isComplex();
      String size =
          String.join(
              " x ", Arrays.stream(array.getDimensions()).mapToObj(String::valueOf).toList());
      others.add(name + " (" + size + (complex ? ", complex " : ", ") + kind + ")");
    }
  }

  private static Mat5File open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no file " + path + ".");
    }
    try {
      if (isVersion4(path)) {
        throw new BadInput(
            NiftiFiles.name(path)
                + " is a MATLAB 4 file, which is not read. In MATLAB, load it and save it with"
                + " save(name, '-v7').");
      }
      return MatReader.read(path);
    } catch (BadInput e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new BadInput(NiftiFiles.name(path) + " is not a usable MATLAB 5 file: " + why(e), e);
    }
  }

  /** A version 4 file starts with its type as four digits, rows, columns and two lengths. */
  private static boolean isVersion4(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(20);
    }
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      ByteBuffer b = ByteBuffer.wrap(start).order(order);
      if (start.length == 20
          && b.getInt(0) >= 0
          && b.getInt(0) < 5000
          && b.getInt(0) / 100 % 10 == 0
          && b.getInt(0) % 10 <= 2
          && b.getInt(4) > 0
          && b.getInt(8) > 0
          && (b.getInt(12) == 0 || b.getInt(12) == 1)
          && b.getInt(16) > 0
          && b.getInt(16) < 100) {
        return true;
      }
    }
    return false;
  }

  private static String why(Throwable e) {
    if (e instanceof IOException io) {
      return Reason.of(io) + ".";
    }
    return e.getMessage() == null ? "it is damaged or cut off." : Reason.of(e) + ".";
  }
}
