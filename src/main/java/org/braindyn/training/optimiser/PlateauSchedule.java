package org.braindyn.training.optimiser;

/**
 * Lowers the learning rate when the validation loss stops falling, as PyTorch's {@code
 * ReduceLROnPlateau} with relative threshold 1e-4.
 */
public final class PlateauSchedule {
  private static final double THRESHOLD = 1e-4;

  private final double factor;
  private final int patience;
  private final double floor;
  private double best = Double.POSITIVE_INFINITY;
  private int bad;

  /**
   * @param factor what the rate is multiplied by, 0.5 in the reference
   * @param patience epochs without improvement that are let pass
   * @param floor lowest rate, 1e-6 in the reference
   */
  public PlateauSchedule(double factor, int patience, double floor) {
    this.factor = factor;
    this.patience = patience;
    this.floor = floor;
  }

  /** The rate after an epoch with this validation loss. */
  public double next(double loss, double rate) {
    if (loss < best * (1 - THRESHOLD)) {
      best = loss;
      bad = 0;
      return rate;
    }
    if (++bad <= patience) {
      return rate;
    }
    bad = 0;
    double lower = Math.max(rate * factor, floor);
    return rate - lower > 1e-8 ? lower : rate;
  }
}
