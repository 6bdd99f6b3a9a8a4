package org.braindyn.training.optimiser;

import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.ParameterStore;
import org.braindyn.model.parameter.Parameters;

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2, with the learning rate also on the decay as
 * PyTorch has it): Adam (Kingma and Ba 2015) with weight decay apart from the gradient.
 *
 * <p>The moments are arrays of ND4J's where its jars are, as the parameters of a model in use
 * (docs/adr/0010). Close it to free them at once; otherwise that happens when nobody refers to it
 * any more.
 */
public final class AdamW implements AutoCloseable {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  /** Values that are copied to the heap and back at once, within the first cache. */
  private static final int RUN = 512;

  private final double weightDecay;
  private final int size;
  private final Kernel memory = Kernel.best(Precision.DOUBLE);
  private final Panel means;
  private final Panel squares;
  private final double[] mean = new double[RUN];
  private final double[] square = new double[RUN];
  private final double[] value = new double[RUN];
  private final Vec meanRun = Kernel.over(mean);
  private final Vec squareRun = Kernel.over(square);
  private double learningRate;
  private long steps;

  /**
   * @param size number of parameters
   * @param learningRate step size, above 0
   * @param weightDecay decoupled decay, 1e-5 in the reference
   */
  public AdamW(int size, double learningRate, double weightDecay) {
    this.weightDecay = weightDecay;
    this.size = size;
    means = memory.panel(size);
    squares = memory.panel(size);
    setLearningRate(learningRate);
  }

  /** Step size. */
  public double learningRate() {
    return learningRate;
  }

  /** Changes the step size. */
  public void setLearningRate(double value) {
    if (!(value > 0)) {
      throw new BadInput("The learning rate is " + value + ". It must be above 0.");
    }
    learningRate = value;
  }

  /** Steps taken. */
  public long steps() {
    return steps;
  }

  /** Moves the parameters one step against the gradient. */
  public void step(Parameters parameters, Gradient gradient) {
    if (parameters.size() != size || gradient.size() != size) {
      throw new IllegalArgumentException(parameters.size() + " values for " + size);
    }
    ParameterStore values = parameters.store();
    double[] slopes = gradient.values();
    steps++;
    double stride = learningRate / (1 - Math.pow(BETA_1, steps));
    double root = 1 / Math.sqrt(1 - Math.pow(BETA_2, steps));
    double keep = 1 - learningRate * weightDecay;
    for (int from = 0; from < size; from += RUN) {
      int n = Math.min(RUN, size - from);
      means.get(from, meanRun, 0, n);
      squares.get(from, squareRun, 0, n);
      values.get(from, value, 0, n);
      for (int j = 0; j < n; j++) {
        double g = slopes[from + j];
        mean[j] = BETA_1 * mean[j] + (1 - BETA_1) * g;
        square[j] = BETA_2 * square[j] + (1 - BETA_2) * g * g;
        value[j] = value[j] * keep - stride * mean[j] / (Math.sqrt(square[j]) * root + EPSILON);
      }
      means.put(from, meanRun, 0, n);
      squares.put(from, squareRun, 0, n);
      values.put(from, value, 0, n);
    }
  }

  /** The state, for resuming: steps, then means, then squares. */
  public double[] state() {
    double[] state = new double[1 + 2 * size];
    state[0] = steps;
    Vec all = Kernel.over(state);
    means.get(0, all, 1, size);
    squares.get(0, all, 1 + size, size);
    return state;
  }

  /** Continues from a saved {@link #state}. */
  public void restore(double[] state) {
    if (state.length != 1 + 2 * size) {
      throw new BadInput(
          "The optimiser state has " + state.length + " values, not " + (1 + 2 * size) + ".");
    }
    steps = (long) state[0];
    Vec all = Kernel.over(state);
    means.put(0, all, 1, size);
    squares.put(0, all, 1 + size, size);
  }

  @Override
  public void close() {
    memory.close();
  }
}
