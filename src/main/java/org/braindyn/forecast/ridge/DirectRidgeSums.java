package org.braindyn.forecast.ridge;

import org.braindyn.data.SignalBatch;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.kernel.linalg.LargeMatrix;
import org.braindyn.kernel.linalg.LargeProducts;
import org.braindyn.kernel.linalg.QuadraticForms;
import org.braindyn.signal.WindowSet;

/**
 * Sums of products behind the direct linear forecast, of one group of people: features with
 * features (lower triangle), targets with features, and targets with themselves. Close it to free
 * its memory.
 */
final class DirectRidgeSums implements AutoCloseable {
  private final int regions;
  private final LagBins bins;
  private final int horizon;
  private final LargeMatrix gram;
  private final LargeMatrix cross;
  private final double[] squares;
  private long windows;

  DirectRidgeSums(int regions, LagBins bins, int horizon) {
    this.regions = regions;
    this.bins = bins;
    this.horizon = horizon;
    int size = regions * bins.count();
    gram = new LargeMatrix(size, size);
    cross = new LargeMatrix(regions * horizon, size);
    squares = new double[horizon];
  }

  /** Bytes that sums of this shape take. */
  static long bytes(long features, long outputs) {
    return LargeMatrix.bytes(features, features) + LargeMatrix.bytes(outputs, features);
  }

  /** [feature][feature], feature = bin * regions + region; the lower triangle counts. */
  LargeMatrix gram() {
    return gram;
  }

  /** [region * horizon + step][feature]. */
  LargeMatrix cross() {
    return cross;
  }

  /** Sum of the squared targets of every step ahead. */
  double[] squares() {
    return squares;
  }

  long windows() {
    return windows;
  }

  /** Features of one window. */
  static double[] features(LagBins bins, SignalBatch context, int window) {
    int n = context.regions();
    double[] features = new double[n * bins.count()];
    for (int i = 0; i < n; i++) {
      int at = context.index(window, i, 0);
      bins.apply(context.values(), at, context.steps(), features, i, n);
    }
    return features;
  }

  /** Adds windows {@code from} (inclusive) to {@code to} (exclusive). */
  void add(WindowSet set, int from, int to) {
    try (Rows rows = new Rows(to - from)) {
      rows.put(0, set, from, to);
      add(rows, to - from);
    }
  }

  /** Adds windows that have been put into the first rows. */
  void add(Rows rows, int count) {
    LargeProducts.addGram(rows.features, count, gram);
    LargeProducts.addCross(rows.targets, rows.features, count, cross);
    for (int w = 0; w < count; w++) {
      for (int p = 0; p < horizon; p++) {
        squares[p] += rows.squares[w][p];
      }
    }
    windows += count;
  }

  /** An empty block of windows for these sums. */
  Rows rows(int capacity) {
    return new Rows(capacity);
  }

  /** Features and targets of a block of windows, one row each. */
  final class Rows implements AutoCloseable {
    private final LargeMatrix features;
    private final LargeMatrix targets;
    private final double[][] squares;

    private Rows(int capacity) {
      features = new LargeMatrix(capacity, gram.columns());
      targets = new LargeMatrix(capacity, cross.rows());
      squares = new double[capacity][];
    }

    /**
     * Fills rows from {@code at} on; several threads may fill different ones.
     *
     * @param from first window
     * @param to window behind the last
     */
    void put(int at, WindowSet set, int from, int to) {
      WindowReader reader = new WindowReader(set, bins);
      double[] past = new double[features.columns()];
      double[] future = new double[targets.columns()];
      for (int w = from; w < to; w++) {
        reader.read(w, past, future);
        int row = at + w - from;
        features.write(row, 0, past, 0, past.length);
        targets.write(row, 0, future, 0, future.length);
        double[] sum = new double[horizon];
        for (int j = 0; j < future.length; j += horizon) {
          for (int p = 0; p < horizon; p++) {
            sum[p] += future[j + p] * future[j + p];
          }
        }
        squares[row] = sum;
      }
    }

    @Override
    public void close() {
      features.close();
      targets.close();
    }
  }

  /**
   * Adds, for every step ahead, the squared error on the windows of these sums that are not in
   * others: {@code w'Gw - 2 w'r + y'y}, summed over regions.
   *
   * @param others sums of a part of these windows
   * @param coefficients [region * horizon + step][feature]
   * @param steps steps ahead that are wanted
   */
  void addError(DirectRidgeSums others, LargeMatrix coefficients, int[] steps, double[] error) {
    double[] forms = new QuadraticForms(coefficients, horizon).sums(gram, others.gram, steps);
    double[] products = new double[cross.rows()];
    int together = Math.max(horizon, products.length / 16); // rows that share arrays
    Parallel.each(
        (products.length + together - 1) / together,
        t -> {
          double[] here = new double[cross.columns()];
          double[] there = new double[cross.columns()];
          double[] weights = new double[cross.columns()];
          int end = Math.min(products.length, (t + 1) * together);
          for (int j = t * together; j < end; j++) {
            cross.read(j, 0, here, 0, here.length);
            others.cross.read(j, 0, there, 0, there.length);
            coefficients.read(j, 0, weights, 0, weights.length);
            for (int i = 0; i < weights.length; i++) {
              products[j] += weights[i] * (here[i] - there[i]);
            }
          }
        });
    for (int p : steps) {
      error[p] += squares[p] - others.squares[p] + forms[p];
      for (int j = p; j < products.length; j += horizon) {
        error[p] -= 2 * products[j];
      }
    }
  }

  /** Adds other sums to these. */
  void add(DirectRidgeSums other) {
    combine(other, 1, 1);
  }

  /** Turns these sums into those of the others' windows that are not in these. */
  void leaveOutOf(DirectRidgeSums all) {
    combine(all, -1, 1);
  }

  /** These times a sign plus the others times a sign, in place. */
  private void combine(DirectRidgeSums other, int own, int others) {
    combine(gram, other.gram, own, others);
    combine(cross, other.cross, own, others);
    for (int p = 0; p < horizon; p++) {
      squares[p] = own * squares[p] + others * other.squares[p];
    }
    windows = own * windows + others * other.windows;
  }

  private static void combine(LargeMatrix into, LargeMatrix other, int own, int others) {
    into.change(
        (i, row) -> {
          double[] added = other.row(i);
          for (int j = 0; j < row.length; j++) {
            row[j] = own * row[j] + others * added[j];
          }
        });
  }

  /** The mean of these sums and those of the mirrored data; new sums. */
  DirectRidgeSums mirrored(int[] mirror) {
    DirectRidgeSums result = new DirectRidgeSums(regions, bins, horizon);
    gram.mirrorLower();
    result.gram.change((i, row) -> mean(gram, i, turned(i, mirror), mirror, row));
    result.cross.change(
        (j, row) -> mean(cross, j, mirror[j / horizon] * horizon + j % horizon, mirror, row));
    System.arraycopy(squares, 0, result.squares, 0, horizon);
    result.windows = windows;
    return result;
  }

  private int turned(int feature, int[] mirror) {
    return feature - feature % regions + mirror[feature % regions];
  }

  private void mean(LargeMatrix from, int row, int mirrorRow, int[] mirror, double[] into) {
    double[] here = from.row(row);
    double[] there = from.row(mirrorRow);
    for (int j = 0; j < into.length; j++) {
      into[j] = (here[j] + there[turned(j, mirror)]) / 2;
    }
  }

  @Override
  public void close() {
    gram.close();
    cross.close();
  }
}
