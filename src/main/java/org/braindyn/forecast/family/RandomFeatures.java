package org.braindyn.forecast.family;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * Ridge regression of every step ahead on random tanh features of a region's own past, and on
 * request of its neighbours' mean past; one set of weights for all regions (random features: Rahimi
 * and Recht 2007; a reservoir's readout without the reservoir). Longer horizons are forecast in
 * chunks that are fed back.
 */
public final class RandomFeatures implements FamilyModel {
  private static final int BLOCK_ROWS = 8192;

  /** A past sample counts in the features by its age to this power. */
  private static final double FADING = -0.5;

  /**
   * How features are drawn and fitted.
   *
   * @param hidden number of tanh features
   * @param ridge penalty on squared weights, per row that is fitted to
   * @param rows most rows (windows x regions) to fit to; windows are thinned evenly
   * @param neighbours how much of each source a target sees, [source][target], of any sign; null
   *     for own pasts only
   * @param seed fixes the features
   */
  public record Settings(int hidden, double ridge, int rows, double[][] neighbours, Seed seed) {
    /** 64 features, light ridge, at most 60 000 rows. */
    public static Settings defaults(double[][] neighbours, Seed seed) {
      return new Settings(64, 1e-3, 60_000, neighbours, seed);
    }
  }

  private final double[][] weights;
  private final double[] bias;
  private final double[][] readout;
  private final double[][] mixing;
  private final int context;

  private RandomFeatures(
      double[][] weights, double[] bias, double[][] readout, double[][] mixing, int context) {
    this.weights = weights;
    this.bias = bias;
    this.readout = readout;
    this.mixing = mixing;
    this.context = context;
  }

  /** Fits to windows in units of their contexts. */
  public static RandomFeatures fit(WindowSet windows, Settings settings, Progress progress) {
    int context = windows.context();
    int sources = settings.neighbours() == null ? 1 : 2;
    Seed.Stream random = settings.seed().stream("random features");
    double[][] weights = new double[settings.hidden()][sources * context];
    double[] bias = new double[settings.hidden()];
    double norm = 0;
    for (int t = 0; t < context; t++) {
      norm += Math.pow(context - t, 2 * FADING);
    }
    for (int h = 0; h < weights.length; h++) {
      for (int i = 0; i < weights[h].length; i++) {
        int age = context - i % context;
        weights[h][i] = random.gaussian() * Math.pow(age, FADING) / Math.sqrt(norm);
      }
      bias[h] = random.uniform(-1, 1);
    }
    double[][] mixing = settings.neighbours() == null ? null : normalised(settings.neighbours());
    RandomFeatures drawn = new RandomFeatures(weights, bias, null, mixing, context);
    double[][] readout = drawn.fitReadout(windows, settings, progress);
    return new RandomFeatures(weights, bias, readout, mixing, context);
  }

