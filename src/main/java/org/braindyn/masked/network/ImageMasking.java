package org.braindyn.masked.network;

import java.util.stream.IntStream;

/** The released masks of the image family that hide the end of the recording. */
public final class ImageMasking {
  private final ImageSettings settings;
  private final int samples;

  /**
   * @param settings of the network
   * @param samples samples of the recording
   */
  public ImageMasking(ImageSettings settings, int samples) {
    this.settings = settings;
    this.samples = samples;
  }

  private int[] without(int first, int end) {
    int grid = settings.grid();
    return IntStream.range(0, grid * grid)
        .filter(t -> t % grid < first || t % grid >= end)
        .toArray();
  }

  private int before() {
    return (settings.side() - samples) / 2;
  }

  /**
   * "predict_last": hides every column of patches from the one with the first sample of the last
   * {@code int(ratio T)} to the last that holds data.
   */
  public int[] last(double ratio) {
    int start = before() + samples - (int) (ratio * samples);
    int end = before() + samples - 1;
    return without(start / settings.patch(), end / settings.patch() + 1);
  }

  /**
   * "predict_last_pixel": hides the columns of patches that hold nothing but the last {@code
   * int(ratio T)} samples (and padding); the other samples of them are blank ({@link #blank}).
   */
  public int[] lastPixels(double ratio) {
    int p = settings.patch();
    int start = before() + samples - (int) (ratio * samples);
    return without((start + p - 1) / p, (before() + samples - 1) / p + 1);
  }

  /** Samples at the end that are blank in the input and scored. */
  public int blank(double ratio) {
    return (int) (ratio * samples);
  }
}
