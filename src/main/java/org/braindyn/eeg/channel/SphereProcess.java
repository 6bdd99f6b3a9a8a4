package org.braindyn.eeg.channel;

import org.braindyn.kernel.linalg.Cholesky;
import org.braindyn.kernel.linalg.Matrix;
import org.braindyn.kernel.linalg.NotPositiveDefinite;

/**
 * A Gaussian process on the sphere (Rasmussen and Williams 2006, 2.2 and 5.4.1): the covariance of
 * two electrodes is a kernel of their chord, plus a part common to all (the reference), plus noise
 * of each. Reach, common part and noise are those of a grid under which the covariance of the given
 * channels is likeliest.
 */
public final class SphereProcess {
  private static final double[] REACHES = {0.2, 0.3, 0.45, 0.65, 0.9, 1.3, 1.8, 2.6, 4};
  private static final double[] COMMON = {0, 0.1, 0.3, 1, 3, 10};
  private static final double[] NOISES = {0.003, 0.01, 0.03, 0.1, 0.3};

  /** How covariance falls with distance. */
  public enum Kernel {
    /** exp(-d / reach). */
    EXPONENTIAL {
      @Override
      double of(double d) {
        return Math.exp(-d);
      }
    },
    /** Matern of order 3/2. */
    MATERN {
      @Override
      double of(double d) {
        double s = Math.sqrt(3) * d;
        return (1 + s) * Math.exp(-s);
      }
    },
    /** Matern of order 5/2. */
    SMOOTH {
      @Override
      double of(double d) {
        double s = Math.sqrt(5) * d;
        return (1 + s + s * s / 3) * Math.exp(-s);
      }
    },
    /** exp(-d^2 / 2 reach^2). */
    GAUSSIAN {
      @Override
      double of(double d) {
        return Math.exp(-d * d / 2);
      }
    };

    /** Chosen on recordings that the published test never saw (docs/eeg-cleaning.md). */
    public static final Kernel DEFAULT = SMOOTH;

    abstract double of(double distanceInReaches);
  }

  private final Kernel kernel;
  private final double[][] places;
  private final double[] found; // reach, common, noise
  private final double likelihood;
  private final Cholesky factor;

  private SphereProcess(Kernel kernel, double[][] places, double[] tried, double[][] covariance) {
    this.kernel = kernel;
    this.places = places;
    this.found = tried;
    int n = places.length;
    Matrix prior = new Matrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        prior.set(i, j, between(places[i], places[j]));
      }
    }
    prior.addToDiagonal(tried[2]);
    factor = Cholesky.of(prior);
    Matrix inverse = factor.inverse();
    double trace = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        trace += inverse.get(i, j) * covariance[j][i];
      }
    }
    // Per sample, up to a constant, at the scale that is likeliest: trace / n.
    likelihood = -0.5 * (n * Math.log(trace / n) + factor.logDeterminant());
  }

  /**
   * The likeliest process of a kernel.
   *
   * @param places on the unit sphere, [channel][3]
   * @param covariance of the channels in calm time, [channel][channel]
   */
  public static SphereProcess fitted(Kernel kernel, double[][] places, double[][] covariance) {
    SphereProcess best = null;
    for (double reach : REACHES) {
      for (double common : COMMON) {
        for (double noise : NOISES) {
          try {
            double[] tried = {reach, common, noise};
            SphereProcess one = new SphereProcess(kernel, places, tried, covariance);
            best = best == null || one.likelihood > best.likelihood ? one : best;
          } catch (NotPositiveDefinite e) {
            continue; // too smooth a kernel for electrodes this close
          }
        }
      }
    }
    return best;
  }

  /** Weights of the channels for the expected value at a place, without its own noise. */
  public double[] weights(double[] place) {
    double[] right = new double[places.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = between(places[i], place);
    }
    return factor.solve(right);
  }

  /** Log likelihood per sample, up to a constant of the recording. */
  public double likelihood() {
    return likelihood;
  }

  /** Reach as a chord, common variance and noise variance as shares of the kernel's. */
  public double[] parameters() {
    return found.clone();
  }

  private double between(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return kernel.of(Math.sqrt(sum) / found[0]) + found[1];
  }
}
