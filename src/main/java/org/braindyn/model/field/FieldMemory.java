package org.braindyn.model.field;

/** When activations are kept for the way back and when they are computed again. */
final class FieldMemory {
  /** Most bytes of kept activations per worker. */
  static final long MOST_KEPT = 64L << 20;

  private FieldMemory() {}
}
