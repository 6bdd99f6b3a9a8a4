package org.braindyn.io.sonata;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.arrays.Hdf5;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.door.SignalDoor;

/**
 * A SONATA report: {@code /report/<population>/data} [time, element] with its {@code mapping}. One
 * row per element, named by its node and, where a node has several, its element.
 */
public final class SonataReport implements SignalDoor {
  @Override
  public String format() {
    return "a SONATA report (.h5)";
  }

  @Override
  public boolean knows(FileStart file) {
    return file.hdf5()
        && file.ends(".h5", ".hdf5", ".sonata")
        && Hdf5.use(file.path(), h -> h.getChildren().get("report") instanceof Group);
  }

  @Override
  public Imported read(Path path, ImportOptions options) {
    String file = path.getFileName().toString();
    return Hdf5.use(
        path,
        h -> {
          Map<String, Group> populations = H5.groups(h, "report");
          String wanted = options.variable();
          if (wanted.isEmpty() && populations.size() == 1) {
            wanted = populations.keySet().iterator().next();
          }
          Group chosen = populations.get(wanted);
          if (chosen == null) {
            throw new BadInput(
                file
                    + (populations.isEmpty()
                        ? " has no population below /report."
                        : " reports the populations "
                            + populations.keySet()
                            + ". Name the one to read: variable="
                            + populations.keySet().iterator().next()
                            + "."));
          }
          return report(chosen, wanted, options, file);
        });
  }

  private static Imported report(Group group, String name, ImportOptions options, String file) {
    if (!(group.getChildren().get("data") instanceof Dataset data)
        || data.getDimensions().length != 2
        || !(group.getChildren().get("mapping") instanceof Group mapping)) {
      throw new BadInput(
          file + ": /report/" + name + " has no data [time, element] with a mapping.");
    }
    int frames = data.getDimensions()[0];
    int elements = data.getDimensions()[1];
    if (frames == 0 || elements == 0) {
      throw new BadInput(file + ": /report/" + name + " holds no values.");
    }
    double[] flat = H5.numbers(group, "data", file);
    double[][] values = new double[elements][frames];
    for (int t = 0; t < frames; t++) {
      for (int e = 0; e < elements; e++) {
        values[e][t] = flat[t * elements + e];
      }
    }
    double[] time = H5.numbers(mapping, "time", file);
    if (time.length != 3 || !(time[2] > 0)) {
      throw new BadInput(file + ": mapping/time of " + name + " is not [start, stop, step].");
    }
    double toMs = H5.toMs(mapping.getChildren().get("time"), file);
    double interval = options.interval() > 0 ? options.interval() : time[2] * toMs / 1000;
    List<String> notes = new ArrayList<>();
    notes.add("Population " + name + ": one row per element, " + elements + " in all.");
    Regions regions = Regions.named(names(mapping, elements, file));
    return new Imported(new RegionSignals(regions, values, interval, file), notes);
  }

  private static List<String> names(Group mapping, int elements, String file) {
    double[] nodes = H5.numbers(mapping, "node_ids", file);
    double[] pointers = H5.numbers(mapping, "index_pointers", file);
    double[] ids = H5.numbers(mapping, "element_ids", file);
    if (pointers.length != nodes.length + 1 || ids.length != elements) {
      throw new BadInput(
          String.format(
              "%s: its mapping lists %d nodes, %d pointers and %d elements for %d columns.",
              file, nodes.length, pointers.length, ids.length, elements));
    }
    String[] names = new String[elements];
    for (int n = 0; n < nodes.length; n++) {
      int from = (int) pointers[n];
      int to = (int) pointers[n + 1];
      if (from < 0 || to < from || to > elements) {
        throw new BadInput(file + ": its index pointers " + from + ", " + to + " are wrong.");
      }
      for (int e = from; e < to; e++) {
        String node = "node " + (long) nodes[n];
        names[e] = to - from == 1 ? node : node + " part " + (e - from + 1);
      }
    }
    for (int e = 0; e < elements; e++) {
      if (names[e] == null) {
        throw new BadInput(file + ": column " + (e + 1) + " belongs to no node.");
      }
    }
    return List.of(names);
  }
}
