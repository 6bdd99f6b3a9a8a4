package org.braindyn.pipeline;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.GraphMeasures;
import org.braindyn.perturbation.EffectSummary;
import org.braindyn.perturbation.NullComparison;
import org.braindyn.perturbation.Perturbation;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.perturbation.RefitNull;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.perturbation.Surrogates;
import org.braindyn.perturbation.TargetRegions;

/** Perturbs a trained model, starting from many windows of one recording. */
public final class PerturbSignals {
  private static final int MOST_WINDOWS = 64;

  private PerturbSignals() {}

  /** The region with most edges: where a stimulation says most when none was named. */
  public static String hub(BrainGraph graph, Regions regions) {
    double[] strength = GraphMeasures.strength(graph);
    int best = 0;
    for (int r = 1; r < strength.length; r++) {
      best = strength[r] > strength[best] ? r : best;
    }
    return regions.get(best).name();
  }

  /**
   * The target a user means.
   *
   * @param region names, or empty for the hub
   * @param roi painted voxels of {@code labels}, which then count instead; null for none
   */
  public static String target(
      String region, boolean[] roi, Labels3D labels, SavedModel stored, Regions regions) {
    if (roi != null) {
      return TargetRegions.covered(labels, roi, regions, 0.5);
    }
    return region.isBlank() ? hub(stored.graph(), regions) : region;
  }

  /**
   * Computes the map.
   *
   * @param text the perturbation, see {@link Perturbation#parse}
   * @param horizon frames to follow the effect
   */
  public static PerturbationMap of(
      SavedModel stored, RegionSignals signals, String text, int horizon, Progress progress) {
    stored.checkFits(signals, "The model");
    try (OpenModel model = stored.open()) {
      return map(model.forecaster(), stored, signals, text, horizon, progress);
    }
  }

  private static PerturbationMap map(
      Forecaster model,
      SavedModel stored,
      RegionSignals signals,
      String text,
      int horizon,
      Progress progress) {
    return PerturbationMap.compute(
        model,
        signals.regions(),
        signals.interval(),
        StartingWindows.spread(List.of(signals), stored.context(), MOST_WINDOWS).contexts(),
        Perturbation.parse(text, signals.interval()),
        PerturbationMap.Settings.frames(horizon),
        progress);
  }

  /**
   * Peak, confidence interval and, with surrogates, p and q of every region.
   *
   * @param surrogates models like this one fitted to circularly shifted recordings; 0 for none
   */
  public static List<EffectSummary> summaries(
      PerturbationMap map,
      SavedModel stored,
      RegionSignals signals,
      int surrogates,
      Progress progress) {
    if (surrogates == 0) {
      return EffectSummary.of(map, null, null);
    }
    if (surrogates < NullComparison.FEWEST) {
      throw new BadInput(
          "surrogates="
              + surrogates
              + " is too few for p-values. Use 0 for none, or "
              + NullComparison.FEWEST
              + " or more (19 are usual).");
    }
    String text = map.perturbation().toString();
    double[][] peaks =
        new RefitNull(Surrogates.CIRCULAR_SHIFT, surrogates, Seed.of(stored.info().seed()))
            .run(
                List.of(signals),
                stored.refit(),
                (model, fakes) ->
                    EffectSummary.peaks(
                        map(model, stored, fakes.get(0), text, map.frames(), Progress.NONE).mean()),
                progress);
    return EffectSummary.of(map, null, peaks);
  }

  /** Fields of a dialog to the text of one perturbation. */
  public static String text(String kind, String target, double size, int onset, int duration) {
    String text = kind + " on " + target;
    if (org.braindyn.perturbation.PerturbationKind.of(kind).sized()) {
      text += " size " + size;
    }
    if (kind.equals("cut")) {
      return text;
    }
    return text + " onset " + onset + (kind.equals("impulse") ? "" : " duration " + duration);
  }

  /** Mean effect over windows as signals, in sd. */
  public static RegionSignals mean(PerturbationMap map, String text) {
    return new RegionSignals(map.regions(), map.mean(), map.interval(), text);
  }
}
