package org.braindyn.longrun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.text.ResultTable;
import org.braindyn.states.StationaryCopy;

/**
 * A recording, runs that claim to be like it, and what is honest beside them: an autoregression
 * with its noise, a copy of the recording with turned phases (the same spectra and correlations,
 * nothing else: the floor), and the recording's second half beside its first (the ceiling).
 *
 * <pre>{@code
 * LongRuns runs = LongRuns.of(real, 0.72, Seed.of(1), progress);
 * LongRun row = runs.add("model", generated, exponent, progress);
 * runs.table();
 * }</pre>
 */
public final class LongRuns {
  /** Samples below which nothing can be said. */
  public static final int FEWEST = 200;

  private static final int MOST = 4000;
  private static final double EQUAL = 0.05;
  private static final double CORRELATED = Math.exp(-1);

  private final double[][] real;
  private final double interval;
  private final Seed seed;
  private final int window;
  private final double[] mean;
  private final double[] sd;
  private final List<LongRun> rows = new ArrayList<>();
  private String rival = "";

  private LongRuns(double[][] raw, double interval, Seed seed) {
    this.interval = interval > 0 ? interval : 1;
    this.seed = seed;
    mean = new double[raw.length];
    sd = new double[raw.length];
    for (int n = 0; n < raw.length; n++) {
      double centre = Arrays.stream(raw[n]).average().orElse(0);
      double squares = Arrays.stream(raw[n]).map(v -> (v - centre) * (v - centre)).sum();
      mean[n] = centre;
      sd[n] = Math.sqrt(squares / raw[n].length);
    }
    real = cut(scaled(raw), MOST);
    window = window(real);
  }

  /**
   * The recording and its rivals.
   *
   * @param real [region][time]; the first 4000 samples count
   * @param interval time between samples in s; 0 for exponents per sample
   * @param seed fixes rivals and draws
   * @throws BadInput if it is too short, constant or not finite
   */
  public static LongRuns of(double[][] real, double interval, Seed seed, Progress progress) {
    check(real);
    LongRuns runs = new LongRuns(real, interval, seed);
    CorrelationDimension own =
        CorrelationDimension.of(runs.real, runs.window, progress.part(0, 0.2));
    runs.rows.add(new LongRun("recording", Double.NaN, Double.NaN, Double.NaN, known(own)));
    runs.half(progress.part(0.2, 0.3));
    int frames = runs.real[0].length;
    RegionSignals recording =
        new RegionSignals(Regions.numbered("r", real.length), runs.real, 1, "recording");
    double[][] copy = StationaryCopy.of(recording, seed.derive("phases", 0)).values();
    runs.compare("phases turned at random", copy, Double.NaN, progress.part(0.3, 0.6));
    LinearRival linear = LinearRival.fit(runs.real, progress.part(0.6, 0.7));
    runs.rival = linear.name();
    double[][] made = linear.run(frames, seed.derive("rival", 0));
    double exponent = linear.exponent() / runs.interval;
    runs.compare(linear.name(), made, exponent, progress.part(0.7, 1));
    return runs;
  }

  private static void check(double[][] real) {
    int frames = real[0].length;
    if (frames < FEWEST) {
      throw new BadInput(
          "Long runs are compared over "
              + FEWEST
              + " frames or more; the recording has "
              + frames
              + ". Use a longer one.");
    }
    for (int n = 0; n < real.length; n++) {
      double first = real[n][0];
      if (!Arrays.stream(real[n]).allMatch(Double::isFinite)
          || Arrays.stream(real[n]).allMatch(v -> v == first)) {
        throw new BadInput(
            "Region "
                + (n + 1)
                + " of the recording is constant or has missing values. Long runs need every"
                + " region: drop it, or fill it (BrainDyn Fill Gaps...).");
      }
    }
  }

  private void half(Progress progress) {
    int half = real[0].length / 2;
    double[][] first = cut(real, half);
    double[][] second =
        Arrays.stream(real)
            .map(r -> Arrays.copyOfRange(r, r.length - half, r.length))
            .toArray(double[][]::new);
    rows.add(
        new LongRun(
            "its second half beside its first",
            StateSpaceDivergence.of(first, second, window, seed, progress),
            SpectrumDistance.of(first, second),
            Double.NaN,
            Double.NaN));
  }

