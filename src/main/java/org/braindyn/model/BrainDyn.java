package org.braindyn.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kernel.Kernel;
import org.braindyn.model.impulse.CoupledImpulses;
import org.braindyn.model.impulse.ImpulseRollouts;
import org.braindyn.model.jacobian.ForecastJacobian;
import org.braindyn.model.parameter.BlockSize;
import org.braindyn.model.parameter.Embedding;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Initialisation;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.parameter.Rollout;
import org.braindyn.model.parameter.Timing;
import org.braindyn.model.parameter.Variant;
import org.braindyn.model.sheaf.Adjacency;

/**
 * BrainDyn (Viswanath et al. 2026, arXiv 2605.19324): stalks from each region's history, messages
 * of the sheaf Laplacian, and a differential equation that continues the signals.
 *
 * <p>A model may be used by one thread at a time; it spreads its work over several itself. Results
 * do not depend on their number. Close it to free its memory.
 */
public final class BrainDyn implements AutoCloseable {
  private final ModelSettings settings;
  private final BrainGraph graph;
  private final Parameters parameters;
  private final Engines engines;
  private final int duplicates;
  private final Adjacency adjacency;
  private final SettledParameters settled;

  private BrainDyn(ModelSettings settings, BrainGraph graph, Parameters parameters) {
    if (graph.regions() != settings.regions()) {
      throw new BadInput(
          String.format(
              "The graph has %d regions, the model %d. Build the graph from the same regions.",
              graph.regions(), settings.regions()));
    }
    this.settings = settings;
    this.graph = graph;
    this.parameters = parameters;
    settled = new SettledParameters(parameters);
    adjacency = new Adjacency(graph);
    duplicates = adjacency.duplicates();
    engines = new Engines(settings, adjacency);
  }

  /** A new model with start values as the reference draws them. */
  public static BrainDyn create(ModelSettings settings, BrainGraph graph, Seed seed) {
    return new BrainDyn(settings, graph, Initialisation.draw(settings, seed));
  }

  /** A model with given parameters, which are not copied. */
  public static BrainDyn of(ModelSettings settings, BrainGraph graph, Parameters parameters) {
    return new BrainDyn(settings, graph, parameters);
  }

  /** What fixes its shape and arithmetic. */
  public ModelSettings settings() {
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
   * Forecasts every window, in chunks of the model's horizon that are fed back.
   *
   * @param context normalised contexts, [window, region, step, signal], with the model's number of
   *     steps
   * @param horizon steps ahead, 1 or more
   * @return [window, region, horizon, signal]
   */
  public SignalBatch forecast(SignalBatch context, int horizon) {
    return forecast(context, horizon, Progress.NONE);
  }

  /** As {@link #forecast(SignalBatch, int)}, telling how far it is and stopping when asked to. */
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return forecast(context, horizon, null, progress);
  }

  /**
   * As {@link #forecast(SignalBatch, int)} with input from outside during integration; only for the
   * continuous variant, whose regions hear one another then.
   *
   * @param drive what the first signal of a region gains per step besides its own rate of change,
   *     [region][step ahead], or null for none
   */
  public SignalBatch forecast(
      SignalBatch context, int horizon, double[][] drive, Progress progress) {
    checkContext(context);
    if (horizon < 1) {
      throw new BadInput("The horizon is " + horizon + ". It must be 1 or more.");
    }
    if (drive != null && settings.variant() != Variant.CONTINUOUS) {
      throw new BadInput(
          "The state can be driven during integration in the continuous variant only; this model is"
              + " the released one. Perturb its context or its forecast instead.");
    }
    if (drive != null && (drive.length != settings.regions() || drive[0].length < horizon)) {
      throw new IllegalArgumentException("a drive needs [region][step] for the whole horizon");
    }
    SignalBatch out = batch(context.windows(), horizon, settings.signals());
    engines.run(
        context.windows(),
        settled.get(),
        progress,
        (engine, block, from, to) -> engine.forecast(context, from, to, drive, out));
    return out;
  }

