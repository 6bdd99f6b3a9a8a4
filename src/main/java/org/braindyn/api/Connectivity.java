package org.braindyn.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Regions;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.ConnectionStatistics;
import org.braindyn.stimulation.ConnectSignals;
import org.braindyn.stimulation.ConnectionTables;
import org.braindyn.stimulation.ModelRecordings;
import org.braindyn.stimulation.OtherMap;

/** Who drives whom in a model: effect of every region on every other, in sd per sd. */
public final class Connectivity {
  private static final int MOST_WINDOWS = 64;

  private final ConnectionStatistics made;
  private final String notes;
  private final List<OtherMap> others;

  private Connectivity(ConnectionStatistics made, List<OtherMap> others, String notes) {
    this.made = made;
    this.others = others;
    this.notes = notes;
  }

  static Connectivity of(
      TrainedModel model, ModelRecordings recordings, double size, AskSettings settings) {
    ConnectSignals.Settings how =
        new ConnectSignals.Settings(size, settings.frames(), MOST_WINDOWS);
    ConnectionStatistics made =
        ConnectSignals.statistics(
            model,
            recordings,
            ConnectionStatistics.Summary.PEAK,
            how,
            settings.surrogates(),
            settings.progress());
    List<OtherMap> others =
        OtherMap.links(model, recordings, made, ConnectionStatistics.Summary.PEAK, how);
    return new Connectivity(
        made,
        others,
        ConnectSignals.notes(model, recordings, made, how, settings.surrogates())
            + OtherMap.notes(others));
  }

  /**
   * {@return the effects under other assumptions about links, [source][target] by their names; none
   * for most kinds of model}
   */
  public Map<String, double[][]> others() {
    Map<String, double[][]> all = new LinkedHashMap<>();
    others.forEach(other -> all.put(other.assumption(), other.values()));
    return all;
  }

  /** {@return the effects, [source][target]} */
  public double[][] matrix() {
    return Arrays.stream(made.effect()).map(double[]::clone).toArray(double[][]::new);
  }

  /** Which links have q of at most this level, [source][target]; null if nothing was tested. */
  boolean[][] significant(double level) {
    if (!made.tested()) {
      return null;
    }
    double[][] kept = made.significant(level);
    boolean[][] marks = new boolean[kept.length][kept.length];
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        marks[i][j] = kept[i][j] != 0;
      }
    }
    return marks;
  }

  /** {@return names and places of the regions} */
  public Regions regions() {
    return made.regions();
  }

  /** {@return one row per link, largest first, with p and q if they were asked for} */
  public Table links() {
    return Table.of(ConnectionTables.links(made));
  }

  /** {@return one row per region: how much leaves it, how much arrives, whom it drives most} */
  public Table hubs() {
    return Table.of(ConnectionTables.hubs(made));
  }

  /** {@return how it was made and what stands out} */
  public String notes() {
    return notes;
  }

  /**
   * Writes the matrix.
   *
   * @param file .csv or .tsv with names, or .npy, [source, target]
   * @throws org.braindyn.data.BadInput if it cannot be written
   */
  public void write(String file) {
    Graph.of(made.effect(), made.regions()).write(file);
  }
}
