package org.braindyn.io.spikes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.SpikeTrains;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;

/** Spikes in a NumPy archive: {@code senders} (ids) and {@code times} or {@code times_ms} (ms). */
public final class SpikesNpz {
  private SpikesNpz() {}

  /** Reads spikes. */
  public static SpikeTrains read(Path file) {
    String name = file.getFileName().toString();
    try {
      Map<String, NpyArray> arrays = Npz.read(file);
      NpyArray senders = arrays.get("senders");
      NpyArray times = arrays.getOrDefault("times", arrays.get("times_ms"));
      if (senders == null
          || times == null
          || senders.numbers() == null
          || times.numbers() == null) {
        throw new BadInput(
            name
                + " needs the arrays senders and times (ms); it has "
                + String.join(", ", arrays.keySet())
                + ".");
      }
      for (double time : times.numbers()) {
        if (!(time >= 0) || Double.isInfinite(time)) {
          throw new BadInput(name + ": a spike time is " + time + "; 0 ms or later is needed.");
        }
      }
      if (times.size() == 0) {
        throw new BadInput(name + ": there is no spike.");
      }
      return new SpikeTrains(senders.integers(), times.numbers(), name);
    } catch (IOException e) {
      throw new BadInput(name + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }
}
