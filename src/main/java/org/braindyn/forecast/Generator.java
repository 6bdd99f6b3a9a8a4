package org.braindyn.forecast;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.signal.ContextNormalisation;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * Lets a forecaster run freely: chunk after chunk, each made of the forecast and of what the
 * forecast missed in some real window (block bootstrap of whole-brain residuals, Kuensch 1989), so
 * that synthetic recordings have the model's dynamics and the data's noise. Values are in standard
 * deviations of a region over its recording, around 0.
 *
 * <p>A normalised context says nothing about where its mean lies, so left alone the mean would
 * drift without bound; the share of a context's mean that real recordings keep into the next chunk
 * is fitted and applied.
 */
public final class Generator {
  private static final int MOST_BLOCKS = 400;
  private static final double MOST_KEPT = 0.98;

  private final Forecaster forecaster;
  private final int context;
  private final int horizon;
  private final double kept;
  private final List<double[]> residuals;
  private final double[] floors; // null for the usual floor

  private Generator(
      Forecaster forecaster,
      int context,
      int horizon,
      double kept,
      List<double[]> residuals,
      double[] floors) {
    this.forecaster = forecaster;
    this.context = context;
    this.horizon = horizon;
    this.kept = kept;
    this.residuals = residuals;
    this.floors = floors;
  }

  /**
   * Fits the residual noise and the reversion of the mean.
   *
   * @param windows windows of recordings to take the noise from; their horizon is the chunk
   */
  public static Generator fit(Forecaster forecaster, WindowSet windows, Progress progress) {
    ContextNormalisation[] runs = new ContextNormalisation[windows.recordings().size()];
    for (int r = 0; r < runs.length; r++) {
      runs[r] = ContextNormalisation.of(whole(windows.recordings().get(r)));
    }
    int step = Math.max(1, windows.size() / MOST_BLOCKS);
    double product = 0;
    double square = 0;
    List<double[]> residuals = new ArrayList<>();
    List<double[]> means = new ArrayList<>();
    for (int w = 0; w < windows.size(); w += step) {
      Cancelled.check(progress, "Fitting the noise");
      progress.report((double) w / windows.size(), "Fitting the noise");
      Windows one = windows.range(w, w + 1);
      SignalBatch forecast = forecaster.forecast(one.context(), windows.horizon(), Progress.NONE);
      ContextNormalisation run = runs[windows.recordingOf(w)];
      double[] residual = new double[windows.regions() * windows.horizon()];
      double[] centre = new double[windows.regions()];
      for (int n = 0; n < windows.regions(); n++) {
        double scale = one.normalisation().sd()[n] / run.sd()[n];
        double mean = (one.normalisation().mean()[n] - run.mean()[n]) / run.sd()[n];
        centre[n] = mean;
        for (int p = 0; p < windows.horizon(); p++) {
          double missed = scale * (one.target().get(0, n, p) - forecast.get(0, n, p));
          residual[n * windows.horizon() + p] = missed;
          product += mean * (missed + mean);
          square += mean * mean;
        }
      }
      residuals.add(residual);
      means.add(centre);
    }
    double kept = Math.max(0, Math.min(MOST_KEPT, product / Math.max(square, 1e-12)));
    for (int b = 0; b < residuals.size(); b++) {
      double[] residual = residuals.get(b);
      for (int i = 0; i < residual.length; i++) {
        residual[i] += (1 - kept) * means.get(b)[i / windows.horizon()];
      }
    }
    return new Generator(forecaster, windows.context(), windows.horizon(), kept, residuals, null);
  }

  /**
   * The same for a model that was trained with a floor of its own.
   *
   * @param least smallest standard deviation of a region's context, in the units that {@link #run}
   *     works in
   */
  public Generator withFloors(double[] least) {
    return new Generator(forecaster, context, horizon, kept, residuals, least.clone());
  }

  private static SignalBatch whole(Recording recording) {
    SignalBatch run = new SignalBatch(1, recording.regions(), recording.frames());
    for (int n = 0; n < recording.regions(); n++) {
      recording.read(n, 0, recording.frames(), run.values(), run.index(0, n, 0));
    }
    return run;
  }

  /** Samples that the forecaster sees. */
  public int context() {
    return context;
  }

  /** Samples made at once. */
  public int horizon() {
    return horizon;
  }

  /** Blocks of residuals that the noise is drawn from. */
  public int blocks() {
    return residuals.size();
  }

  /** Share of a context's mean that stays in the next chunk, 0 to 0.98. */
  public double keptMean() {
    return kept;
  }

  /**
   * Generates.
   *
   * @param start where to start from, [region][context or more samples], in standard deviations
   * @param frames samples wanted
   * @param noise 1 for the data's residual noise, 0 for none
   * @param seed fixes the noise
   * @return [region][frames], after the start
   */
  public double[][] run(double[][] start, int frames, double noise, Seed seed, Progress progress) {
    int n = start.length;
    Seed.Stream random = seed.stream("generate");
    double[][] path = new double[n][context + frames + horizon];
    for (int i = 0; i < n; i++) {
      System.arraycopy(start[i], start[i].length - context, path[i], 0, context);
    }
    for (int done = 0; done < frames; done += horizon) {
      Cancelled.check(progress, "Generating");
      progress.report((double) done / frames, "Generating");
      SignalBatch raw = new SignalBatch(1, n, context);
      for (int i = 0; i < n; i++) {
        System.arraycopy(path[i], done, raw.values(), raw.index(0, i, 0), context);
      }
      ContextNormalisation numbers = ContextNormalisation.of(raw);
      for (int i = 0; floors != null && i < n; i++) {
        numbers.sd()[i] = Math.max(numbers.sd()[i], floors[i]);
      }
      SignalBatch next = forecaster.forecast(numbers.normalise(raw), horizon, Progress.NONE);
      double[] missed = residuals.get(random.integer(residuals.size()));
      for (int i = 0; i < n; i++) {
        double mean = kept * numbers.mean()[i];
        for (int p = 0; p < horizon; p++) {
          path[i][context + done + p] =
              mean + numbers.sd()[i] * next.get(0, i, p) + noise * missed[i * horizon + p];
        }
      }
    }
    double[][] result = new double[n][];
    for (int i = 0; i < n; i++) {
      result[i] = java.util.Arrays.copyOfRange(path[i], context, context + frames);
    }
    return result;
  }
}
