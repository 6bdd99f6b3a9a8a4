package org.braindyn.training.score;

import java.io.Serializable;

/** Running sums behind MSE, MAE, R2 and the Pearson correlation of forecast and truth. */
public final class ErrorSums implements Serializable {
  private long count;
  private double squares;
  private double absolute;
  private double f;
  private double y;
  private double ff;
  private double yy;
  private double fy;

  /** Adds one value. */
  public void add(double forecast, double truth) {
    double error = forecast - truth;
    count++;
    squares += error * error;
    absolute += Math.abs(error);
    f += forecast;
    y += truth;
    ff += forecast * forecast;
    yy += truth * truth;
    fy += forecast * truth;
  }

  /** Adds another sum to this one. */
  public void add(ErrorSums other) {
    count += other.count;
    squares += other.squares;
    absolute += other.absolute;
    f += other.f;
    y += other.y;
    ff += other.ff;
    yy += other.yy;
    fy += other.fy;
  }

  /** Values added. */
  public long count() {
    return count;
  }

  /** Mean squared error. */
  public double mse() {
    return squares / count;
  }

  /** Mean absolute error. */
  public double mae() {
    return absolute / count;
  }

  /** Share of the truth's variance explained: 1 - squared error / squared deviation. */
  public double r2() {
    return 1 - squares / (yy - y * y / count);
  }

  /** Pearson correlation over all values; NaN for a constant forecast. */
  public double pcc() {
    double vf = ff - f * f / count;
    double vy = yy - y * y / count;
    return vf <= 1e-12 * count || vy <= 0 ? Double.NaN : (fy - f * y / count) / Math.sqrt(vf * vy);
  }
}
