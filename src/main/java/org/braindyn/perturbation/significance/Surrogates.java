package org.braindyn.perturbation.significance;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;

/** Recordings without coupling: every region keeps its own rhythm and loses the others'. */
public enum Surrogates {
  /** Every region is rotated in time by its own random amount; its values all stay. */
  CIRCULAR_SHIFT {
    @Override
    double[] row(double[] signal, Seed.Stream random) {
      int n = signal.length;
      int shift = n / 10 + random.integer(Math.max(1, n - 2 * (n / 10)));
      double[] shifted = new double[n];
      System.arraycopy(signal, 0, shifted, shift, n - shift);
      System.arraycopy(signal, n - shift, shifted, 0, shift);
      return shifted;
    }
  },
  /**
   * Every region keeps its power spectrum and gets random phases of its own (Theiler et al. 1992,
   * Physica D 58:77).
   */
  PHASE_RANDOMISED {
    @Override
    double[] row(double[] signal, Seed.Stream random) {
      return randomPhases(signal, random);
    }
  };

  private static final int SHORTEST = 20;

  abstract double[] row(double[] signal, Seed.Stream random);

  /**
   * A surrogate of a recording; each row is treated by itself.
   *
   * @throws BadInput if the recording is too short or has values that are not finite
   */
  public RegionSignals of(RegionSignals signals, Seed seed) {
    if (signals.frames() < SHORTEST) {
      throw new BadInput(
          signals.source()
              + " has "
              + signals.frames()
              + " frames; surrogates need "
              + SHORTEST
              + " or more.");
    }
    Seed.Stream random = seed.stream("surrogate");
    double[][] values = new double[signals.size()][];
    for (int r = 0; r < values.length; r++) {
      for (double v : signals.values()[r]) {
        if (!Double.isFinite(v)) {
          throw new BadInput(
              signals.source()
                  + ": region "
                  + signals.regions().get(r).name()
                  + " has values that are not finite. Clean the signals first.");
        }
      }
      values[r] = row(signals.values()[r], random);
    }
    return signals.withValues(values);
  }

  /**
   * Phases are drawn for a stretch whose length is a power of two at least as long as the signal;
   * the signal is mirrored to fill it, so that its ends meet without a step.
   */
  private static double[] randomPhases(double[] signal, Seed.Stream random) {
    int n = signal.length;
    int size = Integer.highestOneBit(Math.max(2, n - 1)) << 1;
    double mean = java.util.Arrays.stream(signal).average().orElse(0);
    double[] filled = new double[size];
    for (int t = 0; t < size; t++) {
      int k = t % (2 * n);
      filled[t] = signal[k < n ? k : 2 * n - 1 - k] - mean;
    }
    FastFourierTransformer fft = new FastFourierTransformer(DftNormalization.STANDARD);
    Complex[] f = fft.transform(filled, TransformType.FORWARD);
    for (int k = 1; k < size / 2; k++) {
      double phase = random.uniform(0, 2 * Math.PI);
      f[k] = new Complex(f[k].abs() * Math.cos(phase), f[k].abs() * Math.sin(phase));
      f[size - k] = f[k].conjugate();
    }
    Complex[] back = fft.transform(f, TransformType.INVERSE);
    double[] result = new double[n];
    double square = 0;
    double wanted = 0;
    for (int t = 0; t < n; t++) {
      result[t] = back[t].getReal();
      square += result[t] * result[t];
      wanted += (signal[t] - mean) * (signal[t] - mean);
    }
    double gain = square > 0 ? Math.sqrt(wanted / square) : 1;
    for (int t = 0; t < n; t++) {
      result[t] = mean + gain * result[t];
    }
    return result;
  }
}
