package org.braindyn.forecast.ridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * The direct linear forecast by Java loops and Apache Commons Math: every ridge factorised and
 * inverted anew, every solution kept. The rival of benchmarks and the reference of tests.
 */
public final class CommonsDirectRidge {
  private static final int BLOCK = 128;

  private final WindowSet train;
  private final DirectRidgeSettings settings;
  private final LagBins bins;
  private final int regions;
  private final int horizon;
  private double[] chosen;
  private double leftOut;
  private List<double[][]> without;
  private double[][] coefficients;

  /** To be fitted to these windows. */
  public CommonsDirectRidge(WindowSet train, DirectRidgeSettings settings) {
    this.train = train;
    this.settings = settings;
    bins = new LagBins(train.context());
    regions = train.regions();
    horizon = train.horizon();
  }

  /** The ridge chosen for every step. */
  public double[] chosenRidges() {
    return chosen;
  }

  /** Mean squared error on people left out. */
  public double leftOutError() {
    return leftOut;
  }

  /** Coefficients without the people of each fold, [feature][region * horizon + step]. */
  public List<double[][]> without() {
    return without;
  }

  /** Coefficients from all, [feature][region * horizon + step]. */
  public double[][] coefficients() {
    return coefficients;
  }

  /** Sums of products, of a group of people. */
  private final class Sums {
    private final double[][] gram = new double[regions * bins.count()][regions * bins.count()];
    private final double[][] cross = new double[gram.length][regions * horizon];
    private final double[] squares = new double[horizon];
    private long windows;

    void add(Windows block) {
      int outputs = regions * horizon;
      for (int w = 0; w < block.size(); w++) {
        for (int j = 0; j < outputs; j++) {
          double y = block.target().values()[w * outputs + j];
          squares[j % horizon] += y * y;
        }
      }
      double[][] x = new double[block.size()][];
      for (int w = 0; w < x.length; w++) {
        x[w] = DirectRidgeSums.features(bins, block.context(), w);
      }
      IntStream.range(0, gram.length)
          .parallel()
          .forEach(
              i -> {
                for (int w = 0; w < x.length; w++) {
                  addRow(gram[i], x[w][i], x[w], 0);
                  addRow(cross[i], x[w][i], block.target().values(), w * outputs);
                }
              });
      windows += block.size();
    }

    private Sums plus(Sums other, int sign) {
      Sums result = new Sums();
      for (int i = 0; i < gram.length; i++) {
        for (int j = 0; j < gram.length; j++) {
          result.gram[i][j] = gram[i][j] + sign * other.gram[i][j];
        }
        for (int j = 0; j < cross[i].length; j++) {
          result.cross[i][j] = cross[i][j] + sign * other.cross[i][j];
        }
      }
      for (int p = 0; p < horizon; p++) {
        result.squares[p] = squares[p] + sign * other.squares[p];
      }
      result.windows = windows + sign * other.windows;
      return result;
    }

    private void addError(double[][] w, double[] error) {
      double[][] product = multiply(gram, w);
      for (int p = 0; p < horizon; p++) {
        error[p] += squares[p];
        for (int i = 0; i < gram.length; i++) {
          for (int j = p; j < w[i].length; j += horizon) {
            error[p] += w[i][j] * (product[i][j] - 2 * cross[i][j]);
          }
        }
      }
    }
  }

