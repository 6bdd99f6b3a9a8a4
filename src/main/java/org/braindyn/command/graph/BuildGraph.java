package org.braindyn.command.graph;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.api.Graph;
import org.braindyn.api.GraphSettings;
import org.braindyn.api.Inside;
import org.braindyn.api.Signals;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.models.ConnectomeGraph;
import org.braindyn.models.GraphMethod;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Region signals to a brain graph: an N x N image, row = source, column = target. */
@Plugin(
    type = Command.class,
    label = "BrainDyn Build Graph",
    description = "Which regions are joined: an N x N image from region signals (row = source)",
    attrs = @Attr(name = "no-legacy"))
public class BuildGraph extends BrainDynCommand {
  @Parameter(persist = false, description = "region x time image from BrainDyn Parcellate")
  private ImagePlus signals;

  @Parameter(
      persist = false,
      description = "how an edge is scored",
      choices = {"correlation", "partial correlation", "Granger causality", "spatial neighbours"})
  private String method = "correlation";

  @Parameter(persist = false, min = "0", description = "least |score| of an edge")
  private double threshold = 0.5;

  @Parameter(
      persist = false,
      min = "0",
      max = "1",
      description = "share of pairs to keep instead (0 = use threshold)")
  private double density = 0;

  @Parameter(
      persist = false,
      min = "0",
      description = "correlation: frames of a window; 0 = whole recording")
  private int context = 30;

  @Parameter(
      persist = false,
      min = "0",
      max = "1",
      description = "partial correlation: share of the identity mixed in")
  private double shrinkage = GraphMethod.SHRINKAGE;

  @Parameter(
      persist = false,
      choices = {"pairwise", "refuse"},
      description = "frames without a value: use what every pair has, or refuse")
  private String missing = "pairwise";

  @Parameter(
      persist = false,
      min = "0.01",
      max = "1",
      description = "share of the recording used, from its start; the rest stays unseen")
  private double share = 0.6;

  @Parameter(
      persist = false,
      required = false,
      description = "or: file of weights (TVB .zip, table, .mat, .npy, .h5, .pconn.nii)")
  private File connectome;

  @Parameter(persist = false, required = false, description = "matrix of a file with several")
  private String variable = "";

  @Parameter(persist = false, required = false, description = "names of the file's rows (table)")
  private File names;

  @Parameter(persist = false, description = "the file's rows have no names and the same order")
  private boolean inorder = false;

  @Parameter(type = ItemIO.OUTPUT)
  private ImagePlus graph;

  @Parameter(type = ItemIO.OUTPUT)
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT)
  private String notes;

  @Override
  protected void execute() {
    Signals all = Signals.of(SignalsImage.signals(signals));
    GraphSettings settings = new GraphSettings(threshold, density, context, shrinkage, missing);
    Graph built =
        connectome == null
            ? Graph.of(method, all.forTraining(share, 0), settings)
            : Inside.connectome(
                new ConnectomeGraph.Source(
                    connectome.toPath(), variable, names == null ? null : names.toPath(), inorder),
                all.regions(),
                settings);
    graph = MatrixImage.image(built.weights(), all.regions(), "graph of " + signals.getTitle());
    table = Tables.graph(Inside.edges(built), all.regions());
    notes = String.join("\n", built.notes());
  }
}