  /**
   * Adds a run.
   *
   * @param name whose
   * @param run [region][time], in the recording's unit and sampling
   * @param exponent its largest Lyapunov exponent per sample; NaN if there is no Jacobian
   * @return its row
   */
  public LongRun add(String name, double[][] run, double exponent, Progress progress) {
    if (run.length != real.length || run[0].length < FEWEST) {
      throw new BadInput(
          String.format(
              "%s has %d regions and %d frames; long runs need the recording's %d regions and %d"
                  + " frames or more.",
              name, run.length, run[0].length, real.length, FEWEST));
    }
    return compare(name, cut(scaled(run), MOST), exponent / interval, progress);
  }

  private LongRun compare(String name, double[][] run, double exponent, Progress progress) {
    boolean finite = Arrays.stream(run).allMatch(r -> Arrays.stream(r).allMatch(Double::isFinite));
    double divergence = StateSpaceDivergence.of(real, run, window, seed, progress.part(0, 0.5));
    double dimension =
        finite ? known(CorrelationDimension.of(run, window, progress.part(0.5, 1))) : Double.NaN;
    double spectrum = finite ? SpectrumDistance.of(real, run) : Double.NaN;
    LongRun row = new LongRun(name, divergence, spectrum, exponent, dimension);
    rows.add(row);
    return row;
  }

  /** Both as near as a run of the same brain would be are equal. */
  private static String compared(double own, double other) {
    double difference = Math.max(0, own) - Math.max(0, other);
    return Math.abs(difference) < EQUAL
        ? "as near to the recording"
        : difference < 0 ? "nearer to the recording" : "farther from the recording";
  }

  private static double known(CorrelationDimension dimension) {
    return dimension.known() ? dimension.value() : Double.NaN;
  }

  private double[][] scaled(double[][] run) {
    double[][] made = new double[run.length][];
    for (int n = 0; n < run.length; n++) {
      int row = n;
      made[n] = Arrays.stream(run[n]).map(v -> (v - mean[row]) / sd[row]).toArray();
    }
    return made;
  }

  private static double[][] cut(double[][] run, int frames) {
    return Arrays.stream(run)
        .map(r -> Arrays.copyOf(r, Math.min(frames, r.length)))
        .toArray(double[][]::new);
  }

  /** Twice the time in which the mean autocorrelation falls below 1/e. */
  private static int window(double[][] z) {
    int frames = z[0].length;
    for (int lag = 1; lag < frames / 20; lag++) {
      double sum = 0;
      for (double[] row : z) {
        for (int t = lag; t < frames; t++) {
          sum += row[t] * row[t - lag];
        }
      }
      if (sum / z.length / (frames - lag) < CORRELATED) {
        return 2 * lag;
      }
    }
    return Math.max(1, frames / 10);
  }

  /** From now on, runs are added in standard deviations of the recording, not in its unit. */
  public LongRuns inDeviations() {
    Arrays.fill(mean, 0);
    Arrays.fill(sd, 1);
    return this;
  }

  /** All rows: the recording, ceiling, floor, autoregression, then what was added. */
  public List<LongRun> rows() {
    return List.copyOf(rows);
  }

  /** One row per run; columns that cannot be known are NaN. */
  public ResultTable table() {
    ResultTable table =
        ResultTable.of(
            "Run",
            "State-space divergence (nats)",
            "Spectral distance (Hellinger)",
            "Lyapunov exponent (1/s)",
            "Correlation dimension");
    for (LongRun row : rows) {
      table.row(row.name(), row.divergence(), row.spectrum(), row.exponent(), row.dimension());
    }
    return table;
  }

  /** What the numbers say of the last run: better than the autoregression or not, in words. */
  public String verdict() {
    LongRun last = rows.get(rows.size() - 1);
    LongRun linear = rows.stream().filter(r -> r.name().equals(rival)).findFirst().orElseThrow();
    String who =
        String.format(
            "in states %s, in spectra %s",
            compared(last.divergence(), linear.divergence()),
            compared(last.spectrum(), linear.spectrum()));
    String dimension =
        Double.isNaN(rows.get(0).dimension())
            ? String.format(
                Locale.ROOT,
                " Correlation dimension: %d frames show up to %.1f; this recording fills more.",
                real[0].length,
                2 * Math.log10(real[0].length))
            : "";
    return "Long run: " + last.name() + " beside " + rival + ": " + who + "." + dimension;
  }
}
