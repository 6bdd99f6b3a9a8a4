package org.braindyn.pipeline;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.BrainDynForecaster;
import org.braindyn.graph.BrainGraph;
import org.braindyn.graph.GraphMeasures;
import org.braindyn.io.StoredModel;
import org.braindyn.model.BrainDyn;
import org.braindyn.perturbation.Perturbation;
import org.braindyn.perturbation.PerturbationMap;
import org.braindyn.signal.WindowSet;

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
   * Computes the map.
   *
   * @param text the perturbation, see {@link Perturbation#parse}
   * @param horizon frames to follow the effect
   */
  public static PerturbationMap of(
      StoredModel stored, RegionSignals signals, String text, int horizon, Progress progress) {
    SavedModel.checkFits(stored, signals, "The model");
    int context = stored.settings().context();
    if (signals.frames() < context + 1) {
      throw new BadInput(
          String.format(
              "%s has %d frames, but the model needs %d of context.",
              signals.source(), signals.frames(), context));
    }
    int starts = signals.frames() - context;
    int stride = Math.max(1, (int) Math.ceil((double) starts / MOST_WINDOWS));
    SignalBatch contexts = WindowSet.of(List.of(signals), context, 1, stride).all().context();
    Perturbation perturbation = Perturbation.parse(text, signals.interval());
    try (BrainDyn model = stored.open()) {
      return PerturbationMap.compute(
          new BrainDynForecaster(model),
          signals.regions(),
          signals.interval(),
          contexts,
          perturbation,
          PerturbationMap.Settings.frames(horizon),
          progress);
    }
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
