package org.braindyn.eeg.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.signal.montage.ScalpSpline;

/**
 * A channel as a weighted sum of others: {@code value = offset + sum of weights * sources}.
 *
 * @param sources channels it is made from
 * @param weights one per source
 * @param offset in the recording's unit
 * @param way how it is made
 */
public record FillWeights(int[] sources, double[] weights, double offset, ChannelFill way) {
  /** Added to the diagonal of the spline's matrix, as MNE does. */
  public static final double REGULARISATION = 1e-5;

  /** Ridge penalty of the regression, as a share of the sources' mean variance. */
  private static final double RIDGE = 1e-3;

  /** Fewest samples to learn from, per source. */
  private static final int SAMPLES = 20;

  private static final int FEWEST = 4;

  /**
   * What a channel is to be made from.
   *
   * @param electrodes of all channels
   * @param values [channel][time]
   * @param learn samples to learn covariances from, [time]
   * @param good channels that may be sources
   */
  public record Problem(
      Electrodes electrodes, double[][] values, boolean[] learn, boolean[] good) {}

  /**
   * Weights for one channel.
   *
   * @param known [time], samples at which the channel itself was good, for {@link
   *     ChannelFill#REGRESSION}
   * @throws BadInput if there are too few electrodes with a place, or too little to learn from
   */
  public static FillWeights of(ChannelFill way, Problem problem, int channel, boolean[] known) {
    int[] sources = sources(way, problem, channel);
    return switch (way) {
      case SPLINE -> {
        double[][] from = places(problem.electrodes(), sources);
        double[][] to = {problem.electrodes().places()[channel]};
        double[] weights = ScalpSpline.weights(from, to, REGULARISATION)[0];
        yield new FillWeights(sources, weights, 0, way);
      }
      case PROCESS -> of(fitted(SphereProcess.Kernel.DEFAULT, problem, channel), problem, channel);
      case NEAREST -> nearest(problem.electrodes(), sources, channel);
      case REGRESSION -> regression(problem, sources, channel, known);
    };
  }

  /**
   * A Gaussian process fitted to the good channels, the same for all channels that are not good.
   *
   * @throws BadInput if there are too few good electrodes with a place, or too little to learn from
   */
  public static SphereProcess fitted(SphereProcess.Kernel kernel, Problem problem, int channel) {
    int[] sources = sources(ChannelFill.PROCESS, problem, channel);
    double[][] covariance = covariance(problem.values(), sources, problem.learn());
    return SphereProcess.fitted(kernel, places(problem.electrodes(), sources), covariance);
  }

  /** Weights of a process that was fitted for this problem. */
  public static FillWeights of(SphereProcess process, Problem problem, int channel) {
    int[] sources = sources(ChannelFill.PROCESS, problem, channel);
    double[] weights = process.weights(problem.electrodes().places()[channel]);
    return new FillWeights(sources, weights, 0, ChannelFill.PROCESS);
  }

  /** The value at a sample; NaN where a source is. */
  public double at(double[][] values, int t) {
    double sum = offset;
    for (int k = 0; k < sources.length; k++) {
      sum += weights[k] * values[sources[k]][t];
    }
    return sum;
  }

  private static int[] sources(ChannelFill way, Problem problem, int channel) {
    Electrodes electrodes = problem.electrodes();
    boolean placed = way != ChannelFill.REGRESSION;
    String name = electrodes.names().get(channel);
    if (placed && !electrodes.placed(channel)) {
      throw new BadInput(
          "The place of channel "
              + name
              + " is not known, so it cannot be filled from places. Name it as in the 10-20 or"
              + " 10-10 system, leave it out (Import EEG: channels=!"
              + name
              + "), or choose fill=leave.");
    }
    List<Integer> chosen = new ArrayList<>();
    for (int c = 0; c < electrodes.size(); c++) {
      if (c != channel && problem.good()[c] && (!placed || electrodes.placed(c))) {
        chosen.add(c);
      }
    }
    if (chosen.size() < FEWEST) {
      throw new BadInput(
          String.format(
              "%d good channels%s are too few to fill %s from; %d are needed. Choose fill=leave, or"
                  + " name fewer bad channels.",
              chosen.size(), placed ? " with a known place" : "", name, FEWEST));
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[][] places(Electrodes electrodes, int[] channels) {
    return Arrays.stream(channels).mapToObj(c -> electrodes.places()[c]).toArray(double[][]::new);
  }

  private static FillWeights nearest(Electrodes electrodes, int[] sources, int channel) {
    int best = sources[0];
    for (int s : sources) {
      best = electrodes.chord(s, channel) < electrodes.chord(best, channel) ? s : best;
    }
    return new FillWeights(new int[] {best}, new double[] {1}, 0, ChannelFill.NEAREST);
  }

  private static FillWeights regression(
      Problem problem, int[] sources, int channel, boolean[] known) {
    int n = sources.length;
    int[] all = Arrays.copyOf(sources, n + 1);
    all[n] = channel;
    boolean[] learn = problem.learn().clone();
    for (int t = 0; t < learn.length; t++) {
      learn[t] &= known[t];
    }
    Moments moments = Moments.of(problem.values(), all, learn);
    if (moments.count() < (long) SAMPLES * n) {
      throw new BadInput(
          String.format(
              "%s was good in %d calm samples only; a regression on %d channels needs %d. Choose"
                  + " fill=spline.",
              problem.electrodes().names().get(channel), moments.count(), n, (long) SAMPLES * n));
    }
    double[][] c = moments.covariance();
    double trace = 0;
    Matrix gram = new Matrix(n, n);
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        gram.set(i, j, c[i][j]);
      }
      right[i] = c[i][n];
      trace += c[i][i];
    }
    gram.addToDiagonal(RIDGE * trace / n);
    double[] weights = Cholesky.of(gram).solve(right);
    double offset = moments.mean()[n];
    for (int i = 0; i < n; i++) {
      offset -= weights[i] * moments.mean()[i];
    }
    return new FillWeights(sources, weights, offset, ChannelFill.REGRESSION);
  }

  private static double[][] covariance(double[][] values, int[] channels, boolean[] learn) {
    Moments moments = Moments.of(values, channels, learn);
    if (moments.count() < 2L * channels.length) {
      throw new BadInput(
          moments.count()
              + " calm samples are too few for the covariance of "
              + channels.length
              + " channels. Choose fill=spline.");
    }
    return moments.covariance();
  }
}
