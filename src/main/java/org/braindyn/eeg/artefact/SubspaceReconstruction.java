package org.braindyn.eeg.artefact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.eeg.artefact.Reconstructed.Stretch;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.kernel.linalg.SymmetricEigen;
import org.braindyn.signal.filter.Filters;

/**
 * Artefact subspace reconstruction (Kothe and Jung 2016, US patent application 14/895,440; Mullen
 * et al. 2015, IEEE Trans. Biomed. Eng. 62:2553). In windows of 0.5 s that overlap by half,
 * principal components that are larger than calm activity is in their direction are dropped and
 * made anew from the others by the calm mixing matrix; between the middles of windows the two
 * reconstructions are blended by a raised cosine.
 *
 * <p>{@link Form#EUCLIDEAN} is that. {@link Form#WHITENED}, the default, does the same to channels
 * whitened by the calm covariance: there every direction of calm activity is equally strong, so
 * that a blink is not measured against all that is frontal, and components are independent, so that
 * dropping some needs no others to be made from (docs/eeg-cleaning.md has both).
 *
 * <p>It differs in that limits are medians and robust standard deviations of calm windows (not a
 * fit of a truncated distribution), amplitudes are not weighted by frequency, and nothing is
 * causal: the recording is at hand. What is slower than 0.05 Hz stays as it is.
 */
public final class SubspaceReconstruction {
  /** Fewest samples per second. */
  public static final double LEAST_RATE = 64;

  /** Where components are compared with calm activity. */
  public enum Form {
    /** Among channels whitened by the calm covariance. */
    WHITENED,
    /** Among the channels as they are, as published. */
    EUCLIDEAN
  }

  private static final double WINDOW = 0.5; // s
  private static final double SAMPLES = 1.5; // of a window per channel, at least
  private static final double DRIFT =
      0.05; // Hz: what is slower is kept, of a blink next to nothing
  private static final double MOST = 0.66; // of the components that may be dropped
  private static final double ZERO = 1e-10; // of the largest eigenvalue

  private final double[][] values;
  private final double[][] fast;
  private final double rate;
  private final int window;
  private final Subspace calm;
  private final Form form;

  private SubspaceReconstruction(
      double[][] values, double[][] fast, double rate, Subspace calm, Form form) {
    this.values = values;
    this.fast = fast;
    this.rate = rate;
    this.calm = calm;
    this.form = form;
    window = window(values.length, rate);
  }

  /**
   * Channels without drifts, as they are judged; NaN where any channel is, so that all are filtered
   * over the same stretches and an average reference stays one.
   */
  public static double[][] withoutDrifts(double[][] values, double rate, Progress progress) {
    double[][] fast = new double[values.length][];
    for (int c = 0; c < fast.length; c++) {
      Cancelled.check(progress, "Filtering drifts");
      double[] row = values[c].clone();
      for (int t = 0; t < row.length; t++) {
        row[t] = Subspace.whole(values, t) ? row[t] : Double.NaN;
      }
      fast[c] = Filters.highPass(2, DRIFT, rate).zeroPhase(row);
    }
    return fast;
  }

  /**
   * Removes artefacts.
   *
   * @param values good channels, [channel][time], NaN in gaps
   * @param rate samples per second, 64 or more
   * @param calmSamples [time]
   * @param threshold robust standard deviations above calm activity; 20 is usual, less is stronger
   * @param form where it is compared
   * @throws BadInput if the rate or the threshold is too low, or there are fewer than 2 channels
   * @throws Cancelled if it was stopped
   */
  public static Reconstructed of(
      double[][] values,
      double rate,
      boolean[] calmSamples,
      double threshold,
      Form form,
      Progress progress) {
    check(values.length, rate, threshold);
    double[][] fast = withoutDrifts(values, rate, progress);
    Subspace calm =
        Subspace.of(fast, calmSamples, window(values.length, rate), threshold, progress);
    return new SubspaceReconstruction(values, fast, rate, calm, form).run(progress);
  }

