package org.braindyn.io.worms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.data.text.ResultTable;
import org.braindyn.io.door.FileStart;

/**
 * A table of neuron classes: columns {@code label} (or {@code neuron}), {@code class}, and if known
 * {@code type}, {@code neurotransmitter} and {@code x, y, z} in micrometres.
 */
public final class NeuronTable {
  /** Coordinates are kept in mm, as all positions. */
  private static final double MM = 1e-3;

  private final String file;
  private final Map<String, Neuron> neurons;

  /** A row; the place is in mm or null. */
  private record Neuron(String family, String type, String transmitter, double[] place) {}

  private NeuronTable(String file, Map<String, Neuron> neurons) {
    this.file = file;
    this.neurons = neurons;
  }

  /** True if the file's header is that of such a table. */
  public static boolean is(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    String header = FileStart.of(path).text().split("\\R", 2)[0].toLowerCase(java.util.Locale.ROOT);
    List<String> cells = List.of(header.replace("\"", "").split("\\s*,\\s*"));
    return (cells.contains("label") || cells.contains("neuron"))
        && cells.contains("class")
        && (cells.contains("type") || cells.contains("neurotransmitter"));
  }

  /**
   * Reads.
   *
   * @throws BadInput if rows are cut off, a neuron stands there twice or a place is no number
   */
  public static NeuronTable read(Path path) throws IOException {
    String file = path.getFileName().toString();
    Map<String, Neuron> neurons = new LinkedHashMap<>();
    try (LongTable table = new LongTable(path)) {
      int name = table.column("label", "neuron");
      int family = table.column("class");
      int type = table.column("type");
      int transmitter = table.column("neurotransmitter");
      int[] place = {table.column("x"), table.column("y"), table.column("z")};
      table.forEach(
          (cells, line) -> {
            double[] at = null;
            if (place[0] >= 0 && place[1] >= 0 && place[2] >= 0) {
              at = new double[3];
              for (int d = 0; d < 3; d++) {
                at[d] = MM * number(cells.get(place[d]), file, line);
              }
            }
            Neuron neuron =
                new Neuron(
                    cells.get(family),
                    type < 0 ? "" : cells.get(type),
                    transmitter < 0 ? "" : cells.get(transmitter),
                    at);
            if (neurons.put(NeuronNames.plain(cells.get(name)), neuron) != null) {
              throw new BadInput(file + ": neuron " + cells.get(name) + " has two rows.");
            }
          });
    }
    return new NeuronTable(file, neurons);
  }

  private static double number(String word, String file, long line) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw new BadInput(
          file + ", line " + line + ": the coordinate \"" + word + "\" is no number.", e);
    }
  }

  /**
   * The regions at their places.
   *
   * @throws BadInput if none of them is in the table
   */
  public Regions place(Regions regions, List<String> notes) {
    List<Region> placed = new ArrayList<>();
    Map<String, Integer> types = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (Region region : regions) {
      Neuron neuron = neurons.get(NeuronNames.plain(region.name()));
      placed.add(neuron == null || neuron.place() == null ? region : region.at(neuron.place()));
      if (neuron == null) {
        missing.add(region.name());
      } else {
        types.merge(neuron.type().isBlank() ? "unknown" : neuron.type(), 1, Integer::sum);
      }
    }
    if (missing.size() == regions.size()) {
      throw new BadInput(
          file
              + " knows none of the neurons ("
              + regions.summary()
              + "). Is it the table of the same animal?");
    }
    notes.add(
        "Neurons by type, of "
            + file
            + ": "
            + types
            + (missing.isEmpty() ? "" : "; not in it: " + String.join(", ", missing))
            + ".");
    return new Regions(placed);
  }

  /** One row per region: neuron, class, type, neurotransmitter; empty where it is not known. */
  public ResultTable classes(Regions regions) {
    ResultTable table = ResultTable.of("Neuron", "Class", "Type", "Neurotransmitter");
    for (Region region : regions) {
      Neuron n = neurons.get(NeuronNames.plain(region.name()));
      table.row(
          region.name(),
          n == null ? "" : n.family(),
          n == null ? "" : n.type(),
          n == null ? "" : n.transmitter());
    }
    return table;
  }
}
