package org.braindyn.io.sonata;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Units;
import org.braindyn.io.arrays.Hdf5;

/** What SONATA files need of HDF5. */
final class H5 {
  private static final long MOST_VALUES = 1L << 28;

  private H5() {}

  /** Does something with an open file. */
  @FunctionalInterface
  interface Use<T> {
    /** What comes of the file. */
    T of(HdfFile file);
  }

  /** Opens, uses and closes a file; whatever is wrong with it becomes a message. */
  static <T> T with(Path path, Use<T> use) {
    try (HdfFile file = Hdf5.open(path)) {
      return use.of(file);
    } catch (BadInput e) {
      throw e;
    } catch (RuntimeException e) {
      // jhdf throws many kinds of exception on damaged files
      throw new BadInput(
          path.getFileName() + " is not a usable HDF5 file: " + Reason.of(e) + ".", e);
    }
  }

  /** Groups below a group, by name; none if there is no such group. */
  static Map<String, Group> groups(Group parent, String name) {
    Map<String, Group> found = new LinkedHashMap<>();
    if (parent.getChildren().get(name) instanceof Group group) {
      for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
        if (child.getValue() instanceof Group inner) {
          found.put(child.getKey(), inner);
        }
      }
    }
    return found;
  }

  /** A data set of numbers, flat. */
  static double[] numbers(Group group, String name, String file) {
    if (!(group.getChildren().get(name) instanceof Dataset data)) {
      throw new BadInput(file + ": " + group.getPath() + " has no data set \"" + name + "\".");
    }
    long size = data.getSize();
    if (size > MOST_VALUES) {
      throw new BadInput(file + ": " + size + " values are too many to read at once.");
    }
    double[] values = new double[(int) size];
    if (size > 0) {
      Object flat = data.getDataFlat();
      for (int i = 0; i < values.length; i++) {
        values[i] =
            ((Number) (flat.getClass().isArray() ? Array.get(flat, i) : flat)).doubleValue();
      }
    }
    return values;
  }

  /** Factor from the times' unit to ms; ms where none is stated. */
  static double toMs(Node data, String file) {
    Attribute units = data.getAttribute("units");
    String unit = units == null ? "ms" : String.valueOf(units.getData()).strip();
    OptionalDouble seconds = Units.seconds(unit.isEmpty() ? "ms" : unit);
    if (seconds.isEmpty()) {
      throw new BadInput(
          file + ": times are in \"" + unit + "\"; ms, s and us are known. Convert them.");
    }
    return seconds.getAsDouble() == 1e-3 ? 1 : seconds.getAsDouble() * 1000;
  }
}
