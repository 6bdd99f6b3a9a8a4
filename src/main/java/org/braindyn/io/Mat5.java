package org.braindyn.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.io.ImportOptions.Orientation;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/** Reads matrices from MATLAB 5 files (v4 excluded; v7.3 is HDF5). */
public final class Mat5 {
  private Mat5() {}

  /**
   * Reads signals; a variable named {@code tc} is region x time unless told otherwise.
   *
   * @param options the variable's name, or empty: {@code tc} if there is one, else the only matrix
   */
  public static Imported read(Path path, ImportOptions options) throws IOException {
    MatrixImport matrix = new MatrixImport(NiftiFiles.name(path), options);
    List<String> found = new ArrayList<>();
    double[][] values = null;
    String chosen = options.variable();
    for (MatFile.Entry entry : open(path).getEntries()) {
      if (entry.getValue() instanceof Matrix m && isMatrix(m)) {
        found.add(entry.getName());
      }
    }
    if (chosen.isEmpty()) {
      chosen = found.contains("tc") ? "tc" : found.size() == 1 ? found.get(0) : "";
      if (!chosen.isEmpty()) {
        matrix.note("The variable " + chosen + " was read.");
      }
    }
    values = chosen.isEmpty() ? null : matrix(path, chosen);
    if (values == null) {
      throw new BadInput(
          NiftiFiles.name(path) + " holds the matrices " + found + ". Name the one to read.");
    }
    Orientation known = Orientation.AUTO;
    if (chosen.equals("tc")) {
      known = Orientation.REGIONS_IN_ROWS;
      matrix.note("tc is read as region x time.");
    }
    return matrix.signals(values, known, null, Double.NaN);
  }

  /**
   * One two-dimensional matrix as [row][column].
   *
   * @throws BadInput if there is no such matrix
   */
  public static double[][] matrix(Path path, String variable) throws IOException {
    for (MatFile.Entry entry : open(path).getEntries()) {
      if (entry.getName().equals(variable) && entry.getValue() instanceof Matrix m && isMatrix(m)) {
        double[][] values = new double[m.getNumRows()][m.getNumCols()];
        for (int i = 0; i < values.length; i++) {
          for (int j = 0; j < values[i].length; j++) {
            values[i][j] = m.getDouble(i, j);
          }
        }
        return values;
      }
    }
    throw new BadInput(
        NiftiFiles.name(path) + " has no real two-dimensional matrix named \"" + variable + "\".");
  }

  private static boolean isMatrix(Array array) {
    return array instanceof Matrix m
        && !m.isComplex()
        && m.getNumDimensions() == 2
        && m.getNumElements() > 1;
  }

  private static Mat5File open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no file " + path + ".");
    }
    try {
      return us.hebi.matlab.mat.format.Mat5.readFromFile(path.toFile());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new BadInput(NiftiFiles.name(path) + " is not a usable MATLAB 5 file: " + why(e), e);
    }
  }

  private static String why(Throwable e) {
    if (e instanceof IOException io) {
      return Reason.of(io) + ".";
    }
    return e.getMessage() == null ? "it is damaged or cut off." : e.getMessage();
  }
}
