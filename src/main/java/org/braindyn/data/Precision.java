package org.braindyn.data;

/** Width of the numbers a model computes with. */
public enum Precision {
  /** 32 bits: fast, for training and forecasting. */
  FLOAT,
  /** 64 bits: for checks and where rounding matters. */
  DOUBLE
}
