package org.braindyn.data;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * The only source of randomness. Each use takes its own named stream, so that adding a use changes
 * no other; the same seed and name give the same numbers on every machine.
 */
public final class Seed {
  private final long value;

  private Seed(long value) {
    this.value = value;
  }

  /** The seed that users type. */
  public static Seed of(long value) {
    return new Seed(value);
  }

  /** The number itself, for recipes. */
  public long value() {
    return value;
  }

  /** The stream of numbers for one use, e.g. "initialisation". */
  public Stream stream(String use) {
    CRC32 crc = new CRC32();
    crc.update(use.getBytes(StandardCharsets.UTF_8));
    return new Stream(new SplittableRandom(mixed(mixed(value) + crc.getValue())));
  }

  /**
   * Scatters the bits (Stafford's variant 13), since SplittableRandom walks through its state by
   * equal steps: starts that lie a few such steps apart would give one series, shifted.
   */
  private static long mixed(long z) {
    long once = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }

  /** Another seed derived from this one, e.g. for run k of a series. */
  public Seed derive(String use, int index) {
    return new Seed(stream(use + "/" + index).random.nextLong());
  }

  /** A stream of random numbers; not safe for use from several threads. */
  public static final class Stream {
    private final SplittableRandom random;
    private double spare = Double.NaN;

    private Stream(SplittableRandom random) {
      this.random = random;
    }

    /** Uniform in [0, 1). */
    public double uniform() {
      return random.nextDouble();
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
      return low + (high - low) * random.nextDouble();
    }

    /** Uniform integer in [0, bound). */
    public int integer(int bound) {
      return random.nextInt(bound);
    }

    /** Standard normal (Marsaglia's polar method, the same on every Java version). */
    public double gaussian() {
      if (!Double.isNaN(spare)) {
        double kept = spare;
        spare = Double.NaN;
        return kept;
      }
      double u;
      double v;
      double s;
      do {
        u = 2 * random.nextDouble() - 1;
        v = 2 * random.nextDouble() - 1;
        s = u * u + v * v;
      } while (s >= 1 || s == 0);
      double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      spare = v * scale;
      return u * scale;
    }

    /** A random order of 0..n-1 (Fisher-Yates). */
    public int[] permutation(int n) {
      int[] order = new int[n];
      for (int i = 0; i < n; i++) {
        order[i] = i;
      }
      for (int i = n - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      return order;
    }
  }
}
