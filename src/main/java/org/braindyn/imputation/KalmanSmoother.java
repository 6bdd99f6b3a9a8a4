package org.braindyn.imputation;

import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.kernel.linalg.Matrix;

/**
 * Mean and variance of every missing value given all seen ones, before and after, under a vector
 * autoregression: Kalman filter forwards on the regions seen at each frame, fixed-interval smoother
 * backwards (Kalman 1960; Rauch, Tung and Striebel 1965; in Bierman's 1973 form). It fills lost
 * regions, gaps of all regions and the future alike.
 *
 * <p>Covariances do not depend on the values: frames with the same pattern and past share them, and
 * of a long recording only a stretch is held at a time, the rest is computed again on the way back.
 */
public final class KalmanSmoother {
  private static final double SAME = 1e-10; // covariances this close are one
  private static final long MEMORY = 48L << 20; // doubles kept in steps: 384 MB
  private static final int MATRICES = 10; // square matrices in a step, at most

  private final StateSpace model;
  private final double noise;
  private HiddenMoments moments;

  /**
   * @param model the autoregression, for z-scored regions
   * @param noise variance of the observation noise, above 0; the released bars use 0.1
   */
  public KalmanSmoother(StateSpace model, double noise) {
    if (!(noise > 0)) {
      throw new BadInput("The observation noise is " + noise + ", but it must be above 0.");
    }
    this.model = model;
    this.noise = noise;
  }

  /**
   * Fills.
   *
   * @param z z-scored signals, [region][time]; read only where seen
   * @param seen [region][time], true where a value is known
   * @param progress asked to stop at every frame
   */
  public Estimate fill(double[][] z, boolean[][] seen, Progress progress) {
    return fill(z, seen, false, progress);
  }

  /** Posterior covariances summed over time by the last call that asked for them. */
  HiddenMoments moments() {
    return moments;
  }

  Estimate fill(double[][] z, boolean[][] seen, boolean withMoments, Progress progress) {
    return new Pass(z, seen, withMoments).run(progress);
  }

  /** One recording. */
  private final class Pass {
    private final double[][] z;
    private final VisiblePatterns patterns;
    private final StepMemory memory;
    private final HiddenMoments sums;
    private final int frames;
    private final int stretch;
    private final double unit;
    private final double[][] mean;
    private final double[][] variance;
    private double[] adjoint = new double[model.size()];
    private Matrix information = new Matrix(model.size(), model.size());

    Pass(double[][] z, boolean[][] seen, boolean withMoments) {
      this.z = z;
      patterns = new VisiblePatterns(seen);
      frames = patterns.frames();
      long size = (long) model.size() * model.size() * MATRICES;
      int held = (int) Math.max(16, Math.min(4096, MEMORY / size));
      stretch = Math.min(frames, held / 2);
      unit = Blocks.meanDiagonal(model.start());
      memory = new StepMemory(model, patterns, noise, SAME * unit, held / 2);
      sums = withMoments ? new HiddenMoments(model, patterns) : null;
      mean = new double[z.length][];
      variance = new double[z.length][frames];
      for (int n = 0; n < z.length; n++) {
        mean[n] = z[n].clone();
      }
    }

    Estimate run(Progress progress) {
      int stretches = (frames + stretch - 1) / stretch;
      FilterStep[] before = new FilterStep[stretches];
      double[][] state = new double[stretches][];
      FilterStep step = null;
      double[] after = null;
      for (int t = 0; t < (stretches - 1) * stretch + 1; t++) {
        Cancelled.check(progress, "Filling gaps");
        if (t % stretch == 0) {
          before[t / stretch] = step;
          state[t / stretch] = after;
        }
        step = memory.step(step, t);
        double[] predicted = after == null ? new double[model.size()] : model.step(after);
        after = update(step, predicted, innovation(step, predicted, t));
      }
      for (int k = stretches - 1; k >= 0; k--) {
        backwards(k * stretch, before[k], state[k], progress);
        progress.report(1 - k / (double) stretches, "filling gaps");
      }
      moments = sums;
      return new Estimate(mean, variance, sums == null ? null : sums.sum(0));
    }

    private double[] innovation(FilterStep step, double[] predicted, int t) {
      double[] e = new double[step.visible.length];
      for (int i = 0; i < e.length; i++) {
        e[i] = z[step.visible[i]][t] - predicted[step.visible[i]];
      }
      return e;
    }

    private double[] update(FilterStep step, double[] predicted, double[] innovation) {
      double[] result = predicted.clone();
      if (innovation.length > 0) {
        Blocks.addTransposedProduct(step.gain, 1, innovation, result);
      }
      return result;
    }

    /** Filters a stretch anew, keeping its steps, and smooths it from its end. */
    private void backwards(int from, FilterStep before, double[] state, Progress progress) {
      int n = Math.min(stretch, frames - from);
      FilterStep[] steps = new FilterStep[n];
      double[][] predicted = new double[n][];
      double[][] innovations = new double[n][];
      FilterStep last = before;
      double[] after = state;
      for (int i = 0; i < n; i++) {
        Cancelled.check(progress, "Filling gaps");
        last = memory.step(last, from + i);
        steps[i] = last;
        predicted[i] = after == null ? new double[model.size()] : model.step(after);
        innovations[i] = innovation(last, predicted[i], from + i);
        after = update(last, predicted[i], innovations[i]);
      }
      for (int i = n - 1; i >= 0; i--) {
        Cancelled.check(progress, "Filling gaps");
        FilterStep step = steps[i];
        SmootherStep back = step.backwards(model, information, SAME / unit);
        adjust(step, innovations[i]);
        write(from + i, step, back, predicted[i]);
        if (sums != null) {
          sums.add(from + i, step, back, i > 0 ? steps[i - 1] : before);
        }
        adjoint = model.stepBack(adjoint);
        information = back.earlier(model);
      }
    }

    /** Takes a frame's innovation into the adjoint. */
    private void adjust(FilterStep step, double[] innovation) {
      int[] v = step.visible;
      if (v.length == 0) {
        return;
      }
      double[] change = new double[v.length];
      Blocks.addProduct(step.gain, 1, adjoint, change);
      Blocks.addProduct(step.precision, 1, innovation, change);
      double[] result = adjoint.clone();
      for (int i = 0; i < v.length; i++) {
        result[v[i]] -= change[i];
      }
      adjoint = result;
    }

    private void write(int t, FilterStep step, SmootherStep back, double[] predicted) {
      double[] p = step.predicted.values();
      int size = model.size();
      for (int i = 0; i < step.hidden.length; i++) {
        int row = step.hidden[i];
        double sum = predicted[row];
        for (int j = 0; j < size; j++) {
          sum -= p[row * size + j] * adjoint[j];
        }
        mean[row][t] = sum;
        variance[row][t] = back.variance[i];
      }
    }
  }
}
