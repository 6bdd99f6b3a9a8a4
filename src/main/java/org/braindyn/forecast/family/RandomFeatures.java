package org.braindyn.forecast.family;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
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
    /** 128 features, light ridge, at most 60 000 rows. */
    public static Settings defaults(double[][] neighbours, Seed seed) {
      return new Settings(128, 1e-3, 60_000, neighbours, seed);
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
    double[][] gram = new double[size][size];
    double[][] cross = new double[size][windows.horizon()];
    for (int from = 0; from < used.length; from += block) {
      Cancelled.check(progress, "Fitting random features");
      progress.report((double) from / used.length, "Random features");
      int to = Math.min(used.length, from + block);
      Windows part = windows.gather(java.util.Arrays.copyOfRange(used, from, to));
      double[][] x = features(part.context());
      double[][] y = new double[x.length][windows.horizon()];
      for (int r = 0; r < y.length; r++) {
        System.arraycopy(part.target().values(), r * y[r].length, y[r], 0, y[r].length);
      }
      add(gram, Dense.multiplyTransposed(x, x));
      add(cross, Dense.multiplyTransposed(x, y));
    }
    double ridge = settings.ridge() * used.length * n;
    for (int i = 0; i < size; i++) {
      gram[i][i] += ridge;
    }
    return Dense.solve(gram, cross, "The fit of random features");
  }

  private static void add(double[][] sum, double[][] part) {
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum[i].length; j++) {
        sum[i][j] += part[i][j];
      }
    }
  }

  /** tanh features, the pasts themselves, and a constant. */
  private int features() {
    return weights.length + weights[0].length + 1;
  }

  /** One row per window and region. */
  private double[][] features(SignalBatch batch) {
    double[][] rows = inputs(batch);
    double[][] hidden = Dense.multiplyTransposed(transposed(rows), transposed(weights));
    double[][] all = new double[rows.length][];
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            r -> {
              double[] f = new double[features()];
              for (int h = 0; h < bias.length; h++) {
                f[h] = Math.tanh(hidden[r][h] + bias[h]);
              }
              System.arraycopy(rows[r], 0, f, bias.length, rows[r].length);
              f[f.length - 1] = 1;
              all[r] = f;
            });
    return all;
  }

  private double[][] inputs(SignalBatch batch) {
    int n = batch.regions();
    int steps = batch.steps();
    double[][] rows = new double[batch.windows() * n][weights[0].length];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(batch.values(), (r + 1) * steps - context, rows[r], 0, context);
    }
    if (mixing != null) {
      double[][] mixed = transposed(mixing);
      for (int w = 0; w < batch.windows(); w++) {
        double[][] own = new double[n][];
        for (int i = 0; i < n; i++) {
          own[i] = rows[w * n + i];
        }
        double[][] seen = Dense.multiply(mixed, own);
        for (int j = 0; j < n; j++) {
          System.arraycopy(seen[j], 0, rows[w * n + j], context, context);
        }
      }
    }
    return rows;
  }

  private static double[][] transposed(double[][] a) {
    double[][] b = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        b[j][i] = a[i][j];
      }
    }
    return b;
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
    double[][] next = Dense.multiply(features(now), readout);
    for (int r = 0; r < path.length; r++) {
      System.arraycopy(next[r], 0, path[r], at, steps);
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
