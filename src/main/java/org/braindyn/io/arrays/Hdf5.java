package org.braindyn.io.arrays;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.Imported;
import org.braindyn.io.MatrixImport;
import org.braindyn.io.NiftiFiles;

/** Reads matrices from HDF5 files, among them MATLAB 7.3 (whose matrices are stored transposed). */
public final class Hdf5 {
  private static final long MOST_VALUES = 1L << 28;

  private Hdf5() {}

  /**
   * Reads signals; a data set named {@code tc} is region x time unless told otherwise.
   *
   * @param options path of the data set, or empty: {@code tc} if there is one, else the only matrix
   */
  public static Imported read(Path path, ImportOptions options) throws IOException {
    String file = NiftiFiles.name(path);
    MatrixImport matrix = new MatrixImport(file, options);
    try (HdfFile hdf = open(path)) {
      Map<String, Dataset> found = new TreeMap<>();
      List<String> others = new ArrayList<>();
      collect(hdf, "", found, others, 0);
      String chosen = options.variable();
      if (chosen.isEmpty()) {
        chosen = found.containsKey("tc") ? "tc" : "";
        if (chosen.isEmpty()) {
          chosen = only(found, others);
        }
        if (!chosen.isEmpty()) {
          matrix.note("The data set " + chosen + " was read.");
        }
      }
      Dataset data = found.get(chosen.startsWith("/") ? chosen.substring(1) : chosen);
      if (data == null) {
        throw new BadInput(
            found.isEmpty()
                ? file + " holds no matrix of real numbers in two dimensions." + cells(others)
                : file
                    + (chosen.isEmpty() ? "" : " has no matrix \"" + chosen + "\". It")
                    + " holds the matrices "
                    + found.keySet()
                    + ". Name the one to read: variable="
                    + found.keySet().iterator().next()
                    + "."
                    + cells(others));
      }
      double[][] values = values(data, file);
      Orientation known = Orientation.AUTO;
      if (matlab(path)) {
        values = MatrixImport.transposed(values);
        matrix.note("Written by MATLAB 7.3: rows and columns are as in MATLAB.");
      }
      if (chosen.equals("tc") || chosen.endsWith("/tc")) {
        known = Orientation.REGIONS_IN_ROWS;
        matrix.note("tc is read as region x time.");
      }
      return matrix.signals(values, known, null, Double.NaN);
    } catch (HdfException e) {
      throw damaged(file, e);
    }
  }

  /** True if the file has MATLAB 7.3's text block in front. */
  public static boolean matlab(Path path) throws IOException {
    String start = new String(NiftiFiles.start(path), StandardCharsets.ISO_8859_1);
    return start.startsWith("MATLAB 7.3");
  }

  /** Opens a file that is as long as it says. */
  public static HdfFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no file " + path + ".");
    }
    String file = NiftiFiles.name(path);
    try {
      long promised = Hdf5Superblock.endOfFile(path);
      if (promised > Files.size(path)) {
        throw new BadInput(
            String.format(
                "%s is truncated: it has %d of its %d bytes. Copy or download it again.",
                file, Files.size(path), promised));
      }
      return new HdfFile(path);
    } catch (BadInput e) {
      throw e;
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e) + ".", e);
    } catch (RuntimeException e) {
      throw damaged(file, e);
    }
  }

  private static BadInput damaged(String file, RuntimeException e) {
    return new BadInput(file + " is not a usable HDF5 file: " + Reason.of(e), e);
  }

  /** The only matrix; a vector counts where there is nothing else, as it may be an index. */
  private static String only(Map<String, Dataset> found, List<String> others) {
    List<String> matrices =
        found.entrySet().stream()
            .filter(
                e ->
                    others.isEmpty() && found.size() == 1
                        || Arrays.stream(e.getValue().getDimensions()).min().orElse(0) > 1)
            .map(Map.Entry::getKey)
            .toList();
    return matrices.size() == 1 ? matrices.get(0) : "";
  }

  private static String cells(List<String> others) {
    return others.isEmpty()
        ? ""
        : " Not usable as signals: "
            + String.join(", ", others)
            + " (cells and structs of MATLAB 7.3 are not read: save them with '-v7', or as one"
            + " matrix).";
  }

  private static void collect(
      Group group, String prefix, Map<String, Dataset> found, List<String> others, int depth) {
    for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
      if (child.getKey().startsWith("#")) {
        continue; // where MATLAB keeps the contents of cells
      }
      String name = prefix + child.getKey();
      if (child.getValue() instanceof Dataset data) {
        Class<?> type = data.getJavaType();
        boolean number = type.isPrimitive() && type != boolean.class && type != char.class;
        if (data.getDimensions().length == 2 && number && data.getSize() > 1 && !text(data)) {
          found.put(name, data);
        } else if (data.getSize() > 1 && !text(data)) {
          others.add(name);
        }
      } else if (child.getValue() instanceof Group inner && depth < 8) {
        collect(inner, name + "/", found, others, depth + 1);
      }
    }
  }

  /** True for MATLAB's texts, which are stored as numbers. */
  private static boolean text(Dataset data) {
    Attribute kind = data.getAttribute("MATLAB_class");
    return kind != null && "char".equals(kind.getData());
  }

  private static double[][] values(Dataset data, String file) {
    if (data.getSize() > MOST_VALUES) {
      throw new BadInput(file + ": " + data.getSize() + " values are too many to read at once.");
    }
    Object rows = data.getData();
    double[][] values = new double[Array.getLength(rows)][];
    for (int i = 0; i < values.length; i++) {
      Object row = Array.get(rows, i);
      values[i] = new double[Array.getLength(row)];
      for (int j = 0; j < values[i].length; j++) {
        values[i][j] = ((Number) Array.get(row, j)).doubleValue();
      }
    }
    return values;
  }
}
