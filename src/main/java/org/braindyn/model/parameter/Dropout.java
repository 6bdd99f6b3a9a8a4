package org.braindyn.model.parameter;

import org.braindyn.data.Seed;
import org.braindyn.kernel.Vec;

/**
 * Inverted dropout (Srivastava et al. 2014); the same seed gives the same mask, forwards and back.
 */
public record Dropout(Seed seed, double share) {
  /** Multiplies n values by 0 or 1 / (1 - share). */
  public void apply(String where, Vec values, int at, int n) {
    Seed.Stream stream = seed.stream(where);
    for (int i = at; i < at + n; i++) {
      values.set(i, stream.uniform() < share ? 0 : values.get(i) / (1 - share));
    }
  }
}
