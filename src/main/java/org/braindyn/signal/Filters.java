package org.braindyn.signal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.braindyn.data.BadInput;

/**
 * Butterworth filters (bilinear transform with prewarping) and notches, for EEG and fMRI alike; the
 * gain at a corner frequency is 1 / sqrt(2) per pass.
 */
public final class Filters {
  private Filters() {}

  /**
   * Passes frequencies between two corners.
   *
   * @param order of the prototype, 1 to 8; the filter has twice as many poles
   * @param low lower corner in Hz
   * @param high upper corner in Hz
   * @param rate samples per second
   */
  public static SosFilter bandPass(int order, double low, double high, double rate) {
    check(order, rate, low, high);
    if (!(low < high)) {
      throw new BadInput("The band " + low + " to " + high + " Hz is empty or reversed.");
    }
    double w1 = Math.tan(Math.PI * low / rate);
    double w2 = Math.tan(Math.PI * high / rate);
    List<Complex> poles = new ArrayList<>();
    for (Complex p : prototype(order)) {
      Complex half = p.multiply((w2 - w1) / 2);
      Complex root = half.multiply(half).subtract(w1 * w2).sqrt();
      poles.add(half.add(root));
      poles.add(half.subtract(root));
    }
    double centre = rate / Math.PI * Math.atan(Math.sqrt(w1 * w2));
    return sections(poles, new double[] {1, 0, -1}, centre, low, rate);
  }

  /** Passes frequencies above a corner. */
  public static SosFilter highPass(int order, double corner, double rate) {
    check(order, rate, corner);
    double w = Math.tan(Math.PI * corner / rate);
    List<Complex> poles = prototype(order).stream().map(p -> new Complex(w).divide(p)).toList();
    return sections(poles, new double[] {1, -1}, rate / 2, corner, rate);
  }

  /** Passes frequencies below a corner. */
  public static SosFilter lowPass(int order, double corner, double rate) {
    check(order, rate, corner);
    double w = Math.tan(Math.PI * corner / rate);
    List<Complex> poles = prototype(order).stream().map(p -> p.multiply(w)).toList();
    return sections(poles, new double[] {1, 1}, 0, corner, rate);
  }

  /**
   * Removes one frequency, e.g. 50 or 60 Hz of the mains.
   *
   * @param quality frequency / width of the notch, 30 is usual
   */
  public static SosFilter notch(double frequency, double quality, double rate) {
    check(1, rate, frequency);
    if (!(quality > 0.5)) {
      throw new BadInput("The notch's quality is " + quality + "; give 1 or more (30 is usual).");
    }
    double w = 2 * Math.PI * frequency / rate;
    double gain = 1 / (1 + Math.tan(w / quality / 2));
    double c = -2 * Math.cos(w);
    double[] section = {gain, gain * c, gain, gain * c, 2 * gain - 1};
    return new SosFilter(new double[][] {section}, (int) (2 * quality * rate / frequency));
  }

  /** Poles of the analogue low-pass with corner 1. */
  private static List<Complex> prototype(int order) {
    List<Complex> poles = new ArrayList<>();
    for (int k = 0; k < order; k++) {
      double angle = Math.PI * (2 * k + 1 + order) / (2 * order);
      poles.add(new Complex(Math.cos(angle), Math.sin(angle)));
    }
    return poles;
  }

  /**
   * @param zeros numerator shared out: of every section (3 entries) or of every pole (2 entries)
   * @param unit frequency at which the gain is 1
   */
  private static SosFilter sections(
      List<Complex> analogue, double[] zeros, double unit, double slowest, double rate) {
    List<double[]> found = new ArrayList<>();
    List<Double> real = new ArrayList<>();
    for (Complex p : analogue) {
      Complex z = Complex.ONE.add(p).divide(Complex.ONE.subtract(p));
      if (Math.abs(z.getImaginary()) < 1e-12) {
        real.add(z.getReal());
      } else if (z.getImaginary() > 0) {
        double[] b = zeros.length == 3 ? zeros : new double[] {1, 2 * zeros[1], 1};
        double size = z.getReal() * z.getReal() + z.getImaginary() * z.getImaginary();
        found.add(new double[] {b[0], b[1], b[2], -2 * z.getReal(), size});
      }
    }
    for (int k = 0; k < real.size(); k += zeros.length - 1) {
      if (zeros.length == 3) {
        double sum = real.get(k) + real.get(k + 1);
        found.add(new double[] {1, 0, -1, -sum, real.get(k) * real.get(k + 1)});
      } else {
        found.add(new double[] {1, zeros[1], 0, -real.get(k), 0});
      }
    }
    // Spreading the gain over the sections keeps intermediate values near the signal's size.
    for (double[] s : found) {
      double gain = new SosFilter(new double[][] {s}, 0).gain(unit, rate);
      for (int i = 0; i < 3; i++) {
        s[i] /= gain;
      }
    }
    return new SosFilter(found.toArray(double[][]::new), (int) Math.ceil(2 * rate / slowest));
  }

  private static void check(int order, double rate, double... corners) {
    if (order < 1 || order > 8) {
      throw new BadInput("The filter's order is " + order + "; 1 to 8 are possible.");
    }
    for (double corner : corners) {
      if (!(corner > 0) || !(corner < rate / 2)) {
        throw new BadInput(
            "A corner of "
                + corner
                + " Hz is not possible at "
                + rate
                + " samples per second; it must lie between 0 and "
                + rate / 2
                + " Hz.");
      }
    }
  }
}
