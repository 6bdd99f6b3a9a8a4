package org.braindyn.benchmark;

import java.util.Locale;
import org.braindyn.data.RegionSignals;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.GraphEstimates;

/**
 * Time and memory of a correlation graph of many regions, generated signals (seed 1): the pairs of
 * at least |r| = 0.5, then the strongest hundredth. Arguments: regions (10000), frames (1200).
 */
public final class GraphBenchmark {
  private GraphBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) {
    int regions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int frames = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1200;
    RegionSignals signals = FactorSignals.people(regions, 1, frames).get(0);
    GraphEstimates how = new GraphEstimates(30, 0);
    double before = Machine.residentMegabytes();
    for (double density : new double[] {0, 0.01}) {
      long start = System.nanoTime();
      double busy = Machine.processorSeconds();
      BrainGraph graph = how.correlated(signals, 0.5, density);
      System.out.printf(
          Locale.ROOT,
          "%d regions, %s: %d edges in %.1f s (%.1f processor s)%n",
          regions,
          density > 0 ? "density " + density : "|r| 0.5 and more",
          graph.edges(),
          (System.nanoTime() - start) * 1e-9,
          Machine.processorSeconds() - busy);
    }
    System.out.printf(
        Locale.ROOT, "memory: %.0f MB before, peak %.0f MB%n", before, Machine.peakMegabytes());
  }
}
