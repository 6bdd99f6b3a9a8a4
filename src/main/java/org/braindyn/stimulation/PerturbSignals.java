package org.braindyn.stimulation;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.braindyn.forecast.Forecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.TrainedModel;
import org.braindyn.perturbation.EffectSummary;
import org.braindyn.perturbation.Perturbation;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.perturbation.Quoted;
import org.braindyn.perturbation.TargetRegions;
import org.braindyn.perturbation.significance.NullEffects;

/** Perturbs a trained model, starting from many windows of one recording. */
public final class PerturbSignals {
  private static final int MOST_WINDOWS = 64;

  private PerturbSignals() {}

  /**
   * The region with most edges to and from others, of equal ones that with the largest sum of |
   * weight |: where a stimulation says most when none was named.
   */
  public static String hub(BrainGraph graph, Regions regions) {
    int[] degree = new int[regions.size()];
    double[] size = new double[regions.size()];
    for (int e = 0; e < graph.edges(); e++) {
      for (int end : new int[] {graph.source()[e], graph.target()[e]}) {
        boolean self = graph.source()[e] == graph.target()[e];
        degree[end] += self ? 0 : 1;
        size[end] += self ? 0 : Math.abs(graph.weight()[e]);
      }
    }
    int best = 0;
    for (int r = 1; r < degree.length; r++) {
      boolean more = degree[r] > degree[best];
      best = more || degree[r] == degree[best] && size[r] > size[best] ? r : best;
    }
    return TargetRegions.text(regions.get(best), regions);
  }

  /**
   * The target a user means.
   *
   * @param region names, or empty for the hub
   * @param roi painted voxels of {@code labels}, which then count instead; null for none
   */
  public static String target(
      String region, boolean[] roi, Atlas labels, TrainedModel stored, Regions regions) {
    if (roi != null) {
      return TargetRegions.covered(labels, roi, regions, 0.5);
    }
    if (region.isBlank()) {
      return hub(graph(stored), regions);
    }
    for (Region one : regions) {
      if (one.name().trim().equalsIgnoreCase(region.trim()) && Quoted.needed(region)) {
        return TargetRegions.text(one, regions); // the whole text is one name
      }
    }
    return region;
  }

  private static BrainGraph graph(TrainedModel stored) {
    stored.responder(); // says so if there is nothing to ask
    return stored
        .links()
        .orElseThrow(
            () ->
                new BadInput(
                    "region is empty, which means the hub of the model's graph, but "
                        + stored.title()
                        + " has no graph. Name a region."));
  }

  /**
   * Computes the map.
   *
   * @param text the perturbation, see {@link Perturbation#parse}
   * @param horizon frames to follow the effect
   */
  public static PerturbationMap of(
      TrainedModel stored,
      ModelRecordings recordings,
      String text,
      int horizon,
      Progress progress) {
    return map(
        stored.responder(), stored, recordings, recordings.signals(), text, horizon, progress);
  }

  static PerturbationMap map(
      Forecaster model,
      TrainedModel stored,
      ModelRecordings recordings,
      List<RegionSignals> signals,
      String text,
      int horizon,
      Progress progress) {
    return PerturbationMap.compute(
        model,
        recordings.regions(),
        recordings.interval(),
        recordings.starts(signals, stored, MOST_WINDOWS).contexts(),
        Perturbation.parse(text, recordings.interval()),
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
      TrainedModel stored,
      ModelRecordings recordings,
      int surrogates,
      Progress progress) {
    String text = map.perturbation().toString();
    NullEffects refits =
        RefittedModels.effects(
            stored,
            recordings,
            surrogates,
            (model, fakes) ->
                EffectSummary.peaks(
                    map(model, stored, recordings, fakes, text, map.frames(), progress.quiet())
                        .mean()),
            progress);
    int[] person =
        recordings.personOf(recordings.starts(recordings.signals(), stored, MOST_WINDOWS));
    return EffectSummary.of(map, person, refits);
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
