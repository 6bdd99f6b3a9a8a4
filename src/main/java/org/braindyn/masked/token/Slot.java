package org.braindyn.masked.token;

/** Scratch memories of a worker. */
public enum Slot {
  /** Weights, or keys. */
  WEIGHTS,
  /** Further weights, or values. */
  MORE_WEIGHTS,
  /** Rows that go in. */
  INPUT,
  /** Rows that come out. */
  OUTPUT,
  /** Rows between two products, or scores. */
  MIDDLE,
  /** Their gradient. */
  MIDDLE_GRADIENT,
  /** Gradient of weights, or of keys. */
  GRADIENT,
  /** Gradient of further weights, or of values. */
  MORE_GRADIENT,
  /** Gradient of a window's parameters. */
  WINDOW,
  /** Small things. */
  SMALL
}
