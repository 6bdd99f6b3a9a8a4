package org.braindyn.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.GraphEstimates;
import org.braindyn.graph.MissingFrames;

/**
 * A graph made of the start of one recording, the rest stays unseen.
 *
 * @param graph the graph
 * @param notes how it was made and what a user should know, in sentences
 */
public record RecordingGraph(BrainGraph graph, List<String> notes) {
  /**
   * What to make.
   *
   * @param method how a pair is scored
   * @param threshold least absolute score of an edge; ignored if {@code density} is above 0
   * @param density share of ordered pairs to keep, 0 to use the threshold
   * @param how windows of the correlation, shrinkage of the partial correlation
   * @param missing what to do about frames without a value
   * @param share share of the recording that is used, above 0, at most 1
   */
  public record Asked(
      GraphMethod method,
      double threshold,
      double density,
      GraphEstimates how,
      MissingFrames missing,
      double share) {}

  /**
   * Makes the graph.
   *
   * @throws BadInput if too few frames are left, or frames are missing and the policy refuses them
   */
  public static RecordingGraph of(RegionSignals all, Asked asked) {
    RegionSignals used = start(all, asked.share());
    GraphMethod method = asked.method();
    List<String> notes = new ArrayList<>();
    if (method != GraphMethod.NEIGHBOURS) {
      notes.add(asked.missing().check(used));
      notes.add(used.twinsWarning());
    }
    BrainGraph graph = method.build(used, asked.threshold(), asked.density(), asked.how());
    String made = method.describe(asked.how());
    notes.add(0, graph.edges() + " edges of " + all.size() + " regions by " + made + ".");
    int wanted = (int) Math.round(asked.density() * all.size() * (all.size() - 1));
    if (asked.density() > 0 && graph.edges() > wanted) {
      notes.add(
          graph.edges()
              - wanted
              + " edges more than asked for share the score of the last one; ties are kept together.");
    }
    return of(graph, notes);
  }

  /** A graph that a file holds, e.g. a connectome, on the same regions. */
  public static RecordingGraph ofFile(
      ConnectomeGraph.Source source, Regions regions, double threshold, double density) {
    ConnectomeGraph read = ConnectomeGraph.of(source, regions, threshold, density);
    List<String> notes = new ArrayList<>(read.notes());
    notes.add(0, read.graph().edges() + " edges of " + source.file().getFileName() + ".");
    return of(read.graph(), notes);
  }

  private static RecordingGraph of(BrainGraph graph, List<String> notes) {
    if (graph.edges() == 0) {
      notes.add(
          "Warning: a graph without edges couples nothing. Lower the threshold or give a density.");
    }
    return new RecordingGraph(graph, notes.stream().filter(note -> !note.isEmpty()).toList());
  }

  private static RegionSignals start(RegionSignals all, double share) {
    int frames = (int) Math.round(all.frames() * share);
    if (frames < 2) {
      throw new BadInput(
          "share=" + share + " of " + all.frames() + " frames leaves " + frames + ". Use more.");
    }
    return all.withValues(
        Arrays.stream(all.values())
            .map(row -> Arrays.copyOf(row, frames))
            .toArray(double[][]::new));
  }
}
