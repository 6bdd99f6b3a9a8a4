package org.braindyn.forecast;

import java.util.List;

/**
 * A model that is ready to forecast. Close it to free its memory.
 *
 * @param forecaster used by one thread at a time
 * @param owned what is closed with it
 */
public record OpenModel(Forecaster forecaster, List<? extends AutoCloseable> owned)
    implements AutoCloseable {
  /** A forecaster that needs no closing. */
  public static OpenModel of(Forecaster forecaster) {
    return new OpenModel(forecaster, List.of());
  }

  @Override
  public void close() {
    for (AutoCloseable part : owned) {
      try {
        part.close();
      } catch (Exception e) {
        throw new IllegalStateException(e); // models throw nothing when closed
      }
    }
  }
}
