package org.braindyn.kind;

import java.util.Map;
import org.braindyn.forecast.Forecaster;
import org.braindyn.io.arrays.NpyArray;

/**
 * A trained model that is numbers and a forecaster, and owns no memory to free: all that a cheap
 * kind needs.
 *
 * @param kind its kind
 * @param shape what it sees and gives
 * @param provenance from what and how it was made
 * @param forecaster forecasts
 * @param arrays its numbers by name, for its file
 */
public record FittedModel(
    ModelKind kind,
    ModelShape shape,
    Provenance provenance,
    Forecaster forecaster,
    Map<String, NpyArray> arrays)
    implements TrainedModel {
  @Override
  public void close() {
    // nothing to free
  }
}
