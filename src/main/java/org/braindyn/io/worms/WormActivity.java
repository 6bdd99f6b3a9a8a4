package org.braindyn.io.worms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.braindyn.data.BadInput;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.io.ImportOptions;
import org.braindyn.io.Imported;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.door.SignalDoor;

/**
 * The homogenised table of C. elegans recordings as CSV (Simeon et al. 2024, arXiv 2411.12091): a
 * row per neuron of a worm, with columns {@code worm, neuron, calcium_data} and, if known, {@code
 * source_dataset, is_labeled_neuron, median_dt, time_in_seconds}; the series stand in one cell, as
 * {@code [0.1, 0.2]} or {@code [0.1 0.2]}.
 *
 * <p>One worm is read: {@code variable=[worm0]}, {@code [Uzel2022/worm0]}, with another series
 * {@code [worm0 smooth_calcium_data]}; without a wish the first. Only neurons that were identified
 * are taken, since others cannot be found in another worm or a connectome.
 */
public final class WormActivity implements SignalDoor {
  private static final String SERIES = "calcium_data";

  @Override
  public String format() {
    return "a homogenised table of C. elegans recordings";
  }

  @Override
  public boolean knows(FileStart file) {
    String header = file.text().split("\\R", 2)[0].toLowerCase(Locale.ROOT);
    List<String> cells = List.of(header.replace("\"", "").split("\\s*,\\s*"));
    return cells.contains("worm") && cells.contains("neuron") && cells.contains(SERIES);
  }

  /** What was asked for. */
  private record Wanted(String worm, String series) {
    static Wanted of(String variable) {
      String worm = "";
      String series = SERIES;
      for (String word : variable.strip().split("\\s+")) {
        if (word.toLowerCase(Locale.ROOT).matches(".*calcium.*")) {
          series = word.toLowerCase(Locale.ROOT);
        } else {
          worm = word;
        }
      }
      return new Wanted(worm, series);
    }

    boolean is(String dataset, String name) {
      return worm.isEmpty()
          || worm.equalsIgnoreCase(name)
          || worm.equalsIgnoreCase(dataset + "/" + name);
    }
  }

  @Override
  public Imported read(Path path, ImportOptions options) throws IOException {
    Wanted wanted = Wanted.of(options.variable() == null ? "" : options.variable());
    try (LongTable table = new LongTable(path)) {
      return new Reader(path.getFileName().toString(), table, wanted).read(options);
    }
  }

  /** Goes through the rows once and keeps those of one worm. */
  private static final class Reader {
    private final String file;
    private final LongTable table;
    private final Wanted wanted;
    private final int series;
    private final int interval;
    private final Map<String, double[]> neurons = new LinkedHashMap<>();
    private final Map<String, Integer> worms = new LinkedHashMap<>();
    private String chosen;
    private int unnamed;
    private double dt = Double.NaN;

    Reader(String file, LongTable table, Wanted wanted) {
      this.file = file;
      this.table = table;
      this.wanted = wanted;
      series = table.column(wanted.series());
      if (series < 0) {
        throw new BadInput(
            file
                + " has no column "
                + wanted.series()
                + "; of series it has "
                + table.columns().stream().filter(c -> c.contains("calcium")).toList()
                + ".");
      }
      boolean original = wanted.series().startsWith("original");
      interval =
          original
              ? table.column("original_median_dt")
              : table.column("median_dt", "resample_median_dt");
    }

    Imported read(ImportOptions options) {
      int worm = table.column("worm");
      int dataset = table.column("source_dataset", "dataset");
      int neuron = table.column("neuron");
      int labelled = table.column("is_labeled_neuron", "is_named_neuron");
      table.forEach(
          (cells, line) -> {
            String of = dataset < 0 ? "" : cells.get(dataset);
            String id = (of.isEmpty() ? "" : of + "/") + cells.get(worm);
            worms.merge(id, 1, Integer::sum);
            if (!wanted.is(of, cells.get(worm)) || chosen != null && !chosen.equals(id)) {
              return;
            }
            chosen = id;
            if (labelled >= 0 && !cells.get(labelled).matches("(?i)true|1|yes")) {
              unnamed++;
              return;
            }
            take(cells, cells.get(neuron), line);
          });
      return signals(options);
    }

    private void take(CSVRecord cells, String neuron, long line) {
      double[] values = series(cells.get(series), neuron, line);
      if (neurons.put(neuron, values) != null) {
        throw new BadInput(
            file + ": neuron " + neuron + " of " + chosen + " has two rows (line " + line + ").");
      }
      double[] first = neurons.values().iterator().next();
      if (values.length != first.length) {
        throw new BadInput(
            String.format(
                "%s, line %d: %s of %s has %d samples, the neurons before it %d.",
                file, line, neuron, chosen, values.length, first.length));
      }
      if (interval >= 0 && Double.isNaN(dt)) {
        dt = number(cells.get(interval), "interval", line);
      }
    }

    private double[] series(String cell, String neuron, long line) {
      if (cell.contains("...")) {
        throw new BadInput(
            file
                + ", line "
                + line
                + ": the series of "
                + neuron
                + " was shortened to \"...\" when the table was written, its samples are gone."
                + " Write the table again with the arrays as lists (in pandas: apply"
                + " numpy.ndarray.tolist).");
      }
      String inside = cell.replaceAll("[\\[\\]()]", " ").strip();
      if (inside.isEmpty()) {
        throw new BadInput(file + ", line " + line + ": the series of " + neuron + " is empty.");
      }
      String[] words = inside.split("[,;\\s]+");
      double[] values = new double[words.length];
      for (int t = 0; t < values.length; t++) {
        values[t] = number(words[t], "sample " + (t + 1) + " of " + neuron, line);
      }
      return values;
    }

    private double number(String word, String what, long line) {
      try {
        double value = Double.parseDouble(word.strip());
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        // told below
      }
      throw new BadInput(
          file + ", line " + line + ": " + what + " is \"" + word + "\", which is no number.");
    }

    private Imported signals(ImportOptions options) {
      if (chosen == null) {
        throw new BadInput(
            file
                + (worms.isEmpty()
                    ? " has a header but no row."
                    : " has no worm \"" + wanted.worm() + "\"; it has " + some() + "."));
      }
      if (neurons.isEmpty()) {
        throw new BadInput(
            "None of the "
                + unnamed
                + " neurons of "
                + chosen
                + " in "
                + file
                + " was identified. Choose another worm (variable=): "
                + some()
                + ".");
      }
      List<Region> regions = new ArrayList<>();
      neurons.keySet().forEach(name -> regions.add(Region.named(Region.NO_LABEL, name)));
      double seconds = options.interval() > 0 ? options.interval() : dt > 0 ? dt : Double.NaN;
      List<String> notes = new ArrayList<>();
      notes.add(
          String.format(
              Locale.ROOT,
              "%s of %s: %d identified neurons, %s%s.%s",
              chosen,
              file,
              regions.size(),
              wanted.series(),
              unnamed > 0 ? " (" + unnamed + " that were not identified are left out)" : "",
              worms.size() > 1 ? " Other worms (variable=): " + some() + "." : ""));
      double[][] values = neurons.values().toArray(double[][]::new);
      return new Imported(new RegionSignals(new Regions(regions), values, seconds, file), notes);
    }

    private String some() {
      List<String> all = worms.keySet().stream().filter(w -> !w.equals(chosen)).toList();
      String list = String.join(", ", all.subList(0, Math.min(8, all.size())));
      return all.size() > 8 ? list + " and " + (all.size() - 8) + " more" : list;
    }
  }
}
