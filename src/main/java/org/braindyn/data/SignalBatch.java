package org.braindyn.data;

import java.util.Arrays;

/**
 * Windows of region signals, as the forecasters see them.
 *
 * <p>{@code values} has shape [window, region, step, signal], last index fastest. {@code signals}
 * is the number of signals per region (F in the paper), nearly always 1.
 */
public final class SignalBatch {
  private final int windows;
  private final int regions;
  private final int steps;
  private final int signals;
  private final double[] values;

  /** Wraps an array of shape [window, region, step, signal] without copying. */
  public SignalBatch(int windows, int regions, int steps, int signals, double[] values) {
    if (values.length != (long) windows * regions * steps * signals) {
      throw new IllegalArgumentException(
          String.format(
              "%d values for [%d, %d, %d, %d]", values.length, windows, regions, steps, signals));
    }
    this.windows = windows;
    this.regions = regions;
    this.steps = steps;
    this.signals = signals;
    this.values = values;
  }

  /** A batch of zeros with one signal per region. */
  public SignalBatch(int windows, int regions, int steps) {
    this(windows, regions, steps, 1, new double[Math.multiplyExact(windows * regions, steps)]);
  }

  /** Number of windows (B). */
  public int windows() {
    return windows;
  }

  /** Number of regions (N). */
  public int regions() {
    return regions;
  }

  /** Number of time steps (T or P). */
  public int steps() {
    return steps;
  }

  /** Signals per region (F). */
  public int signals() {
    return signals;
  }

  /** The array itself, [window, region, step, signal]; writing to it writes to the batch. */
  public double[] values() {
    return values;
  }

  /** Position of (window, region, step, signal 0) in {@link #values()}. */
  public int index(int window, int region, int step) {
    return ((window * regions + region) * steps + step) * signals;
  }

  /** Value of the first signal. */
  public double get(int window, int region, int step) {
    return values[index(window, region, step)];
  }

  /** Sets the first signal. */
  public void set(int window, int region, int step, double value) {
    values[index(window, region, step)] = value;
  }

  /** A copy that shares nothing. */
  public SignalBatch copy() {
    return new SignalBatch(windows, regions, steps, signals, values.clone());
  }

  /** Windows {@code from} (inclusive) to {@code to} (exclusive), copied. */
  public SignalBatch slice(int from, int to) {
    int size = regions * steps * signals;
    return new SignalBatch(
        to - from, regions, steps, signals, Arrays.copyOfRange(values, from * size, to * size));
  }
}
