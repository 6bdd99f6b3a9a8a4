package org.braindyn.training.optimiser;

import org.braindyn.data.BadInput;
import org.braindyn.model.parameter.Parameters;

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2, with the learning rate also on the decay as
 * PyTorch has it): Adam (Kingma and Ba 2015) with weight decay apart from the gradient.
 */
public final class AdamW {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double weightDecay;
  private final double[] mean;
  private final double[] square;
  private double learningRate;
  private long steps;

  /**
   * @param size number of parameters
   * @param learningRate step size, above 0
   * @param weightDecay decoupled decay, 1e-5 in the reference
   */
  public AdamW(int size, double learningRate, double weightDecay) {
    this.weightDecay = weightDecay;
    mean = new double[size];
    square = new double[size];
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
  public void step(Parameters parameters, Parameters gradient) {
    step(parameters.values(), gradient.values());
  }

  /** Moves an array one step against its gradient. */
  public void step(double[] values, double[] gradient) {
    if (values.length != mean.length || gradient.length != mean.length) {
      throw new IllegalArgumentException(values.length + " values for " + mean.length);
    }
    steps++;
    double size = learningRate / (1 - Math.pow(BETA_1, steps));
    double root = 1 / Math.sqrt(1 - Math.pow(BETA_2, steps));
    double keep = 1 - learningRate * weightDecay;
    for (int i = 0; i < values.length; i++) {
      double g = gradient[i];
      mean[i] = BETA_1 * mean[i] + (1 - BETA_1) * g;
      square[i] = BETA_2 * square[i] + (1 - BETA_2) * g * g;
      values[i] = values[i] * keep - size * mean[i] / (Math.sqrt(square[i]) * root + EPSILON);
    }
  }

  /** The state, for resuming: steps, then means, then squares. */
  public double[] state() {
    double[] state = new double[1 + 2 * mean.length];
    state[0] = steps;
    System.arraycopy(mean, 0, state, 1, mean.length);
    System.arraycopy(square, 0, state, 1 + mean.length, mean.length);
    return state;
  }

  /** Continues from a saved {@link #state}. */
  public void restore(double[] state) {
    if (state.length != 1 + 2 * mean.length) {
      throw new BadInput(
          "The optimiser state has "
              + state.length
              + " values, not "
              + (1 + 2 * mean.length)
              + ".");
    }
    steps = (long) state[0];
    System.arraycopy(state, 1, mean, 0, mean.length);
    System.arraycopy(state, 1 + mean.length, square, 0, mean.length);
  }
}
