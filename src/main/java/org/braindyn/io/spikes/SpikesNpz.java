package org.braindyn.io.spikes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.SpikeTrains;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;

/**
 * Spikes in a NumPy archive: {@code senders} and {@code times} (NEST, ms), {@code i} and {@code t}
 * (Brian, whose times are in s), {@code node_ids} and {@code timestamps}, or {@code data} [spike,
 * (time, id)] with {@code metadata} (PyNN's NumpyBinaryFile, ms). An ending of the name ({@code
 * times_s}) or an array {@code units} states the unit.
 */
public final class SpikesNpz {
  private static final List<String> SENDERS =
      List.of("senders", "sender", "node_ids", "gids", "ids", "i");
  private static final List<String> TIMES =
      List.of("times", "timestamps", "spike_times", "time", "t");
  private static final List<String> ENDINGS = List.of("", "_ms", "_s", "_us");

  private SpikesNpz() {}

  /** Reads spikes. */
  public static SpikeTrains read(Path file) {
    return read(file, SpikeUnits.AUTO);
  }

  /**
   * Reads spikes.
   *
   * @param units unit of times whose file does not state it
   */
  public static SpikeTrains read(Path file, SpikeUnits units) {
    String name = file.getFileName().toString();
    try {
      Map<String, NpyArray> arrays = Npz.readNumbers(file);
      if (arrays.get("data") != null && !arrays.containsKey("senders")) {
        return pynn(arrays, units, name);
      }
      String ids = SENDERS.stream().filter(arrays::containsKey).findFirst().orElse(null);
      String when =
          TIMES.stream()
              .flatMap(t -> ENDINGS.stream().map(e -> t + e))
              .filter(arrays::containsKey)
              .findFirst()
              .orElse(null);
      if (ids == null
          || when == null
          || arrays.get(ids).numbers() == null
          || arrays.get(when).numbers() == null) {
        throw new BadInput(
            name
                + " needs the arrays senders and times (ms), or i and t (s); it has "
                + String.join(", ", arrays.keySet())
                + ".");
      }
      String unit = when.matches(".*_(ms|s|us)") ? when.replaceFirst(".*_", "") : stated(arrays);
      // Brian's SpikeMonitor hands out seconds once a quantity has lost its unit.
      if (unit.isEmpty() && when.equals("t") && ids.equals("i") && units.unit().isEmpty()) {
        unit = "s";
      }
      return trains(arrays.get(ids).integers(), arrays.get(when).numbers(), units.toMs(unit), name);
    } catch (IOException e) {
      throw new BadInput(name + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  private static String stated(Map<String, NpyArray> arrays) {
    for (String key : List.of("units", "unit", "time_unit", "time_units")) {
      NpyArray array = arrays.get(key);
      if (array != null && array.text() != null) {
        return array.text().strip().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** Rows of time and id; the metadata are rows of "key value" texts. */
  private static SpikeTrains pynn(Map<String, NpyArray> arrays, SpikeUnits units, String name) {
    NpyArray data = arrays.get("data");
    if (data.numbers() == null || data.shape().length != 2 || data.shape()[1] != 2) {
      throw new BadInput(
          name + ": \"data\" is " + data.describe() + "; [spike, (time, id)] is needed.");
    }
    Map<String, String> said = metadata(arrays.get("metadata"));
    String variable = said.getOrDefault("variable", "spikes").replaceAll("['\"]", "");
    if (!variable.equals("spikes")) {
      throw new BadInput(
          name + " holds \"" + variable + "\" of PyNN, not spikes. Record spikes, or save them.");
    }
    String unit = stated(arrays).isEmpty() ? said.getOrDefault("units", "") : stated(arrays);
    int n = data.shape()[0];
    int[] senders = new int[n];
    double[] times = new double[n];
    for (int k = 0; k < n; k++) {
      times[k] = data.numbers()[2 * k];
      double id = data.numbers()[2 * k + 1];
      senders[k] = (int) id;
      if (senders[k] != id || id < 0) {
        throw new BadInput(name + ": spike " + (k + 1) + " has the id " + id + ".");
      }
    }
    return trains(senders, times, units.toMs(unit.replaceAll("['\"]", "")), name);
  }

  /** Rows of name and value, as strings. */
  private static Map<String, String> metadata(NpyArray array) {
    Map<String, String> found = new HashMap<>();
    if (array != null && array.text() != null) {
      String[] cells = array.text().split("\n", -1);
      for (int i = 0; i + 1 < cells.length; i += 2) {
        found.put(cells[i], cells[i + 1]);
      }
    }
    return found;
  }

  private static SpikeTrains trains(int[] senders, double[] times, double toMs, String name) {
    for (double time : times) {
      if (!(time >= 0) || Double.isInfinite(time)) {
        throw new BadInput(name + ": a spike time is " + time + "; 0 ms or later is needed.");
      }
    }
    if (times.length == 0) {
      throw new BadInput(name + ": there is no spike.");
    }
    double[] ms = toMs == 1 ? times : Arrays.stream(times).map(t -> t * toMs).toArray();
    return new SpikeTrains(senders, ms, name);
  }
}