  private static void addRow(double[] sum, double factor, double[] values, int at) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * values[at + j];
    }
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    IntStream.range(0, a.length)
        .parallel()
        .forEach(
            i -> {
              for (int k = 0; k < b.length; k++) {
                addRow(c[i], a[i][k], b[k], 0);
              }
            });
    return c;
  }

  /** Fits, with two folds or more and without a mirror. */
  public CommonsDirectRidge fit() {
    int folds = settings.folds();
    List<Sums> parts = new ArrayList<>();
    for (int f = 0; f < folds; f++) {
      parts.add(new Sums());
    }
    Map<String, Integer> foldOf = new HashMap<>();
    train.recordings().forEach(r -> foldOf.putIfAbsent(r.person(), foldOf.size() % folds));
    for (int from = 0; from < train.size(); ) {
      int recording = train.recordingOf(from);
      int to = from + 1;
      while (to < train.size() && to < from + BLOCK && train.recordingOf(to) == recording) {
        to++;
      }
      String person = train.recordings().get(recording).person();
      parts.get(foldOf.get(person)).add(train.range(from, to));
      from = to;
    }
    Sums all = parts.stream().reduce((a, b) -> a.plus(b, 1)).orElseThrow();
    choose(all, parts);
    coefficients = new double[all.gram.length][regions * horizon];
    for (double ridge : new TreeSet<>(java.util.Arrays.stream(chosen).boxed().toList())) {
      copySteps(solve(all, ridge), coefficients, ridge);
    }
    return this;
  }

  private void copySteps(double[][] from, double[][] to, double ridge) {
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < from[i].length; j++) {
        to[i][j] = chosen[j % horizon] == ridge ? from[i][j] : to[i][j];
      }
    }
  }

  private void choose(Sums all, List<Sums> parts) {
    double[] ridges = settings.ridges();
    double[][] error = new double[ridges.length][horizon];
    double[][][][] solutions = new double[parts.size()][ridges.length][][];
    for (int f = 0; f < parts.size(); f++) {
      Sums left = all.plus(parts.get(f), -1);
      for (int r = 0; r < ridges.length; r++) {
        solutions[f][r] = solve(left, ridges[r]);
        parts.get(f).addError(solutions[f][r], error[r]);
      }
    }
    chosen = new double[horizon];
    for (int p = 0; p < horizon; p++) {
      int best = 0;
      for (int r = 1; r < ridges.length; r++) {
        best = error[r][p] < error[best][p] ? r : best;
      }
      chosen[p] = ridges[best];
      leftOut += error[best][p] / ((double) train.size() * regions * horizon);
    }
    without = new ArrayList<>();
    for (double[][][] solution : solutions) {
      double[][] of = new double[all.gram.length][regions * horizon];
      for (int r = 0; r < ridges.length; r++) {
        copySteps(solution[r], of, ridges[r]);
      }
      without.add(of);
    }
  }

  /** One solve with all sums of the training windows: what is timed where a whole fit is long. */
  public double[][] solveOnce(double ridge) {
    Sums sums = new Sums();
    for (int from = 0; from < train.size(); from += BLOCK) {
      sums.add(train.range(from, Math.min(train.size(), from + BLOCK)));
    }
    return solve(sums, ridge);
  }

  private double[][] solve(Sums sums, double ridge) {
    double[] penalty = new double[bins.count()];
    for (int k = 0; k < penalty.length; k++) {
      penalty[k] = ridge * sums.windows * Math.pow(bins.lag(k), settings.lagExponent());
    }
    double[][] left = new double[sums.gram.length][];
    for (int i = 0; i < left.length; i++) {
      left[i] = sums.gram[i].clone();
      left[i][i] += penalty[i / regions];
    }
    double[][] inverse =
        new CholeskyDecomposition(new Array2DRowRealMatrix(left, false), 1e-6, 0)
            .getSolver()
            .getInverse()
            .getData();
    double[][] x = multiply(inverse, sums.cross);
    IntStream.range(0, regions).parallel().forEach(n -> relieve(sums, x, inverse, penalty, n));
    return x;
  }

  private void relieve(Sums sums, double[][] x, double[][] inverse, double[] penalty, int n) {
    int[] freer = freer(sums, n);
    int size = freer.length * penalty.length;
    int[] rows = new int[size];
    double[][] small = new double[size][size];
    double[][] own = new double[size][horizon];
    for (int i = 0; i < size; i++) {
      rows[i] = i / freer.length * regions + freer[i % freer.length];
      System.arraycopy(x[rows[i]], n * horizon, own[i], 0, horizon);
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        small[a][b] = -inverse[rows[a]][rows[b]];
      }
      double share = rows[a] % regions == n ? settings.ownShare() : settings.neighbourShare();
      small[a][a] += 1 / (penalty[rows[a] / regions] * (1 - share));
    }
    double[][] factor =
        new LUDecomposition(new Array2DRowRealMatrix(small, false))
            .getSolver()
            .solve(new Array2DRowRealMatrix(own, false))
            .getData();
    for (int i = 0; i < x.length; i++) {
      for (int a = 0; a < size; a++) {
        for (int p = 0; p < horizon; p++) {
          x[i][n * horizon + p] += inverse[i][rows[a]] * factor[a][p];
        }
      }
    }
  }

  private int[] freer(Sums sums, int n) {
    double[][] g = sums.gram;
    return IntStream.concat(
            IntStream.of(n),
            IntStream.range(0, regions)
                .filter(i -> i != n)
                .boxed()
                .sorted(
                    Comparator.comparingDouble(
                        (Integer i) -> -Math.abs(g[n][i]) / Math.sqrt(g[n][n] * g[i][i])))
                .limit(settings.neighbours())
                .mapToInt(Integer::intValue))
        .toArray();
  }
}
