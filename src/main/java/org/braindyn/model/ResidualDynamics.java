package org.braindyn.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kernel.Kernel;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.ResidualSettings;
import org.braindyn.model.parameter.Rows;
import org.braindyn.model.sheaf.Adjacency;
import org.braindyn.model.sheaf.StalksAndMessages;

/**
 * What a linear forecast leaves over, as a sheaf neural ODE: features of every region become its
 * stalk, stalks exchange messages by the sheaf Laplacian, and a differential equation that sees the
 * stalk, the message and the region's own numbers moves the residual away from zero.
 *
 * <p>A model may be used by one thread at a time; close it to free its memory.
 */
public final class ResidualDynamics implements AutoCloseable {
  private static final int BLOCK_ROWS = 1024;

  private final ResidualSettings settings;
  private final BrainGraph graph;
  private final Parameters parameters;
  private final SettledParameters settled;
  private final Adjacency adjacency;
  private ResidualEngine engine;

  private ResidualDynamics(ResidualSettings settings, BrainGraph graph, Parameters parameters) {
    if (graph.regions() != settings.core().regions()) {
      throw new BadInput(
          String.format(
              "The graph has %d regions, the model %d. Build the graph from the same regions.",
              graph.regions(), settings.core().regions()));
    }
    this.settings = settings;
    this.graph = graph;
    this.parameters = parameters;
    settled = new SettledParameters(parameters);
    boolean weighted = settings.core().coupling() == Coupling.WEIGHTED_SHEAF;
    adjacency = weighted ? Adjacency.weighted(graph) : new Adjacency(graph);
  }

  /** A new model whose residuals are small. */
  public static ResidualDynamics create(ResidualSettings settings, BrainGraph graph, Seed seed) {
    Parameters parameters = new Parameters(shapes(settings));
    for (Parameters.Entry entry : parameters.entries()) {
      parameters.set(entry.name(), draw(entry, settings, seed));
    }
    return new ResidualDynamics(settings, graph, parameters);
  }

  /** A model with given parameters, which are not copied. */
  public static ResidualDynamics of(
      ResidualSettings settings, BrainGraph graph, Parameters parameters) {
    return new ResidualDynamics(settings, graph, parameters);
  }

