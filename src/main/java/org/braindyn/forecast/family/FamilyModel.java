package org.braindyn.forecast.family;

import java.util.Optional;
import org.braindyn.forecast.Forecaster;

/** A fitted family: forecasts, counts its numbers, and can be kept in a file. */
public interface FamilyModel extends Forecaster {
  /** Numbers that were fitted. */
  int parameters();

  /** Everything needed to make this model again. */
  StoredModel store();

  /** The model as coefficients of an autoregression, where it is one. */
  default Optional<LagModel> linear() {
    return Optional.empty();
  }
}
