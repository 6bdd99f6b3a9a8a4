package org.braindyn.io.worms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.io.door.Connectome;
import org.braindyn.io.door.ConnectomeDoor;
import org.braindyn.io.door.FileStart;

/**
 * A table of synapses, one row per pair of cells: {@code pre, post, type, synapses} (Witvliet et
 * al. 2021, Nature 596:257) or {@code EndNodes_1, EndNodes_2, Weight} (Cook et al. 2019, Nature
 * 571:63). Rows of one pair are added up; electrical synapses, listed once, count both ways.
 */
public final class SynapseTable implements ConnectomeDoor {
  private static final String[] SOURCES = {"pre", "source", "endnodes_1", "from"};
  private static final String[] TARGETS = {"post", "target", "endnodes_2", "to"};
  private static final String[] WEIGHTS = {"synapses", "weight", "count", "weights"};

  @Override
  public String format() {
    return "a table of synapses";
  }

  @Override
  public boolean knows(FileStart file) {
    String header = file.text().split("\\R", 2)[0].toLowerCase(Locale.ROOT);
    List<String> cells = List.of(header.replace("\"", "").split("\\s*,\\s*"));
    return any(cells, SOURCES) && any(cells, TARGETS) && any(cells, WEIGHTS);
  }

  private static boolean any(List<String> cells, String... names) {
    return List.of(names).stream().anyMatch(cells::contains);
  }

  /** A row: who, whom, how strong. */
  private record Synapse(String from, String to, double weight, boolean electrical) {}

  /**
   * Reads.
   *
   * @param variable "chemical" or "electrical" for one type; empty for both
   */
  @Override
  public Connectome read(Path path, String variable) throws IOException {
    String file = path.getFileName().toString();
    String wanted = variable == null ? "" : variable.strip().toLowerCase(Locale.ROOT);
    List<Synapse> rows = new ArrayList<>();
    TreeSet<String> types = new TreeSet<>();
    try (LongTable table = new LongTable(path)) {
      int from = table.column(SOURCES);
      int to = table.column(TARGETS);
      int weight = table.column(WEIGHTS);
      int type = table.column("type");
      table.forEach(
          (cells, line) -> {
            String kind = type < 0 ? "" : cells.get(type).toLowerCase(Locale.ROOT);
            types.add(kind);
            if (wanted.isEmpty() || kind.equals(wanted)) {
              rows.add(
                  new Synapse(
                      NeuronNames.plain(cells.get(from)),
                      NeuronNames.plain(cells.get(to)),
                      number(cells.get(weight), file, line),
                      kind.startsWith("elec") || kind.startsWith("gap")));
            }
          });
    }
    if (rows.isEmpty()) {
      throw new BadInput(
          file
              + (types.isEmpty()
                  ? " has a header but no synapse."
                  : " has no synapses of type \"" + wanted + "\"; it has " + types + "."));
    }
    return matrix(file, rows, types.size() > 1 && wanted.isEmpty());
  }

  private static Connectome matrix(String file, List<Synapse> rows, boolean mixed) {
    Map<String, Integer> place = new LinkedHashMap<>();
    for (Synapse s : rows) {
      place.putIfAbsent(s.from(), place.size());
      place.putIfAbsent(s.to(), place.size());
    }
    double[][] chemical = new double[place.size()][place.size()];
    double[][] electrical = new double[place.size()][place.size()];
    for (Synapse s : rows) {
      double[][] of = s.electrical() ? electrical : chemical;
      of[place.get(s.from())][place.get(s.to())] += s.weight();
    }
    for (int i = 0; i < chemical.length; i++) {
      for (int j = 0; j < chemical.length; j++) {
        chemical[i][j] += Math.max(electrical[i][j], electrical[j][i]);
      }
    }
    List<Region> regions = new ArrayList<>();
    place.keySet().forEach(name -> regions.add(Region.named(Region.NO_LABEL, name)));
    List<String> notes = new ArrayList<>();
    notes.add(
        file
            + ": synapses of "
            + place.size()
            + " cells, from row to column"
            + (mixed ? ", chemical and electrical added up (variable=chemical for one)" : "")
            + (rows.stream().anyMatch(Synapse::electrical) ? "; electrical ones both ways" : "")
            + ".");
    return new Connectome(new Regions(regions), true, chemical, notes, file);
  }

  private static double number(String word, String file, long line) {
    try {
      double value = Double.parseDouble(word);
      if (value >= 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new BadInput(
        file + ", line " + line + ": \"" + word + "\" is no number of synapses (0 or more).");
  }
}
