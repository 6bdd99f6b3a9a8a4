package org.braindyn.io.sonata;

import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.SpikeTrains;
import org.braindyn.io.arrays.Hdf5;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.door.SpikeDoor;
import org.braindyn.io.door.Spikes;

/**
 * Spikes of a SONATA file: {@code /spikes/<population>/node_ids} and {@code timestamps}; files of
 * before 0.1 have {@code /spikes/gids} and {@code timestamps}. Every population numbers its nodes
 * from 0, so the ids of the second and later ones are shifted beyond those before.
 */
public final class SonataSpikes implements SpikeDoor {
  @Override
  public String format() {
    return "a SONATA spike file (.h5)";
  }

  @Override
  public boolean knows(FileStart file) {
    return file.hdf5()
        && file.ends(".h5", ".hdf5", ".sonata")
        && Hdf5.use(file.path(), h -> h.getChildren().get("spikes") instanceof Group);
  }

  @Override
  public Spikes read(Path path, Progress progress) {
    String file = path.getFileName().toString();
    return Hdf5.use(
        path,
        h -> {
          Map<String, Group> populations = H5.groups(h, "spikes");
          Group spikes = (Group) h.getChildren().get("spikes");
          if (populations.isEmpty() && spikes != null && spikes.getChildren().containsKey("gids")) {
            populations = Map.of("", spikes);
          }
          if (populations.isEmpty()) {
            throw new BadInput(
                file + " has no population below /spikes. Is it a SONATA spike file?");
          }
          return new Merged(file).add(populations).done();
        });
  }

  /** The spikes of all populations, one after the other. */
  private static final class Merged {
    private final String file;
    private int[] senders = {};
    private double[] times = {};
    private int next;
    private final List<Spikes.Population> found = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Merged(String file) {
      this.file = file;
    }

    Merged add(Map<String, Group> populations) {
      populations.forEach(
          (name, group) -> {
            double[] ids = H5.numbers(group, name.isEmpty() ? "gids" : "node_ids", file);
            double[] when = H5.numbers(group, "timestamps", file);
            Node data = group.getChildren().get("timestamps");
            add(name, ids, when, H5.toMs(data, file));
          });
      return this;
    }

    private void add(String name, double[] ids, double[] when, double toMs) {
      if (ids.length != when.length) {
        throw new BadInput(
            String.format(
                "%s: population \"%s\" has %d ids for %d times.",
                file, name, ids.length, when.length));
      }
      if (ids.length == 0) {
        notes.add("Population \"" + name + "\" has no spike.");
        return;
      }
      int at = senders.length;
      senders = Arrays.copyOf(senders, at + ids.length);
      times = Arrays.copyOf(times, at + ids.length);
      double most = 0;
      double least = Double.MAX_VALUE;
      for (int i = 0; i < ids.length; i++) {
        double id = ids[i] + next;
        double ms = when[i] * toMs;
        if (!(ids[i] >= 0 && id < Integer.MAX_VALUE) || !(ms >= 0) || Double.isInfinite(ms)) {
          throw new BadInput(
              String.format(
                  "%s: spike %d of population \"%s\" has id %s and time %s ms.",
                  file, i + 1, name, ids[i], ms));
        }
        senders[at + i] = (int) id;
        times[at + i] = ms;
        most = Math.max(most, id);
        least = Math.min(least, id);
      }
      found.add(new Spikes.Population(name, (int) least, (int) most));
      if (next > 0) {
        notes.add("Ids of population \"" + name + "\" are shifted by " + next + ".");
      }
      next = (int) most + 1;
    }

    Spikes done() {
      if (senders.length == 0) {
        throw new BadInput(file + ": there is no spike in any population.");
      }
      return new Spikes(new SpikeTrains(senders, times, file), found, notes);
    }
  }
}
