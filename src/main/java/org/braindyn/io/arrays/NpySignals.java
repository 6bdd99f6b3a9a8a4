package org.braindyn.io.arrays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.FilledFile;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.ImportOptions.Orientation;
import org.braindyn.io.Imported;
import org.braindyn.io.MatrixImport;
import org.braindyn.io.NiftiFiles;

/**
 * Region signals in NumPy files. A .npy file holds the values only, [region, time]; a .npz file
 * also {@code regions} (names, one per line), {@code labels} (0 where unknown), {@code voxels},
 * {@code centroids} (mm, NaN where unknown), {@code interval} (s) and {@code source}, and reads
 * back the same.
 */
public final class NpySignals {
  private static final String SIGNALS = "signals";

  private NpySignals() {}

  /** Reads signals; a .npz that was not written here needs the name of its matrix, if several. */
  public static Imported read(Path path, ImportOptions options) throws IOException {
    String file = NiftiFiles.name(path);
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no file " + path + ".");
    }
    MatrixImport matrix = new MatrixImport(file, options);
    if (!file.toLowerCase(Locale.ROOT).endsWith(".npz")) {
      return regionByTime(matrix, values(Npy.read(path), file), options);
    }
    List<String> others = new ArrayList<>();
    Map<String, NpyArray> arrays = Npz.read(path, others);
    if (options.variable().isEmpty() && arrays.containsKey("regions")) {
      return own(arrays, options, file);
    }
    List<String> found =
        arrays.entrySet().stream()
            .filter(e -> e.getValue().numbers() != null && e.getValue().shape().length == 2)
            .map(Map.Entry::getKey)
            .toList();
    String chosen = options.variable();
    if (chosen.isEmpty() && found.size() == 1) {
      chosen = found.get(0);
      matrix.note("The array " + chosen + " was read.");
      if (!others.isEmpty()) {
        matrix.note("Not read, as they are not numbers: " + String.join(", ", others) + ".");
      }
    }
    if (!found.contains(chosen)) {
      throw new BadInput(
          file
              + (found.isEmpty()
                  ? " holds no matrix of real numbers in two dimensions"
                  : (chosen.isEmpty() ? "" : " has no matrix \"" + chosen + "\". It")
                      + " holds the matrices "
                      + found
                      + ". Name the one to read: variable="
                      + found.get(0))
              + (others.isEmpty() ? "." : "; not numbers: " + others + "."));
    }
    return regionByTime(matrix, values(arrays.get(chosen), file), options);
  }

  /** NumPy's files are region x time, as they are written here; a shape that is odd is told. */
  private static Imported regionByTime(
      MatrixImport matrix, double[][] values, ImportOptions options) {
    if (options.orientation() == Orientation.AUTO) {
      String shape = values.length + " x " + (values.length == 0 ? 0 : values[0].length);
      boolean odd = values.length > 0 && values.length > values[0].length;
      matrix.note(
          (odd ? "Warning: " : "")
              + "NumPy arrays are read as region x time: "
              + shape
              + (odd ? ", more regions than frames. " : ". ")
              + "If rows are times, choose orientation: time in rows.");
    }
    return matrix.signals(values, Orientation.REGIONS_IN_ROWS, null, Double.NaN);
  }

  private static Imported own(Map<String, NpyArray> arrays, ImportOptions options, String file) {
    for (String key : List.of(SIGNALS, "labels", "voxels", "centroids", "interval", "source")) {
      if (!arrays.containsKey(key)) {
        throw new BadInput(file + " has no array \"" + key + "\"; it was not written by BrainDyn.");
      }
    }
    double[][] values = values(arrays.get(SIGNALS), file);
    String[] names = String.valueOf(arrays.get("regions").text()).split("\n", -1);
    int[] labels = arrays.get("labels").integers();
    double[] voxels = arrays.get("voxels").numbers();
    double[][] places = values(arrays.get("centroids"), file);
    int n = values.length;
    if (names.length != n || labels.length != n || voxels.length != n || places.length != n) {
      throw new BadInput(file + ": its arrays differ in the number of regions.");
    }
    List<Region> regions = new ArrayList<>();
    for (int r = 0; r < n; r++) {
      double[] place = Double.isNaN(places[r][0]) ? null : places[r];
      regions.add(new Region(labels[r], names[r], (long) voxels[r], place));
    }
    double interval = options.interval() > 0 ? options.interval() : arrays.get("interval").scalar();
    String source = arrays.get("source").text();
    boolean given = arrays.containsKey("labels_given");
    return new Imported(
        new RegionSignals(Regions.stored(regions, given), values, interval, source), List.of());
  }

  private static double[][] values(NpyArray array, String file) {
    if (array.numbers() == null || array.shape().length != 2) {
      throw new BadInput(
          file + " holds " + array.describe() + "; signals are a matrix of numbers.");
    }
    double[][] values = new double[array.shape()[0]][];
    int m = array.shape()[1];
    for (int i = 0; i < values.length; i++) {
      values[i] = java.util.Arrays.copyOfRange(array.numbers(), i * m, (i + 1) * m);
    }
    return values;
  }

  /** Writes a .npy (values only) or .npz file (everything), by the ending. */
  public static void write(Path path, RegionSignals signals) throws IOException {
    String name = NiftiFiles.name(path).toLowerCase(Locale.ROOT);
    int n = signals.size();
    NpyArray values = NpyArray.of(flat(signals.values()), n, signals.frames());
    if (name.endsWith(".npy")) {
      FilledFile.write(path, signals);
      Npy.write(path, values);
      return;
    }
    if (!name.endsWith(".npz")) {
      throw new BadInput("Cannot write " + path + ": the name must end in .npy or .npz.");
    }
    FilledFile.write(path, signals);
    double[] labels = new double[n];
    double[] voxels = new double[n];
    double[][] places = new double[n][];
    for (int r = 0; r < n; r++) {
      Region region = signals.regions().get(r);
      labels[r] = region.hasLabel() ? region.label() : Region.NO_LABEL;
      voxels[r] = region.voxels();
      double nan = Double.NaN;
      places[r] = region.centroid() == null ? new double[] {nan, nan, nan} : region.centroid();
    }
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put(SIGNALS, values);
    List<String> names = signals.regions().names().stream().map(s -> s.replace('\n', ' ')).toList();
    arrays.put("regions", NpyArray.of(String.join("\n", names)));
    arrays.put("labels", NpyArray.ofIntegers(labels, n));
    if (signals.regions().looksNumbered()) {
      arrays.put("labels_given", NpyArray.ofIntegers(new double[] {1}, 1));
    }
    arrays.put("voxels", NpyArray.ofIntegers(voxels, n));
    arrays.put("centroids", NpyArray.of(flat(places), n, 3));
    arrays.put("interval", NpyArray.of(new double[] {signals.interval()}));
    arrays.put("source", NpyArray.of(signals.source()));
    Npz.write(path, arrays);
  }

  private static double[] flat(double[][] rows) {
    double[] flat = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[i].length);
    }
    return flat;
  }
}
