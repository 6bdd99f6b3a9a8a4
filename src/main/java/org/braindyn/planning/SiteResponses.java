package org.braindyn.planning;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.family.LagModel;
import org.braindyn.forecast.family.SimultaneousAr;
import org.braindyn.perturbation.Perturbation;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.perturbation.TargetRegions;

/**
 * What every region does after one block of stimulation at a site, in units of the site's own
 * answer: its largest own change is 1 sd for a block of strength 1. Blocks later than the first do
 * the same later, and blocks add up (linear response).
 *
 * @param name the model that says so
 * @param sites rows that may be stimulated
 * @param answers [site][region][frame from the block on], without the delay
 * @param unit [site] the added change per frame that answers with 1 sd
 */
public record SiteResponses(String name, int[] sites, double[][][] answers, double[] unit) {
  /**
   * Of a linear law: powers of its coefficients.
   *
   * @param frames frames to follow
   * @param blockFrames frames of a block
   */
  public static SiteResponses of(LagModel law, int[] sites, int frames, int blockFrames) {
    return of(law.name(), law.impulse(frames), sites, frames, blockFrames);
  }

  /** Of a law whose links act within a frame, too. */
  public static SiteResponses of(SimultaneousAr law, int[] sites, int frames, int blockFrames) {
    return of(law.forecasts().name(), law.impulse(frames), sites, frames, blockFrames);
  }

  private static SiteResponses of(
      String name, double[][][] impulse, int[] sites, int frames, int blockFrames) {
    int n = impulse[0].length;
    double[][][] answers = new double[sites.length][n][frames];
    for (int s = 0; s < sites.length; s++) {
      for (int r = 0; r < n; r++) {
        for (int t = 0; t < frames; t++) {
          for (int b = 0; b < Math.min(blockFrames, t + 1); b++) {
            answers[s][r][t] += impulse[t - b][sites[s]][r];
          }
        }
      }
    }
    return scaled(name, sites, answers);
  }

  /**
   * Of any model, as Perturb answers: a step of one block added to the site's forecast and fed
   * back, mean over starting windows.
   *
   * @param contexts starting windows, normalised, [window, region, step, signal]
   */
  public static SiteResponses of(
      Forecaster model,
      Regions regions,
      double interval,
      SignalBatch contexts,
      int[] sites,
      int[] framesOfBlock,
      Progress progress) {
    int frames = framesOfBlock[0];
    double[][][] answers = new double[sites.length][][];
    for (int s = 0; s < sites.length; s++) {
      Cancelled.check(progress, "Asking the model");
      progress.report(
          (double) s / sites.length, "Site " + (s + 1) + " of " + sites.length + ", its answer");
      String text =
          "step on "
              + TargetRegions.text(regions.get(sites[s]), regions)
              + " size 1 onset 0 duration "
              + framesOfBlock[1];
      answers[s] =
          PerturbationMap.compute(
                  model,
                  regions,
                  interval,
                  contexts,
                  Perturbation.parse(text, interval),
                  PerturbationMap.Settings.frames(frames),
                  Progress.NONE)
              .mean();
    }
    return scaled(model.name(), sites, answers);
  }

  /**
   * Of answers that are known, e.g. those of a simulator.
   *
   * @param answers [site][region][frame], in any unit per region; scaled here
   */
  public static SiteResponses scaled(String name, int[] sites, double[][][] answers) {
    double[] unit = new double[sites.length];
    for (int s = 0; s < sites.length; s++) {
      double peak = Arrays.stream(answers[s][sites[s]]).map(Math::abs).max().orElse(0);
      if (!(peak > 0) || Double.isInfinite(peak)) {
        throw new BadInput(
            name
                + " does not say how region "
                + (sites[s] + 1)
                + " answers to its own stimulation. Leave it out of the sites.");
      }
      unit[s] = 1 / peak;
      for (double[] row : answers[s]) {
        for (int t = 0; t < row.length; t++) {
          row[t] /= peak;
        }
      }
    }
    return new SiteResponses(name, sites.clone(), answers, unit);
  }

