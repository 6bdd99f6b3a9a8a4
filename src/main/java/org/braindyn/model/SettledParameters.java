package org.braindyn.model;

import org.braindyn.model.parameter.Parameters;

/**
 * A model's share in its parameters' memory: outside the heap from its first computation until it
 * is closed. Afterwards they can be read, written and computed with as before.
 */
final class SettledParameters implements AutoCloseable {
  private final Parameters parameters;
  private boolean settled;

  SettledParameters(Parameters parameters) {
    this.parameters = parameters;
  }

  /** The parameters, where engines load them from. */
  Parameters get() {
    if (!settled) {
      parameters.store().settle();
      settled = true;
    }
    return parameters;
  }

  @Override
  public void close() {
    if (settled) {
      settled = false;
      parameters.store().release();
    }
  }
}
