package org.braindyn.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.GraphEstimates;
import org.braindyn.graph.MissingFrames;

/**
 * How a graph is made of signals, or of a file of weights for them.
 *
 * @param method name of a {@link GraphMethod}
 * @param threshold least |score| of an edge
 * @param density share of pairs to keep instead, 0 for the threshold
 * @param estimates window and shrinkage of correlations
 * @param missing "pairwise" or "refuse": what to do about frames without a value
 * @param share share of the recording used, from its start
 */
public record GraphBuild(
    String method,
    double threshold,
    double density,
    GraphEstimates estimates,
    String missing,
    double share) {

  /**
   * Makes the graph.
   *
   * @param all the whole recording
   * @param file weights to take instead, or null
   * @return graph and notes
   */
  public ConnectomeGraph of(RegionSignals all, ConnectomeGraph.Source file) {
    ConnectomeGraph built = file == null ? estimated(all) : read(all, file);
    List<String> said = new ArrayList<>(built.notes());
    int edges = built.graph().edges();
    int asked = (int) Math.round(density * all.size() * (all.size() - 1));
    if (density > 0 && edges > asked) {
      said.add(
          edges
              - asked
              + " edges more than asked for share the score of the last one; ties are kept together.");
    }
    if (edges == 0) {
      said.add(
          "Warning: a graph without edges couples nothing. Lower the threshold or give a density.");
    }
    return new ConnectomeGraph(
        built.graph(), said.stream().filter(note -> !note.isEmpty()).toList());
  }

  private ConnectomeGraph read(RegionSignals all, ConnectomeGraph.Source file) {
    ConnectomeGraph read = ConnectomeGraph.of(file, all.regions(), threshold, density);
    List<String> said = new ArrayList<>();
    said.add(read.graph().edges() + " edges of " + file.file().getFileName() + ".");
    said.addAll(read.notes());
    return new ConnectomeGraph(read.graph(), said);
  }

  private ConnectomeGraph estimated(RegionSignals all) {
    RegionSignals used = start(all);
    GraphMethod way = GraphMethod.of(method);
    String gaps = way == GraphMethod.NEIGHBOURS ? "" : MissingFrames.of(missing).check(used);
    BrainGraph built = way.build(used, threshold, density, estimates);
    String made =
        built.edges() + " edges of " + all.size() + " regions by " + way.describe(estimates) + ".";
    return new ConnectomeGraph(built, List.of(made, gaps, used.twinsWarning()));
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
      part[r] = Arrays.copyOf(all.values()[r], frames);
    }
    return all.withValues(part);
  }
}