  /**
   * Mean squared error of the forecast over all values, and its gradient through all chunks.
   *
   * @param target the truth, [window, region, step, signal]
   * @param gradient receives the gradient, in the layout of {@link #parameters}
   */
  public double lossAndGradient(SignalBatch context, SignalBatch target, Gradient gradient) {
    return lossAndGradient(context, target, Rollout.FREE, gradient, null);
  }

  /**
   * As {@link #lossAndGradient(SignalBatch, SignalBatch, Gradient)} with a choice of loss, teacher
   * forcing and dropout.
   *
   * @param forecast receives the forecast that the loss judges, or null
   */
  public double lossAndGradient(
      SignalBatch context,
      SignalBatch target,
      Rollout rollout,
      Gradient gradient,
      SignalBatch forecast) {
    checkContext(context);
    checkTarget(context, target);
    gradient.clear();
    double[] losses = new double[engines.blocks(context.windows())];
    engines.runSummed(
        context.windows(),
        settled.get(),
        gradient,
        (engine, block, from, to, sum) ->
            losses[block] = engine.train(context, target, from, to, rollout, sum, forecast));
    return Arrays.stream(losses).sum();
  }

  /**
   * Stalks and messages at the end of every context, before any forecast.
   *
   * @return two batches [window, region, 1, hidden]: the stalks h, and the messages L
   */
  public Embedding embed(SignalBatch context) {
    checkContext(context);
    SignalBatch stalks = batch(context.windows(), 1, settings.hidden());
    SignalBatch messages = batch(context.windows(), 1, settings.hidden());
    engines.run(
        context.windows(),
        settled.get(),
        Progress.NONE,
        (engine, block, from, to) -> engine.embed(context, from, to, stalks, messages));
    return new Embedding(stalks, messages);
  }

  /**
   * Pulls gradients of an embedding back to the parameters (fine-tuning of a task head's backbone).
   *
   * @param gradient gradients of stalks and messages; either may be null
   * @param sum receives the parameters' gradient
   */
  public void pullEmbedding(SignalBatch context, Embedding gradient, Gradient sum) {
    checkContext(context);
    sum.clear();
    engines.runSummed(
        context.windows(),
        settled.get(),
        sum,
        (engine, block, from, to, part) ->
            engine.pullEmbedding(context, from, to, gradient.stalks(), gradient.messages(), part));
  }

  /**
   * The exact Jacobian of the forecast, transposed, times weights: reverse mode through all chunks,
   * solver steps and the encoder.
   *
   * @param weights one per forecast value, [window, region, step ahead, signal]
   * @return derivative of the weighted sum of each window's forecast by its context, [window,
   *     region, step, signal]
   */
  public SignalBatch pullForecast(SignalBatch context, SignalBatch weights) {
    checkContext(context);
    checkTarget(context, weights);
    SignalBatch result = batch(context.windows(), context.steps(), settings.signals());
    Gradient unwanted = parameters.zeros();
    engines.runSummed(
        context.windows(),
        settled.get(),
        unwanted,
        (engine, block, from, to, part) -> engine.pull(context, weights, from, to, result, part));
    return result;
  }

  /**
   * True if the whole Jacobian costs far less than a reverse pass per region ({@link
   * #impulseJacobian}): one signal, an LSTM, the sheaf and a solver of fixed steps; in the released
   * variant it costs a few forecasts.
   */
  public boolean factors() {
    return ForecastJacobian.possible(settings);
  }

  /**
   * The exact derivative of every region's forecast by every region's last context sample, through
   * all chunks; only where {@link #factors} says so.
   *
   * @param weights one row per summary, one number per step ahead: summaries over frames
   * @return mean over windows, [summary][source][target]
   */
  public double[][][] impulseJacobian(SignalBatch context, double[][] weights, Progress progress) {
    checkContext(context);
    if (!factors()) {
      throw new IllegalStateException("ask factors() first");
    }
    return ForecastJacobian.mean(settings, adjacency, settled.get(), context, weights, progress);
  }

  /**
   * True if impulses into all regions cost far less than a forecast each ({@link
   * #impulseRollouts}): the released variant of what {@link #factors}.
   */
  public boolean spreads() {
    return ImpulseRollouts.possible(settings);
  }

