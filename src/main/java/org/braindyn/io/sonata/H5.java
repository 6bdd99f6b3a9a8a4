package org.braindyn.io.sonata;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.braindyn.data.BadInput;
import org.braindyn.data.Units;
import org.braindyn.io.arrays.Hdf5Values;

/** What SONATA files need of HDF5. */
final class H5 {
  private H5() {}

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
    return Hdf5Values.of(group, file).flat(data);
  }

  /** Factor from the times' unit to ms; ms where none is stated. */
  static double toMs(Node data, String file) {
    Attribute units = data == null ? null : data.getAttribute("units");
    String unit = units == null ? "ms" : String.valueOf(units.getData()).strip();
    OptionalDouble seconds = Units.seconds(unit.isEmpty() ? "ms" : unit);
    if (seconds.isEmpty()) {
      throw new BadInput(
          file + ": times are in \"" + unit + "\"; ms, s and us are known. Convert them.");
    }
    return seconds.getAsDouble() == 1e-3 ? 1 : seconds.getAsDouble() * 1000;
  }
}