  /**
   * The same for electrodes that reach several regions each: their answers are weighted sums. A
   * strength of 1 moves the region that answers most by 1 sd.
   *
   * @param reach shares; these responses must hold every region as a site, in order
   */
  public SiteResponses through(Reach reach) {
    int n = regions();
    double[][][] sums = new double[reach.share().length][n][frames()];
    double[] scale = new double[sums.length];
    int[] electrodes = new int[sums.length];
    for (int e = 0; e < sums.length; e++) {
      electrodes[e] = e;
      double peak = 0;
      for (int s = 0; s < n; s++) {
        double share = reach.share()[e][s] / unit[s];
        for (int r = 0; r < n && share != 0; r++) {
          for (int t = 0; t < frames(); t++) {
            sums[e][r][t] += share * answers[s][r][t];
          }
        }
      }
      for (double[] row : sums[e]) {
        for (double v : row) {
          peak = Math.max(peak, Math.abs(v));
        }
      }
      scale[e] = 1 / peak;
      for (double[] row : sums[e]) {
        for (int t = 0; t < row.length; t++) {
          row[t] /= peak;
        }
      }
    }
    return new SiteResponses(name, electrodes, sums, scale);
  }

  /** Mean of several: what refits agree on. Units are the first one's. */
  public static SiteResponses mean(List<SiteResponses> all) {
    SiteResponses first = all.get(0);
    double[][][] mean = new double[first.sites.length][first.regions()][first.frames()];
    for (SiteResponses one : all) {
      for (int s = 0; s < mean.length; s++) {
        for (int r = 0; r < mean[s].length; r++) {
          for (int t = 0; t < mean[s][r].length; t++) {
            mean[s][r][t] += one.answers[s][r][t] / all.size();
          }
        }
      }
    }
    return new SiteResponses(
        first.name + ", mean of " + all.size() + " refits", first.sites, mean, first.unit);
  }

  /** Number of regions that answer. */
  public int regions() {
    return answers[0].length;
  }

  /** Frames followed. */
  public int frames() {
    return answers[0][0].length;
  }

  /**
   * The goal's values per block of one site.
   *
   * @param site number in {@link #sites}
   * @return [value of the goal][block]
   */
  public double[][] design(int site, Goal goal, StimulationLimits limits) {
    if (goal.end() > frames() + limits.delay()) {
      throw new BadInput(
          "The goal ends in frame "
              + goal.end()
              + ", but answers were followed for "
              + (frames() + limits.delay())
              + " frames. Follow them for longer.");
    }
    int length = goal.change()[0].length;
    double[][] design = new double[goal.values()][limits.blocks()];
    for (int g = 0; g < goal.regions().length; g++) {
      double[] row = answers[site][goal.regions()[g]];
      for (int t = 0; t < length; t++) {
        for (int b = 0; b < limits.blocks(); b++) {
          int lag = goal.from() + t - limits.delay() - b * limits.blockFrames();
          design[g * length + t][b] = lag < 0 ? 0 : row[lag];
        }
      }
    }
    return design;
  }

  /**
   * What the regions do under a waveform.
   *
   * @param frames frames from the beginning of the stimulation
   * @return [region][frame], sd
   */
  public double[][] under(Waveform waveform, StimulationLimits limits, int frames) {
    double[][] change = new double[regions()][frames];
    for (int k = 0; k < waveform.sites().length; k++) {
      int site = index(waveform.sites()[k]);
      for (int b = 0; b < limits.blocks(); b++) {
        double u = waveform.strength()[k][b];
        int begin = limits.delay() + b * limits.blockFrames();
        for (int r = 0; r < change.length && u != 0; r++) {
          for (int t = begin; t < Math.min(frames, begin + frames()); t++) {
            change[r][t] += u * answers[site][r][t - begin];
          }
        }
      }
    }
    return change;
  }

  /** Number of a row in {@link #sites}. */
  public int index(int row) {
    for (int s = 0; s < sites.length; s++) {
      if (sites[s] == row) {
        return s;
      }
    }
    throw new BadInput("Region " + (row + 1) + " is none of the sites.");
  }
}