  /** Every target's weights divided by the sum of their sizes. */
  private static double[][] normalised(double[][] neighbours) {
    int n = neighbours.length;
    double[][] mixing = new double[n][n];
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += i == j ? 0 : Math.abs(neighbours[i][j]);
      }
      for (int i = 0; i < n && sum > 0; i++) {
        mixing[i][j] = i == j ? 0 : neighbours[i][j] / sum;
      }
    }
    return mixing;
  }

  private double[][] fitReadout(WindowSet windows, Settings settings, Progress progress) {
    int n = windows.regions();
    int most = Math.max(1, settings.rows() / n);
    int step = Math.max(1, (windows.size() + most - 1) / most);
    int[] used = IntStream.range(0, windows.size()).filter(w -> w % step == 0).toArray();
    int block = Math.max(1, BLOCK_ROWS / n);
    int size = features();
    Matrix gram = new Matrix(size, size);
    Matrix cross = new Matrix(size, windows.horizon());
    for (int from = 0; from < used.length; from += block) {
      Cancelled.check(progress, "Fitting random features");
      progress.report((double) from / used.length, "Random features");
      int to = Math.min(used.length, from + block);
      Windows part = windows.gather(Arrays.copyOfRange(used, from, to));
      Matrix x = features(part.context());
      Matrix y = new Matrix(x.rows(), windows.horizon(), part.target().values());
      Products.addGram(x, 1, gram);
      Products.multiply(true, false, 1, x, y, 1, cross);
    }
    gram.addToDiagonal(settings.ridge() * used.length * n);
    return Cholesky.inPlace(gram).solve(cross).toRows();
  }

  /** tanh features, the pasts themselves, and a constant. */
  private int features() {
    return weights.length + weights[0].length + 1;
  }

  /** One row per window and region. */
  private Matrix features(SignalBatch batch) {
    Matrix pasts = pasts(batch);
    Matrix hidden = Products.multiplyTransposed(pasts, Matrix.of(weights));
    Matrix all = new Matrix(pasts.rows(), features());
    double[] h = hidden.values();
    double[] to = all.values();
    Parallel.each(
        pasts.rows(),
        r -> {
          int at = r * all.columns();
          for (int k = 0; k < bias.length; k++) {
            to[at + k] = tanh(h[r * bias.length + k] + bias[k]);
          }
          System.arraycopy(
              pasts.values(), r * pasts.columns(), to, at + bias.length, pasts.columns());
          to[at + all.columns() - 1] = 1;
        });
    return all;
  }

  /** By one exponential, several times faster; to the last bits of a number of size 1. */
  private static double tanh(double x) {
    return 1 - 2 / (Math.exp(2 * x) + 1);
  }

  /** A region's last samples, and those of its neighbours' mean. */
  private Matrix pasts(SignalBatch batch) {
    int n = batch.regions();
    int steps = batch.steps();
    int width = weights[0].length;
    Matrix rows = new Matrix(batch.windows() * n, width);
    for (int r = 0; r < rows.rows(); r++) {
      System.arraycopy(
          batch.values(), (r + 1) * steps - context, rows.values(), r * width, context);
    }
    if (mixing != null) {
      Matrix mixed = Matrix.of(mixing);
      Matrix own = new Matrix(n, context);
      for (int w = 0; w < batch.windows(); w++) {
        for (int i = 0; i < n; i++) {
          System.arraycopy(rows.values(), (w * n + i) * width, own.values(), i * context, context);
        }
        double[] seen = Products.transposedMultiply(mixed, own).values();
        for (int j = 0; j < n; j++) {
          System.arraycopy(
              seen, j * context, rows.values(), (w * n + j) * width + context, context);
        }
      }
    }
    return rows;
  }

  @Override
  public String name() {
    return mixing == null ? "random features" : "random features with neighbours";
  }

  @Override
  public int parameters() {
    return readout.length * readout[0].length;
  }

  @Override
  public SignalBatch forecast(SignalBatch batch, int horizon, Progress progress) {
    if (batch.steps() < context
        || batch.signals() != 1
        || (mixing != null && batch.regions() != mixing.length)) {
      throw new BadInput(
          String.format(
              "%s were fitted to contexts of %d frames%s; given were %d regions, %d frames, %d"
                  + " signals per region.",
              name(),
              context,
              mixing == null ? "" : " of " + mixing.length + " regions",
              batch.regions(),
              batch.steps(),
              batch.signals()));
    }
    int n = batch.regions();
    SignalBatch result = new SignalBatch(batch.windows(), n, horizon);
    int block = Math.max(1, BLOCK_ROWS / n);
    for (int from = 0; from < batch.windows(); from += block) {
      Cancelled.check(progress, "Forecasting");
      int to = Math.min(batch.windows(), from + block);
      double[][] path = new double[(to - from) * n][batch.steps() + horizon];
      for (int r = 0; r < path.length; r++) {
        int at = (from * n + r) * batch.steps();
        System.arraycopy(batch.values(), at, path[r], 0, batch.steps());
      }
      for (int done = 0; done < horizon; done += readout[0].length) {
        chunk(path, n, batch.steps() + done, Math.min(readout[0].length, horizon - done));
      }
      for (int r = 0; r < path.length; r++) {
        System.arraycopy(
            path[r], batch.steps(), result.values(), (from * n + r) * horizon, horizon);
      }
    }
    return result;
  }

  /** Continues every row at a sample by some steps. */
  private void chunk(double[][] path, int n, int at, int steps) {
    SignalBatch now = new SignalBatch(path.length / n, n, context);
    for (int r = 0; r < path.length; r++) {
      System.arraycopy(path[r], at - context, now.values(), r * context, context);
    }
    Matrix next = Products.multiply(features(now), Matrix.of(readout));
    for (int r = 0; r < path.length; r++) {
      System.arraycopy(next.values(), r * next.columns(), path[r], at, steps);
    }
  }

  @Override
  public StoredModel store() {
    Map<String, NamedArray> arrays = new HashMap<>();
    arrays.put("weights", NamedArray.of(weights));
    arrays.put("bias", NamedArray.of(bias));
    arrays.put("readout", NamedArray.of(readout));
    arrays.put("context", NamedArray.of(context));
    if (mixing != null) {
      arrays.put("mixing", NamedArray.of(mixing));
    }
    return StoredModel.of("features", name(), arrays);
  }

  static RandomFeatures restore(StoredModel stored) {
    return new RandomFeatures(
        stored.array("weights").rows(),
        stored.array("bias").values(),
        stored.array("readout").rows(),
        stored.arrays().containsKey("mixing") ? stored.array("mixing").rows() : null,
        (int) stored.array("context").values()[0]);
  }
}
