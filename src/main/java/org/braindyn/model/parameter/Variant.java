package org.braindyn.model.parameter;

/** What the differential equation sees of the graph. */
public enum Variant {
  /** The authors' released model: the message is computed once per chunk and held constant. */
  RELEASED,
  /** The stalks are part of the state and the message follows them at every stage. */
  CONTINUOUS
}
