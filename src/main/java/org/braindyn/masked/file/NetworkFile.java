package org.braindyn.masked.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.io.weights.NumberType;
import org.braindyn.io.weights.SafeTensorsWriter;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.token.Layout;

/** Writes our own networks as safetensors, which Python reads too. */
final class NetworkFile {
  private NetworkFile() {}

  /**
   * Writes a network of ours.
   *
   * @param file where to, .safetensors
   * @param network the network
   * @param parameters its parameters, written in float
   * @param spacing duration of a patch over 14.4 s
   * @param metadata what else belongs to it, by name: scaling, parcellation, regions, TR in
   *     seconds, training people, seed, version; "config" is added
   */
  public static void write(
      Path file,
      RegionNetwork network,
      Vec parameters,
      double spacing,
      Map<String, String> metadata)
      throws IOException {
    Layout layout = network.layout();
    List<SafeTensorsWriter.Entry> entries = new ArrayList<>();
    for (String name : layout.names()) {
      int at = layout.at(name);
      entries.add(
          new SafeTensorsWriter.Entry(
              name, NumberType.F32, layout.shape(name), i -> parameters.get(at + i)));
    }
    Map<String, String> all = new LinkedHashMap<>(metadata);
    all.put("config", OwnConfig.write(network.settings(), spacing).toString());
    SafeTensorsWriter.write(file, entries, all);
  }
}