  /**
   * Follows an impulse in the last context sample of every region in turn through all chunks; only
   * where {@link #spreads} says so.
   *
   * @param size what is added to the sample
   * @param horizon steps ahead, 1 or more
   */
  public ImpulseRollouts impulseRollouts(
      SignalBatch context, double size, int horizon, Progress progress) {
    checkContext(context);
    if (!spreads()) {
      throw new IllegalStateException("ask spreads() first");
    }
    return ImpulseRollouts.run(
        settings,
        adjacency,
        settled.get(),
        context,
        new ImpulseRollouts.Impulse(size, horizon, ImpulseRollouts.MOST_EFFECTS),
        progress);
  }

  /**
   * As {@link #impulseRollouts} for the continuous variant, within one chunk: the encoder is not
   * run anew for every region (docs/adr/0043).
   *
   * @return empty if the model or the horizon does not allow it
   */
  public Optional<ImpulseRollouts> coupledImpulses(
      SignalBatch context, double size, int horizon, Progress progress) {
    checkContext(context);
    if (!CoupledImpulses.possible(settings, horizon)) {
      return Optional.empty();
    }
    int lanes = BlockSize.windows(settings.regions(), settings.regions(), settings.variant());
    CoupledImpulses all = new CoupledImpulses(adjacency, size, horizon);
    return Optional.of(
        all.run(
            context.windows(),
            (first, count, sums) ->
                engines.each(
                    context.windows(),
                    lanes,
                    settled.get(),
                    progress,
                    (engine, w) -> {
                      double[] effects = new double[horizon * settings.regions() * count];
                      try {
                        Cancelled.check(progress, "Effective connectivity");
                        engine.impulses(context, w, first, count, size, horizon, effects);
                        sums.add(w, effects, null);
                      } catch (RuntimeException | Error e) {
                        sums.add(w, effects, e);
                        throw e;
                      }
                    }),
            progress));
  }

  /** What a user should be told: repeated edges, and who owns the arrays if not ND4J. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (duplicates > 0) {
      notes.add(duplicates + " edges are listed more than once; each listing counts.");
    }
    if (Kernel.arrays() != null) {
      notes.add(Kernel.arrays());
    }
    return notes;
  }

  /** Where the time of all calls so far went. */
  public Timing timing() {
    return engines.timing();
  }

  private SignalBatch batch(int windows, int steps, int signals) {
    int size = Math.multiplyExact(Math.multiplyExact(windows, settings.regions()), steps * signals);
    return new SignalBatch(windows, settings.regions(), steps, signals, new double[size]);
  }

  private void checkContext(SignalBatch context) {
    if (context.regions() != settings.regions()
        || context.signals() != settings.signals()
        || context.steps() != settings.context()) {
      throw new BadInput(
          String.format(
              "The context has %d regions, %d steps and %d signals; the model needs %d, %d and %d.",
              context.regions(),
              context.steps(),
              context.signals(),
              settings.regions(),
              settings.context(),
              settings.signals()));
    }
    if (context.windows() == 0) {
      throw new BadInput("The batch has no window. At least one window is needed.");
    }
    checkFinite("context", context);
  }

  private void checkTarget(SignalBatch context, SignalBatch target) {
    if (target.windows() != context.windows()
        || target.regions() != context.regions()
        || target.signals() != context.signals()
        || target.steps() < 1) {
      throw new BadInput(
          String.format(
              "The target is [%d, %d, %d, %d], but the context has %d windows, %d regions and %d"
                  + " signals; a target needs the same and at least one step.",
              target.windows(),
              target.regions(),
              target.steps(),
              target.signals(),
              context.windows(),
              context.regions(),
              context.signals()));
    }
    checkFinite("target", target);
  }

  private static void checkFinite(String what, SignalBatch batch) {
    double[] values = batch.values();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        int perRegion = batch.steps() * batch.signals();
        throw new BadInput(
            String.format(
                "The %s holds %s at window %d, region %d, step %d. Drop or mend such values first.",
                what,
                values[i],
                i / (perRegion * batch.regions()),
                i / perRegion % batch.regions(),
                i % perRegion / batch.signals()));
      }
    }
  }

  @Override
  public void close() {
    engines.close();
    settled.close();
  }
}
