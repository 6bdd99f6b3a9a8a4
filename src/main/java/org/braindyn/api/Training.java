package org.braindyn.api;

import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.people.TimeSplit;

/**
 * What a model and a graph may learn from: the only thing that {@link Model#train} and the
 * estimated graphs of {@link Graph} take, so that test frames cannot leak into them. Made by {@link
 * Signals#holdOut(double)}, {@link Signals#allForTraining()} and {@link People#holdOut(long)}.
 */
public abstract class Training {
  Training() {}

  /** {@return names and places of the regions} */
  public abstract Regions regions();

  /** What is learnt from, cut into windows. */
  abstract TrainingSplit windows(TimeSplit.Shape shape);

  /** Frames from window to window, if nobody says. */
  abstract int stride();

  /** Refuses to fit baselines to this if a model from a file has learnt from something else. */
  abstract void checkKnown(TrainedModel model, TimeSplit.Shape shape);

  /** The frames that are learnt from, without those that choose, of one recording. */
  abstract RegionSignals learnt();
}
