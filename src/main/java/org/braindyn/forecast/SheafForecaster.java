package org.braindyn.forecast;

import java.util.Optional;
import org.braindyn.model.BrainDyn;

/** A forecaster that may be a sheaf on a graph, whose stalks can be looked at. */
public interface SheafForecaster extends Forecaster {
  /** The model with its restriction maps; empty if it sends no messages through a sheaf. */
  Optional<BrainDyn> sheaf();
}
