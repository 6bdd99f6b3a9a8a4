package org.braindyn.forecast.residual;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Chunks;
import org.braindyn.forecast.Differentiable;
import org.braindyn.forecast.ridge.SkipForecast;
import org.braindyn.model.ResidualDynamics;

/**
 * BrainDyn beside a linear skip: {@code forecast = linear forecast + residual}, the residual being
 * a sheaf neural ODE over features of the context. If the data has mirror pairs, the residual is
 * the mean of the model's answers to the context and to its mirror image. Close it to free its
 * memory.
 */
public final class ResidualBrainDyn implements Differentiable, AutoCloseable {
  private final String name;
  private final SkipForecast linear;
  private final ContextFeatures features;
  private final ResidualDynamics residual;
  private final int[] mirror;

  /**
   * @param name name for tables
   * @param mirror row of every region's mirror image, its own inverse; null for none
   */
  public ResidualBrainDyn(
      String name,
      SkipForecast linear,
      ContextFeatures features,
      ResidualDynamics residual,
      int[] mirror) {
    this.name = name;
    this.linear = linear;
    this.features = features;
    this.residual = residual;
    this.mirror = mirror == null ? null : mirror.clone();
  }

  @Override
  public String name() {
    return name;
  }

  /** The linear part. */
  public SkipForecast linear() {
    return linear;
  }

  /** What the residual sees. */
  public ContextFeatures features() {
    return features;
  }

  /** The residual part. */
  public ResidualDynamics residual() {
    return residual;
  }

  /** Row of every region's mirror image, null for none. */
  public int[] mirror() {
    return mirror == null ? null : mirror.clone();
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return Chunks.forecast(
        context,
        linear.horizon(),
        horizon,
        progress,
        (c, steps) -> chunk(c, null, steps, progress));
  }

  /**
   * The first steps of one chunk.
   *
   * @param persons whose each window is, to keep a training person's data out of the linear part
   */
  SignalBatch chunk(SignalBatch context, List<String> persons, int steps, Progress progress) {
    SignalBatch skip = linear.chunk(context, persons, progress);
    SignalBatch sum = first(skip, steps, 1);
    double weight = mirror == null ? 1 : 0.5;
    add(sum, residual.forecast(features.of(context, skip), steps), weight);
    if (mirror != null) {
      SignalBatch there = features.of(mirrored(context, mirror), mirrored(skip, mirror));
      add(sum, mirrored(residual.forecast(there, steps), mirror), weight);
    }
    return sum;
  }

  @Override
  public SignalBatch pull(SignalBatch context, SignalBatch weights) {
    return Chunks.pull(
        context,
        linear.horizon(),
        weights,
        c -> chunk(c, null, linear.horizon(), Progress.NONE),
        this::pullChunk);
  }

  private SignalBatch pullChunk(SignalBatch context, SignalBatch weights) {
    SignalBatch skip = linear.chunk(context, null, Progress.NONE);
    SignalBatch byContext = new SignalBatch(context.windows(), context.regions(), context.steps());
    SignalBatch bySkip = weights.copy();
    SignalBatch asked = asked(weights, mirror == null ? 1 : 0.5);
    add(byContext, bySkip, context, skip, asked);
    if (mirror != null) {
      SignalBatch there = new SignalBatch(context.windows(), context.regions(), context.steps());
      SignalBatch skipThere =
          new SignalBatch(context.windows(), context.regions(), linear.horizon());
      SignalBatch seeds = mirrored(asked, mirror);
      add(there, skipThere, mirrored(context, mirror), mirrored(skip, mirror), seeds);
      add(byContext, mirrored(there, mirror), 1);
      add(bySkip, mirrored(skipThere, mirror), 1);
    }
    add(byContext, linear.pull(bySkip), 1);
    return byContext;
  }

  /** What the residual of one context adds to the derivatives. */
  private void add(
      SignalBatch byContext,
      SignalBatch bySkip,
      SignalBatch context,
      SignalBatch skip,
      SignalBatch seeds) {
    SignalBatch byFeatures = residual.pull(features.of(context, skip), seeds);
    features.pull(context, byFeatures, byContext, bySkip);
  }

  /** Weights of the residual up to the last step that has any; later steps need no work. */
  private static SignalBatch asked(SignalBatch weights, double factor) {
    int steps = 1;
    for (int i = 0; i < weights.values().length; i++) {
      steps = weights.values()[i] != 0 ? Math.max(steps, i % weights.steps() + 1) : steps;
    }
    return first(weights, steps, factor);
  }

  /** The first steps, times a factor. */
  private static SignalBatch first(SignalBatch batch, int steps, double factor) {
    SignalBatch result = new SignalBatch(batch.windows(), batch.regions(), steps);
    for (int w = 0; w < batch.windows(); w++) {
      for (int n = 0; n < batch.regions(); n++) {
        for (int p = 0; p < steps; p++) {
          result.set(w, n, p, factor * batch.get(w, n, p));
        }
      }
    }
    return result;
  }

  private static void add(SignalBatch sum, SignalBatch part, double weight) {
    for (int i = 0; i < sum.values().length; i++) {
      sum.values()[i] += weight * part.values()[i];
    }
  }

  /** The batch with every region in its mirror image's row. */
  public static SignalBatch mirrored(SignalBatch batch, int[] mirror) {
    SignalBatch result = batch.copy();
    int block = batch.steps() * batch.signals();
    for (int w = 0; w < batch.windows(); w++) {
      for (int n = 0; n < mirror.length; n++) {
        System.arraycopy(
            batch.values(),
            batch.index(w, mirror[n], 0),
            result.values(),
            result.index(w, n, 0),
            block);
      }
    }
    return result;
  }

  @Override
  public void close() {
    residual.close();
  }
}
