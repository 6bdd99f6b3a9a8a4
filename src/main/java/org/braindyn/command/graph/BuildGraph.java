package org.braindyn.command.graph;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.bridge.BrainDynCommand;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.images.Tables;
import org.braindyn.graph.BrainGraph;
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

  @Parameter(persist = false, min = "2", description = "frames of one context window")
  private int context = 30;

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
    RegionSignals all = SignalsImage.signals(signals);
    BrainGraph built;
    String how = " edges of " + all.size() + " regions by " + method + ".";
    if (connectome != null) {
      ConnectomeGraph.Source source =
          new ConnectomeGraph.Source(
              connectome.toPath(), variable, names == null ? null : names.toPath(), inorder);
      ConnectomeGraph read = ConnectomeGraph.of(source, all.regions(), threshold, density);
      built = read.graph();
      how = " edges of " + connectome.getName() + ".\n" + String.join("\n", read.notes());
    } else {
      built = GraphMethod.of(method).build(start(all), threshold, density, context);
    }
    graph = MatrixImage.image(built.toMatrix(), all.regions(), "graph of " + signals.getTitle());
    table = Tables.graph(built, all.regions());
    notes = built.edges() + how;
    if (built.edges() == 0) {
      notes +=
          " Warning: a graph without edges couples nothing. Lower the threshold or give a density.";
    }
  }

  /** The share of the recording that the graph may see. */
  private RegionSignals start(RegionSignals all) {
    int frames = (int) Math.round(all.frames() * share);
    if (frames < 2) {
      throw new BadInput(
          "share=" + share + " of " + all.frames() + " frames leaves " + frames + ". Use more.");
    }
    double[][] part = new double[all.size()][];
    for (int r = 0; r < part.length; r++) {
      part[r] = java.util.Arrays.copyOf(all.values()[r], frames);
    }
    return all.withValues(part);
  }
}
