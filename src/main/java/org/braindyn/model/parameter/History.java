package org.braindyn.model.parameter;

/** How a region's context becomes its stalk. */
public enum History {
  /** An LSTM over the context, shared by all regions. */
  LSTM,
  /** {@code tanh(W x_last + c)}: the last sample only (ablation). */
  LAST_VALUE
}