  /** Names and shapes of all arrays. */
  public static Map<String, int[]> shapes(ResidualSettings s) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    ModelSettings core = s.core();
    int width = core.width();
    shapes.put(ResidualEngine.WEIGHT, new int[] {core.hidden(), s.features()});
    shapes.put(ResidualEngine.BIAS, new int[] {core.hidden()});
    Names.shapes(core).forEach((name, shape) -> putGraphArray(shapes, name, shape));
    if (s.embedding() > 0) {
      shapes.put(StalksAndMessages.EMBEDDING, new int[] {core.regions(), s.embedding()});
    }
    shapes.put(Names.field(0, "weight"), new int[] {width, core.signals() + s.received()});
    shapes.put(Names.field(0, "bias"), new int[] {width});
    shapes.put(Names.field(1, "weight"), new int[] {width, width});
    shapes.put(Names.field(1, "bias"), new int[] {width});
    shapes.put(Names.field(2, "weight"), new int[] {core.signals(), width});
    shapes.put(Names.field(2, "bias"), new int[] {core.signals()});
    return shapes;
  }

  private static void putGraphArray(Map<String, int[]> shapes, String name, int[] shape) {
    if (name.contains("graph_laplacian")) {
      shapes.put(name, shape);
    }
  }

  private static double[] draw(Parameters.Entry entry, ResidualSettings s, Seed seed) {
    double[] values = new double[entry.size()];
    String name = entry.name();
    if (name.equals(Names.SOURCE_GATES) || name.equals(Names.TARGET_GATES)) {
      Arrays.fill(values, 1);
      return values;
    }
    int[] shape = entry.shape();
    double bound = shape.length == 1 ? 0 : 1 / Math.sqrt(shape[shape.length - 1]);
    if (name.equals(Names.MAPS)) {
      bound = Math.sqrt(6.0 / (s.core().hidden() + s.core().maps()));
    } else if (name.equals(Names.field(2, "weight"))) {
      bound *= 0.3;
    } else if (name.equals(StalksAndMessages.EMBEDDING)) {
      bound = 0.2;
    }
    Seed.Stream stream = seed.stream("initialisation/" + name);
    for (int i = 0; i < values.length; i++) {
      values[i] = stream.uniform(-bound, bound);
    }
    for (int i = 0; name.equals(Names.field(2, "weight")) && i < s.core().width(); i++) {
      values[i] *= 0.1; // the residual itself starts near zero
    }
    return values;
  }

  /** What fixes its shape. */
  public ResidualSettings settings() {
    return settings;
  }

  /** The graph that messages run on. */
  public BrainGraph graph() {
    return graph;
  }

  /** Its parameters; what is written into them counts from the next call on. */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * Residuals of one chunk.
   *
   * @param features [window, region, 1, feature]
   * @return [window, region, horizon, 1]
   */
  public SignalBatch forecast(SignalBatch features) {
    return forecast(features, settings.core().horizon());
  }

  /**
   * The first residuals of one chunk.
   *
   * @param steps up to the horizon
   * @return [window, region, steps, 1], the same values as of the whole chunk
   */
  public SignalBatch forecast(SignalBatch features, int steps) {
    check(features);
    SignalBatch out = new SignalBatch(features.windows(), features.regions(), steps);
    Rows cut = ready(features.windows());
    for (int k = 0; k < cut.count(); k++) {
      engine.forecast(features, cut.start(k), cut.start(k) + cut.size(k), out);
    }
    return out;
  }

  /**
   * Mean squared error of the residual and its gradient.
   *
   * @param features [window, region, 1, feature]
   * @param target what the residual should be, [window, region, horizon, 1]
   * @param gradient overwritten
   */
  public double lossAndGradient(SignalBatch features, SignalBatch target, Gradient gradient) {
    return lossAndGradient(features, target, 0, gradient);
  }

  /**
   * The same of solutions that are drawn to the target at every step.
   *
   * @param forcing 0 (free) to 1
   */
  public double lossAndGradient(
      SignalBatch features, SignalBatch target, double forcing, Gradient gradient) {
    check(features);
    gradient.clear();
    double loss = 0;
    Rows cut = ready(features.windows());
    for (int k = 0; k < cut.count(); k++) {
      int from = cut.start(k);
      loss += engine.train(features, target, from, from + cut.size(k), forcing, gradient);
    }
    return loss;
  }

  /**
   * Reverse mode: the derivative of weighted residuals by the features of the same window.
   *
   * @param features [window, region, 1, feature]
   * @param weights one per residual, [window, region, horizon, 1]
   * @return [window, region, 1, feature]
   */
  public SignalBatch pull(SignalBatch features, SignalBatch weights) {
    check(features);
    SignalBatch result = features.copy();
    Gradient scratch = parameters.zeros();
    Rows cut = ready(features.windows());
    for (int k = 0; k < cut.count(); k++) {
      engine.pull(features, weights, cut.start(k), cut.start(k) + cut.size(k), result, scratch);
    }
    return result;
  }

  private void check(SignalBatch features) {
    if (features.regions() != settings.core().regions()
        || features.signals() != settings.features()
        || features.steps() != 1) {
      throw new BadInput(
          String.format(
              "The model needs %d features of %d regions, but got %d of %d.",
              settings.features(),
              settings.core().regions(),
              features.signals(),
              features.regions()));
    }
  }

  private Rows ready(int windows) {
    int most = Math.max(1, BLOCK_ROWS / settings.core().regions());
    if (engine == null) {
      Kernel kernel = Kernel.best(settings.core().precision());
      engine = new ResidualEngine(kernel, settings, adjacency, most);
    }
    engine.load(settled.get());
    return new Rows(windows, most);
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
    settled.close();
  }
}
