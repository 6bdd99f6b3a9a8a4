package org.braindyn.api;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.text.ResultTable;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.GraphEstimates;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.models.ConnectomeGraph;
import org.braindyn.models.GraphBuild;
import org.braindyn.models.Saved;

/**
 * Which regions are joined: directed, weighted edges. Estimated graphs take {@link Training} only,
 * of which they see the frames that are learnt from; those that choose the epoch stay unseen too.
 */
public final class Graph {
  private final BrainGraph graph;
  private final Regions regions;
  private final List<String> notes;

  private Graph(BrainGraph graph, Regions regions, List<String> notes) {
    this.graph = graph;
    this.regions = regions;
    this.notes = notes;
  }

  /**
   * Pearson correlation over windows, |r| of 0.5 or more.
   *
   * @param training what may be learnt from
   * @return the graph, undirected
   * @throws BadInput if the recording is too short for a window
   */
  public static Graph correlation(Training training) {
    return correlation(training, GraphSettings.defaults());
  }

  /**
   * Pearson correlation over windows.
   *
   * @param training what may be learnt from
   * @param settings which pairs become edges
   * @return the graph, undirected
   * @throws BadInput if the recording is too short for a window
   */
  public static Graph correlation(Training training, GraphSettings settings) {
    return of("correlation", training, settings);
  }

  /**
   * Partial correlation, shrunk a little: what a pair shares that no third region explains.
   *
   * @param training what may be learnt from
   * @param settings which pairs become edges
   * @return the graph, undirected
   */
  public static Graph partialCorrelation(Training training, GraphSettings settings) {
    return of("partial correlation", training, settings);
  }

  /**
   * By the name of its method, as {@code BrainDyn Build Graph} has it.
   *
   * @param method "correlation", "partial correlation", "Granger causality" (directed) or "spatial
   *     neighbours" (the eight nearest by centroid)
   * @param training what may be learnt from
   * @param settings which pairs become edges
   * @return the graph
   * @throws BadInput if there is no such method or the recording is too short for it
   */
  public static Graph of(String method, Training training, GraphSettings settings) {
    return made(method, training.learnt(), null, settings);
  }

  private static Graph made(
      String method, RegionSignals of, ConnectomeGraph.Source file, GraphSettings settings) {
    ConnectomeGraph built =
        new GraphBuild(
                method,
                settings.threshold(),
                settings.density(),
                new GraphEstimates(settings.context(), settings.shrinkage()),
                settings.missing(),
                1)
            .of(of, file);
    return new Graph(built.graph(), of.regions(), built.notes());
  }

  /**
   * A connectome, joined to the regions by label or name; every weight other than 0 is an edge.
   *
   * @param file weights: TVB .zip, table, .mat, .npy, .h5 or .pconn.nii
   * @param regions regions of the signals, {@link Signals#regions()}
   * @return the graph
   * @throws BadInput if there is no such file, or its regions are not these
   */
  public static Graph connectome(String file, Regions regions) {
    return connectome(file, null, regions, GraphSettings.defaults().atLeast(0));
  }

  /**
   * As {@link #connectome(String, Regions)}, with names of the rows and the edges chosen.
   *
   * @param file weights: TVB .zip, table, .mat, .npy, .h5 or .pconn.nii
   * @param names table of names in the order of the rows; null for the file's own
   * @param regions regions of the signals
   * @param settings which weights become edges
   * @return the graph
   * @throws BadInput if there is no such file, or its regions are not these
   */
  public static Graph connectome(
      String file, String names, Regions regions, GraphSettings settings) {
    Path weights = Saved.existing("connectome", file).toPath();
    Path named = names == null ? null : Saved.existing("names", names).toPath();
    return Inside.connectome(
        new ConnectomeGraph.Source(weights, "", named, false), regions, settings);
  }

  static Graph read(ConnectomeGraph.Source source, Regions regions, GraphSettings settings) {
    // Weights are joined to regions; there is no signal that could be seen.
    double[][] none = new double[regions.size()][1];
    RegionSignals places = new RegionSignals(regions, none, Double.NaN, "the signals");
    return made("", places, source, settings);
  }

  /**
   * A graph of given weights.
   *
   * @param weights [source][target]; 0 is no edge
   * @param regions regions of the rows
   * @return the graph
   * @throws BadInput if the matrix is not as large as the regions are many
   */
  public static Graph of(double[][] weights, Regions regions) {
    int n = regions.size();
    if (weights.length != n || Arrays.stream(weights).anyMatch(row -> row.length != n)) {
      throw new BadInput(
          "The weights are no square of " + n + " x " + n + ", one row and column per region.");
    }
    return new Graph(BrainGraph.ofMatrix(weights), regions, List.of());
  }

  /** {@return the number of directed edges} */
  public int edges() {
    return graph.edges();
  }

  /** {@return weights, [source][target]; 0 without an edge} */
  public double[][] weights() {
    return graph.toMatrix();
  }

  /** {@return names and places of the regions} */
  public Regions regions() {
    return regions;
  }

  /** {@return how it was made and what is odd about it, in sentences} */
  public List<String> notes() {
    return notes;
  }

  /**
   * Writes the weights.
   *
   * @param file .csv or .tsv with names, or .npy, [source, target]
   * @throws BadInput if the ending is another one or the file cannot be written
   */
  public void write(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (!name.matches("(?s).*\\.(csv|tsv|npy)")) {
      throw new BadInput("file=" + file + ": a graph is written as .csv, .tsv or .npy.");
    }
    double[][] matrix = weights();
    double[] flat = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    Saved.write(
        Path.of(file),
        to -> {
          if (name.endsWith(".npy")) {
            Npy.write(to, NpyArray.of(flat, new int[] {matrix.length, matrix.length}));
          } else {
            TimeSeriesWriter.write(to, ResultTable.matrix("source", regions.names(), matrix));
          }
        });
  }

  BrainGraph edgesOnly() {
    return graph;
  }
}
