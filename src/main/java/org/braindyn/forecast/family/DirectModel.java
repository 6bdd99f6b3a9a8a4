package org.braindyn.forecast.family;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.forecast.LinearForecast;
import org.braindyn.forecast.ridge.LagBins;
import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Lu;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.Products;

/**
 * A ridge regression of every step ahead by itself on the whole context of all regions; longer
 * horizons are forecast in chunks that are fed back. The penalty grows with the square of the lag
 * (Litterman 1986), is smaller on a region's own past and, where there are many regions, on that of
 * the regions most like it.
 */
public final class DirectModel implements FamilyModel, LinearForecast {
  private static final int BLOCK = 256;
  private static final double LAG_EXPONENT = 2;
  private static final double TINY = 1e-9; // a region of which nothing is left

  /** As the recipe of the linear skip has them for 94 regions (docs/adr/0033), fewer for fewer. */
  private static final int MOST_NEIGHBOURS = 12;

  private static final int REGIONS_PER_NEIGHBOUR = 8;
  private static final double NEIGHBOUR_SHARE = 0.4;

  private final int regions;
  private final int context;
  private final int horizon;
  private final Matrix coefficients;

  private DirectModel(int regions, int context, int horizon, Matrix coefficients) {
    this.regions = regions;
    this.context = context;
    this.horizon = horizon;
    this.coefficients = coefficients;
  }

  /**
   * Solves.
   *
   * @param ridge penalty on squared coefficients of lag 1, per window
   * @param ownShare share of it on a region's own past, above 0 to 1; at 1 all are penalised alike
   */
  public static DirectModel fit(DirectSums sums, double ridge, double ownShare) {
    return fit(sums, sums.cross(), ridge, ownShare);
  }

  /**
   * As before, of something else that followed the same windows.
   *
   * @param cross as {@link DirectSums#cross} has it
   */
  static DirectModel fit(DirectSums sums, Matrix cross, double ridge, double ownShare) {
    LagBins bins = new LagBins(sums.context());
    int n = sums.regions();
    double[] penalty = new double[bins.count()];
    Matrix left = sums.gram().copy();
    for (int k = 0; k < penalty.length; k++) {
      penalty[k] = ridge * sums.windows() * Math.pow(bins.lag(k), LAG_EXPONENT);
      for (int i = 0; i < n; i++) {
        left.add(k * n + i, k * n + i, penalty[k]);
      }
    }
    Matrix inverse = Cholesky.inPlace(left).inverseInPlace();
    Matrix x = Products.multiply(inverse, cross);
    if (ownShare < 1) {
      int[][] freer = freer(sums.gram(), n);
      Parallel.each(n, r -> relieve(x, inverse, penalty, ownShare, freer[r]));
    }
    return new DirectModel(n, sums.context(), sums.horizon(), x);
  }

