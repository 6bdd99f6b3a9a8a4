package org.braindyn.io.arrays;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
  private static final long SMALL = 1 << 20;

  private Hdf5() {}

  /**
   * Reads signals; a data set named {@code tc} is region x time unless told otherwise.
   *
   * @param options path of the data set, or empty: {@code tc} if there is one, else the only matrix
   */
  public static Imported read(Path path, ImportOptions options) throws IOException {
    String file = NiftiFiles.name(path);
    MatrixImport matrix = new MatrixImport(file, options);
    boolean matlab = matlab(path);
    return use(path, hdf -> read(hdf, matlab, matrix, options, file));
  }

  private static Imported read(
      HdfFile hdf, boolean matlab, MatrixImport matrix, ImportOptions options, String file) {
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
    double[][] values = Hdf5Values.of(hdf, file).matrix(data);
    Orientation known = Orientation.AUTO;
    if (matlab) {
      values = MatrixImport.transposed(values);
      matrix.note("Written by MATLAB 7.3: rows and columns are as in MATLAB.");
    }
    if (chosen.equals("tc") || chosen.endsWith("/tc")) {
      known = Orientation.REGIONS_IN_ROWS;
      matrix.note("tc is read as region x time.");
    }
    return matrix.signals(values, known, null, Double.NaN);
  }

  /** True if the file has MATLAB 7.3's text block in front. */
  public static boolean matlab(Path path) throws IOException {
    String start = new String(NiftiFiles.start(path), StandardCharsets.ISO_8859_1);
    return start.startsWith("MATLAB 7.3");
  }

  /** Does something with an open file. */
  @FunctionalInterface
  public interface Use<T> {
    /** What comes of the file. */
    T of(HdfFile file);
  }

  /**
   * Opens, uses and closes a file; whatever is wrong with it becomes a message. Links into other
   * files are not followed.
   *
   * @throws BadInput if the file is not there, cut off or damaged
   */
  public static <T> T use(Path path, Use<T> use) {
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
      try (HdfFile opened = open(path)) {
        return use.of(opened);
      }
    } catch (BadInput e) {
      throw e;
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + Reason.of(e) + ".", e);
    } catch (RuntimeException | StackOverflowError e) {
      // jhdf throws many kinds of exception on damaged files
      String reason = e instanceof RuntimeException known ? Reason.of(known) : "it goes in circles";
      throw new BadInput(
          file + " is not a usable HDF5 file: " + reason + ". Copy or download it again.", e);
    }
  }

  /**
   * From memory, as jhdf otherwise allocates whatever length a damaged header claims, and follows
   * links out of the file.
   */
  private static HdfFile open(Path path) throws IOException {
    long size = Files.size(path);
    if (size > Integer.MAX_VALUE) {
      return new HdfFile(path);
    }
    if (size < SMALL) {
      return HdfFile.fromByteBuffer(ByteBuffer.wrap(Files.readAllBytes(path)));
    }
    try (FileChannel channel = FileChannel.open(path)) {
      return HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
    }
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
}
