package org.braindyn.forecast;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.model.BrainDyn;

/** BrainDyn on a graph from which some regions were cut; it owns the cut model. */
final class CutModel implements Intervenable.Cut {
  private final BrainDyn model;
  private final BrainDynForecaster forecaster;

  CutModel(String name, BrainDyn whole, int[] regions) {
    model = BrainDyn.of(whole.settings(), without(whole.graph(), regions), whole.parameters());
    forecaster = new BrainDynForecaster(name + ", cut", model);
  }

  /** The graph without every link that touches one of the regions. */
  private static BrainGraph without(BrainGraph graph, int[] regions) {
    Set<Integer> gone = Arrays.stream(regions).boxed().collect(Collectors.toSet());
    int[] kept =
        IntStream.range(0, graph.edges())
            .filter(e -> !gone.contains(graph.source()[e]) && !gone.contains(graph.target()[e]))
            .toArray();
    return new BrainGraph(
        graph.regions(),
        Arrays.stream(kept).map(e -> graph.source()[e]).toArray(),
        Arrays.stream(kept).map(e -> graph.target()[e]).toArray(),
        Arrays.stream(kept).mapToDouble(e -> graph.weight()[e]).toArray());
  }

  @Override
  public String name() {
    return forecaster.name();
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return forecaster.forecast(context, horizon, progress);
  }

  @Override
  public SignalBatch forecast(
      SignalBatch context, int horizon, double[][] drive, Progress progress) {
    return forecaster.forecast(context, horizon, drive, progress);
  }

  @Override
  public Cut cut(int[] regions) {
    return forecaster.cut(regions);
  }

  @Override
  public void close() {
    model.close();
  }
}
