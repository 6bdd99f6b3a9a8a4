package org.braindyn.kind.masked;

/** Straight lines between the frames of a recording and samples at another interval. */
final class TimeGrid {
  private static final double NEAR = 1e-9;

  private final int frames;
  private final int samples;
  private final double step; // frames from one sample to the next

  /**
   * @param frames frames of the recording
   * @param from interval of the recording in s
   * @param to interval of the samples in s
   */
  TimeGrid(int frames, double from, double to) {
    this.frames = frames;
    step = to / from;
    samples = (int) Math.floor((frames - 1) / step + NEAR) + 1;
  }

  /** Values [region][frame] at the times of the samples. */
  double[][] there(double[][] values) {
    double[][] result = new double[values.length][samples];
    for (int n = 0; n < values.length; n++) {
      for (int j = 0; j < samples; j++) {
        result[n][j] = at(values[n], j * step);
      }
    }
    return result;
  }

  /** True where all that a sample is made of is known. */
  boolean[][] known(boolean[][] seen) {
    boolean[][] result = new boolean[seen.length][samples];
    for (int n = 0; n < seen.length; n++) {
      for (int j = 0; j < samples; j++) {
        int below = Math.min(frames - 1, (int) Math.floor(j * step + NEAR));
        boolean between = j * step - below > NEAR && below + 1 < frames;
        result[n][j] = seen[n][below] && (!between || seen[n][below + 1]);
      }
    }
    return result;
  }

  /** What was added at the samples, added to the frames that are not seen. */
  double[][] addedBack(double[][] refined, double[][] moved, double[][] linear, boolean[][] seen) {
    double[][] result = new double[linear.length][];
    for (int n = 0; n < linear.length; n++) {
      result[n] = linear[n].clone();
      double[] added = new double[samples];
      for (int j = 0; j < samples; j++) {
        added[j] = refined[n][j] - moved[n][j];
      }
      for (int t = 0; t < frames; t++) {
        result[n][t] += seen[n][t] ? 0 : at(added, t / step);
      }
    }
    return result;
  }

  private static double at(double[] values, double position) {
    int below = Math.min(values.length - 1, (int) Math.floor(position + NEAR));
    double share = Math.max(0, position - below);
    return share < NEAR || below + 1 >= values.length
        ? values[below]
        : (1 - share) * values[below] + share * values[below + 1];
  }
}
