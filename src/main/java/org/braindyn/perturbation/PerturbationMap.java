package org.braindyn.perturbation;

import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Law;

/**
 * What a perturbation changes in a model's forecast: paired forecasts with and without it, from
 * many starting windows (Luo et al. 2025, Nature Methods, with one impulse; here any perturbation).
 * Effects are in standard deviations of each region within its unperturbed context.
 */
public final class PerturbationMap {
  private static final int BLOCK = 64;

  private final Regions regions;
  private final double interval;
  private final Perturbation perturbation;
  private final SignalBatch effects;
  private final String warning;

  private PerturbationMap(
      Regions regions,
      double interval,
      Perturbation perturbation,
      SignalBatch effects,
      String warning) {
    this.regions = regions;
    this.interval = interval;
    this.perturbation = perturbation;
    this.effects = effects;
    this.warning = warning;
  }

  /**
   * How the forecasts are made.
   *
   * @param horizon forecast frames
   * @param feedback frames per forecast before they are changed and fed back; 0: chosen by whether
   *     something acts on the forecast (1 then, else the forecaster's own chunks)
   * @param seed for added noise
   * @param rescaled whether a context that forecasts were fed back into is scaled to mean 0 and
   *     standard deviation 1 again before the next one (docs/adr/0044); false for models that do
   *     not suppose such contexts
   */
  public record Settings(int horizon, int feedback, Seed seed, boolean rescaled) {
    /** A whole forecast of this many frames. */
    public static Settings frames(int horizon) {
      return new Settings(horizon, 0, Seed.of(1), true);
    }

    /** The same with another choice of scaling. */
    public Settings withRescaled(boolean value) {
      return new Settings(horizon, feedback, seed, value);
    }

    private Rollout rollout(Forecaster forecaster, Regions regions, int frames) {
      boolean law = forecaster.as(Law.class).isPresent(); // which takes contexts as they are
      return new Rollout(forecaster, regions, horizon, frames, rescaled && !law);
    }
  }

  /**
   * Computes the map.
   *
   * @param forecaster the model
   * @param regions names of its rows
   * @param interval time between frames in s, NaN if unknown
   * @param contexts unperturbed contexts, normalised by their own mean and sd, [window, region,
   *     step, signal]
   * @throws BadInput if the perturbation cannot act on these windows
   */
  public static PerturbationMap compute(
      Forecaster forecaster,
      Regions regions,
      double interval,
      SignalBatch contexts,
      Perturbation perturbation,
      Settings settings,
      Progress progress) {
    if (contexts.windows() == 0 || contexts.regions() != regions.size()) {
      throw new BadInput(
          "The perturbation needs at least one window of "
              + regions.size()
              + " regions, got "
              + contexts.windows()
              + " windows of "
              + contexts.regions()
              + " regions.");
    }
    if (settings.horizon() < 1 || settings.feedback() < 0) {
      throw new BadInput(
          "The horizon is "
              + settings.horizon()
              + " frames and the feedback "
              + settings.feedback()
              + ". Give a horizon of 1 or more and a feedback of 0 or more.");
    }
    perturbation.resolve(regions, contexts.steps(), settings.horizon());
    int feedback =
        settings.feedback() > 0 ? settings.feedback() : perturbation.actsOnForecast() ? 1 : 0;
    SignalBatch effects;
    try (Arms arms = Arms.of(forecaster, perturbation, regions)) {
      effects =
          differences(
              settings.rollout(arms.perturbed(), regions, feedback),
              settings.rollout(forecaster, regions, feedback),
              contexts,
              perturbation,
              settings.seed(),
              progress);
    }
    String warning = Divergence.cut(effects, regions, Rollout.LIMIT);
    return new PerturbationMap(regions, interval, perturbation, effects, warning);
  }

  private static SignalBatch differences(
      Rollout perturbed,
      Rollout plain,
      SignalBatch contexts,
      Perturbation perturbation,
      Seed seed,
      Progress progress) {
    SignalBatch effects = new SignalBatch(contexts.windows(), contexts.regions(), plain.horizon());
    Progress quiet = progress.quiet();
    for (int from = 0; from < contexts.windows(); from += BLOCK) {
      Cancelled.check(progress, "Perturbation");
      progress.report((double) from / contexts.windows(), "Perturbing");
      int to = Math.min(contexts.windows(), from + BLOCK);
      SignalBatch part = contexts.slice(from, to);
      SignalBatch without = plain.run(part, null, null, seed, quiet);
      SignalBatch with = perturbed.run(part, perturbation, without, seed, quiet);
      for (int w = from; w < to; w++) {
        for (int r = 0; r < contexts.regions(); r++) {
          for (int t = 0; t < plain.horizon(); t++) {
            effects.set(w, r, t, with.get(w - from, r, t) - without.get(w - from, r, t));
          }
        }
      }
    }
    return effects;
  }

  /** The regions, in order. */
  public Regions regions() {
    return regions;
  }

  /** Whether a region is among those that something is done to. */
  public boolean perturbed(int row) {
    return perturbation.interventions().stream()
        .flatMapToInt(part -> Arrays.stream(TargetRegions.rows(part.target(), regions)))
        .anyMatch(r -> r == row);
  }

  /** Time between frames in s, NaN if unknown. */
  public double interval() {
    return interval;
  }

  /** What was done. */
  public Perturbation perturbation() {
    return perturbation;
  }

  /** Effect of every window, [window, region, frame], in sd; NaN from a divergence on. */
  public SignalBatch effects() {
    return effects;
  }

  /** Number of starting windows. */
  public int windows() {
    return effects.windows();
  }

  /** Number of forecast frames. */
  public int frames() {
    return effects.steps();
  }

  /** What went wrong on the way (where the forecast diverged), or "". */
  public String warning() {
    return warning;
  }

  /** Mean effect over windows, [region][frame], in sd. */
  public double[][] mean() {
    double[][] mean = new double[regions.size()][frames()];
    for (int r = 0; r < mean.length; r++) {
      for (int t = 0; t < frames(); t++) {
        for (int w = 0; w < windows(); w++) {
          mean[r][t] += effects.get(w, r, t) / windows();
        }
      }
    }
    return mean;
  }

  /** Standard deviation of the effect over windows (ddof 1; 0 for one window), [region][frame]. */
  public double[][] sd() {
    double[][] mean = mean();
    double[][] sd = new double[mean.length][frames()];
    for (int r = 0; r < mean.length; r++) {
      for (int t = 0; t < frames(); t++) {
        double sum = 0;
        for (int w = 0; w < windows(); w++) {
          sum += Math.pow(effects.get(w, r, t) - mean[r][t], 2);
        }
        sd[r][t] = windows() > 1 ? Math.sqrt(sum / (windows() - 1)) : 0;
      }
    }
    return sd;
  }

  /** One line for logs and image information. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%s; %d windows, %d frames, %d regions",
        perturbation,
        windows(),
        frames(),
        regions.size());
  }
}