  /**
   * (M - U S U')^-1 r = x + M^-1 U (S^-1 - U' M^-1 U)^-1 U' x, U the bins of the region itself and
   * of its neighbours.
   *
   * @param sources the region, then its neighbours
   */
  private static void relieve(
      Matrix x, Matrix inverse, double[] penalty, double ownShare, int[] sources) {
    int n = inverse.rows() / penalty.length;
    int size = penalty.length * sources.length;
    int horizon = x.columns() / n;
    int first = sources[0] * horizon;
    int[] rows = new int[size];
    Matrix small = new Matrix(size, size);
    Matrix own = new Matrix(size, horizon);
    for (int a = 0; a < size; a++) {
      rows[a] = a / sources.length * n + sources[a % sources.length];
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        small.set(a, b, -inverse.get(rows[a], rows[b]));
      }
      double share = a % sources.length == 0 ? ownShare : NEIGHBOUR_SHARE;
      small.add(a, a, 1 / (penalty[a / sources.length] * (1 - share)));
      for (int p = 0; p < horizon; p++) {
        own.set(a, p, x.get(rows[a], first + p));
      }
    }
    Matrix factor = Lu.of(small).solve(own);
    Matrix columns = new Matrix(size, x.rows()); // as rows, which M^-1 has alike
    for (int a = 0; a < size; a++) {
      System.arraycopy(
          inverse.values(), rows[a] * x.rows(), columns.values(), a * x.rows(), x.rows());
    }
    Matrix change = Products.transposedMultiply(columns, factor);
    for (int i = 0; i < x.rows(); i++) {
      for (int p = 0; p < horizon; p++) {
        x.add(i, first + p, change.get(i, p));
      }
    }
  }

  /** Every region and those whose last frames are most like its own (|r|). */
  private static int[][] freer(Matrix gram, int n) {
    int count = Math.min(MOST_NEIGHBOURS, n / REGIONS_PER_NEIGHBOUR);
    int[][] freer = new int[n][];
    for (int r = 0; r < n; r++) {
      int region = r;
      IntStream others =
          IntStream.range(0, n)
              .filter(i -> i != region)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -likeness(gram, region, i)))
              .limit(count)
              .mapToInt(Integer::intValue);
      freer[r] = IntStream.concat(IntStream.of(r), others).toArray();
    }
    return freer;
  }

  private static double likeness(Matrix gram, int a, int b) {
    double scale = Math.sqrt(Math.max(gram.get(a, a) * gram.get(b, b), Double.MIN_NORMAL));
    return Math.abs(gram.get(Math.max(a, b), Math.min(a, b))) / scale;
  }

  /**
   * Every region from its own past alone.
   *
   * @param ridge as in {@link #fit}
   */
  public static DirectModel fitOwn(DirectSums sums, double ridge) {
    LagBins bins = new LagBins(sums.context());
    int n = sums.regions();
    int size = bins.count();
    int horizon = sums.horizon();
    Matrix x = new Matrix(size * n, n * horizon);
    for (int r = 0; r < n; r++) {
      Matrix left = new Matrix(size, size);
      Matrix right = new Matrix(size, horizon);
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          int row = Math.max(a, b) * n + r;
          left.set(a, b, sums.gram().get(row, Math.min(a, b) * n + r));
        }
        left.add(a, a, ridge * sums.windows() * Math.pow(bins.lag(a), LAG_EXPONENT) + TINY);
        for (int p = 0; p < horizon; p++) {
          right.set(a, p, sums.cross().get(a * n + r, r * horizon + p));
        }
      }
      Matrix own = Lu.of(left).solve(right);
      for (int a = 0; a < size; a++) {
        for (int p = 0; p < horizon; p++) {
          x.set(a * n + r, r * horizon + p, own.get(a, p));
        }
      }
    }
    return new DirectModel(n, sums.context(), horizon, x);
  }

  /** The coefficients, not a copy. */
  Matrix matrix() {
    return coefficients;
  }

  /** The coefficients, [bin * regions + region][region * horizon + step]; a copy. */
  public double[][] coefficients() {
    return coefficients.toRows();
  }

  @Override
  public String name() {
    return "direct ridge";
  }

  @Override
  public int parameters() {
    return coefficients.values().length;
  }

  @Override
  public SignalBatch forecast(SignalBatch batch, int steps, Progress progress) {
    if (batch.regions() != regions || batch.steps() < context || batch.signals() != 1) {
      throw new BadInput(
          String.format(
              "The direct forecast was fitted to %d regions and %d frames of context; it was given"
                  + " %d regions, %d frames and %d signals per region.",
              regions, context, batch.regions(), batch.steps(), batch.signals()));
    }
    SignalBatch result = new SignalBatch(batch.windows(), regions, steps);
    for (int from = 0; from < batch.windows(); from += BLOCK) {
      Cancelled.check(progress, "Forecasting");
      int to = Math.min(batch.windows(), from + BLOCK);
      int rows = (to - from) * regions;
      double[][] path = new double[rows][batch.steps() + steps];
      for (int r = 0; r < rows; r++) {
        int at = (from * regions + r) * batch.steps();
        System.arraycopy(batch.values(), at, path[r], 0, batch.steps());
      }
      for (int done = 0; done < steps; done += horizon) {
        chunk(path, batch.steps() + done, Math.min(horizon, steps - done));
      }
      for (int r = 0; r < rows; r++) {
        System.arraycopy(
            path[r], batch.steps(), result.values(), (from * regions + r) * steps, steps);
      }
    }
    return result;
  }

  private void chunk(double[][] path, int at, int steps) {
    SignalBatch now = new SignalBatch(path.length / regions, regions, context);
    for (int r = 0; r < path.length; r++) {
      System.arraycopy(path[r], at - context, now.values(), r * context, context);
    }
    double[] next = Products.multiply(DirectSums.features(now), coefficients).values();
    for (int r = 0; r < path.length; r++) {
      System.arraycopy(next, r * horizon, path[r], at, steps);
    }
  }

  @Override
  public StoredModel store() {
    return StoredModel.of(
        "direct",
        name(),
        Map.of(
            "coefficients",
            new NamedArray(
                new int[] {coefficients.rows(), coefficients.columns()}, coefficients.values()),
            "shape",
            NamedArray.of(regions, context, horizon)));
  }

  static DirectModel restore(StoredModel stored) {
    double[] shape = stored.array("shape").values();
    NamedArray array = stored.array("coefficients");
    return new DirectModel(
        (int) shape[0],
        (int) shape[1],
        (int) shape[2],
        new Matrix(array.shape()[0], array.shape()[1], array.values()));
  }
}