  /**
   * Refuses what cannot work.
   *
   * @param channels good ones
   * @throws BadInput as {@link #of} does
   */
  public static void check(int channels, double rate, double threshold) {
    if (!(rate >= LEAST_RATE)) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%.4g samples per second are too few to tell artefacts from brain; 64 are needed."
                  + " Import the recording at a higher rate (rate=0 keeps the file's), or use"
                  + " artefacts=none.",
              rate));
    }
    if (!(threshold >= 1)) {
      throw new BadInput(
          "threshold=" + threshold + " would remove calm activity. Give 1 or more; 20 is usual.");
    }
    if (channels < 4) {
      throw new BadInput(
          channels
              + " good channels are too few to make artefacts out of the others; 4 are needed. Use"
              + " artefacts=none.");
    }
  }

  private static int window(int channels, double rate) {
    return (int) Math.ceil(Math.max(WINDOW * rate, SAMPLES * channels));
  }

  private Reconstructed run(Progress progress) {
    int frames = fast[0].length;
    int step = Math.max(1, window / 2);
    double[][] out = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    boolean[] changed = new boolean[frames];
    int[] dropped = new int[frames];
    Window before = null;
    int windows = 1 + Math.max(0, (frames - window + step - 1) / step);
    for (int w = 0; w <= windows; w++) {
      Cancelled.check(progress, "Removing artefacts");
      progress.report((double) w / (windows + 1), "Removing artefacts");
      int from = Math.max(0, Math.min(w * step, frames - window));
      Window now = w < windows ? window(from, Math.min(window, frames)) : before;
      int start = w == 0 ? 0 : before.middle();
      int end = w == windows ? frames : now.middle();
      blend(out, before == null ? now : before, now, start, end);
      for (int t = start; t < end; t++) {
        int most = Math.max(now.dropped(), before == null ? 0 : before.dropped());
        changed[t] = most > 0 && Subspace.whole(fast, t);
        dropped[t] = changed[t] ? most : 0;
      }
      before = now;
    }
    return new Reconstructed(out, changed, stretches(out, changed, dropped));
  }

  /**
   * A window's reconstruction.
   *
   * @param middle sample in its middle
   * @param dropped components
   * @param matrix [channel][channel]; null for none
   */
  private record Window(int middle, int dropped, double[][] matrix) {}

  private Window window(int from, int length) {
    int n = fast.length;
    int middle = from + length / 2;
    int whole = 0;
    for (int t = from; t < from + length; t++) {
      whole += Subspace.whole(fast, t) ? 1 : 0;
    }
    if (whole < length / 2) {
      return new Window(middle, 0, null); // a gap
    }
    Matrix covariance = Subspace.covariance(fast, from, length);
    return form == Form.WHITENED ? whitened(covariance, middle) : euclidean(covariance, middle);
  }

  /** Components of the window that are no larger than calm activity is in their direction. */
  private static List<Integer> kept(SymmetricEigen eigen, Matrix limits) {
    Matrix allowed = Products.multiply(limits, eigen.vectors());
    int n = allowed.columns();
    int spared = n - (int) (MOST * n);
    List<Integer> kept = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      double most = 0;
      for (int i = 0; i < allowed.rows(); i++) {
        most += allowed.get(i, j) * allowed.get(i, j);
      }
      if (j < spared || eigen.values()[j] <= most) {
        kept.add(j);
      }
    }
    return kept;
  }

  private Window euclidean(Matrix covariance, int middle) {
    int n = fast.length;
    SymmetricEigen eigen = SymmetricEigen.of(covariance);
    List<Integer> kept = kept(eigen, calm.limits());
    if (kept.size() == n) {
      return new Window(middle, 0, null);
    }
    // R = M (kept components of M)^+ V'
    Matrix directions = new Matrix(kept.size(), n);
    for (int k = 0; k < kept.size(); k++) {
      for (int c = 0; c < n; c++) {
        directions.set(k, c, eigen.vectors().get(c, kept.get(k)));
      }
    }
    Matrix seen = Products.multiply(directions, calm.mixing());
    Matrix back = Products.multiply(calm.mixing(), pseudoInverse(seen));
    return new Window(middle, n - kept.size(), Products.multiply(back, directions).toRows());
  }

  /** R = W^-1 U U' W, U being the kept components of the whitened window. */
  private Window whitened(Matrix covariance, int middle) {
    Matrix white = calm.white();
    int n = white.rows();
    SymmetricEigen eigen =
        SymmetricEigen.of(Products.multiplyTransposed(Products.multiply(white, covariance), white));
    List<Integer> kept = kept(eigen, calm.bounds());
    if (kept.size() == n) {
      return new Window(middle, 0, null);
    }
    Matrix directions = new Matrix(n, kept.size());
    for (int k = 0; k < kept.size(); k++) {
      for (int i = 0; i < n; i++) {
        directions.set(i, k, eigen.vectors().get(i, kept.get(k)));
      }
    }
    Matrix back = Products.multiply(calm.back(), directions);
    Matrix there = Products.transposedMultiply(directions, white);
    return new Window(middle, n - kept.size(), Products.multiply(back, there).toRows());
  }

  /** A' (A A')^+ of a wide matrix. */
  private static Matrix pseudoInverse(Matrix a) {
    SymmetricEigen eigen = SymmetricEigen.of(Products.multiplyTransposed(a, a));
    int k = a.rows();
    Matrix scaled = new Matrix(k, k);
    for (int j = 0; j < k; j++) {
      double value = eigen.values()[j];
      double inverse = value > ZERO * eigen.values()[k - 1] ? 1 / value : 0;
      for (int i = 0; i < k; i++) {
        scaled.set(i, j, inverse * eigen.vectors().get(i, j));
      }
    }
    Matrix inverse = Products.multiplyTransposed(scaled, eigen.vectors());
    return Products.transposedMultiply(a, inverse);
  }

  private void blend(double[][] out, Window before, Window now, int start, int end) {
    if (before.matrix() == null && now.matrix() == null) {
      return;
    }
    for (int t = start; t < end; t++) {
      if (!Subspace.whole(fast, t)) {
        continue;
      }
      double share = 0.5 - 0.5 * Math.cos(Math.PI * (t - start + 0.5) / (end - start));
      for (int c = 0; c < out.length; c++) {
        double old = made(before, c, t);
        double young = made(now, c, t);
        out[c][t] += (1 - share) * old + share * young - fast[c][t];
      }
    }
  }

  private double made(Window window, int channel, int t) {
    if (window.matrix() == null) {
      return fast[channel][t];
    }
    double sum = 0;
    double[] row = window.matrix()[channel];
    for (int c = 0; c < row.length; c++) {
      sum += row[c] * fast[c][t];
    }
    return sum;
  }

  private List<Stretch> stretches(double[][] out, boolean[] changed, int[] dropped) {
    List<Stretch> found = new ArrayList<>();
    for (int from = 0; from < changed.length; from++) {
      int to = from;
      int most = 0;
      double gone = 0;
      double all = 0;
      for (; to < changed.length && changed[to]; to++) {
        most = Math.max(most, dropped[to]);
        for (int c = 0; c < out.length; c++) {
          gone += Math.pow(values[c][to] - out[c][to], 2);
          all += fast[c][to] * fast[c][to];
        }
      }
      if (to > from) {
        found.add(new Stretch(from / rate, to / rate, most, all > 0 ? gone / all : 0));
        from = to;
      }
    }
    return found;
  }
}
