package org.braindyn.kernel.attention;

import org.braindyn.kernel.Vec;

/** One kernel slid along runs that carry zeros at their ends. */
public interface ShiftOps {
  /** {@code out[i] = sum over j of w[at + j] x[i + j]} for i below n. */
  void convolve(Vec x, Vec w, int at, int taps, Vec out, int n);

  /** The same with the kernel turned round: {@code w[at + taps - 1 - j]}. */
  void convolveReversed(Vec x, Vec w, int at, int taps, Vec out, int n);

  /** {@code w[at + j] += sum over i of grad[i] x[i + j]} for i below n. */
  void correlate(Vec x, Vec grad, int n, Vec w, int at, int taps);
}
