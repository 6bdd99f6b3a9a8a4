package org.braindyn.fiji.images;

import ij.process.LUT;

/** Look-up tables of our own. */
public final class Colours {
  private static final int[][] STOPS = {
    {5, 48, 97}, {67, 147, 195}, {247, 247, 247}, {214, 96, 77}, {103, 0, 31}
  };

  private static final int[][] RISING = {
    {0, 0, 0}, {70, 10, 90}, {190, 40, 60}, {250, 150, 30}, {255, 250, 200}
  };

  private Colours() {}

  /** Black (lowest) over violet, red and orange to light yellow (highest). */
  public static LUT rising() {
    return lut(RISING);
  }

  /** Blue (negative), white (zero), red (positive); use it with a symmetric display range. */
  public static LUT diverging() {
    return lut(STOPS);
  }

  /** The same, its lowest entry dark grey for what has no value. */
  static LUT divergingWithGaps() {
    byte[][] rgb = new byte[3][256];
    diverging().getReds(rgb[0]);
    diverging().getGreens(rgb[1]);
    diverging().getBlues(rgb[2]);
    for (byte[] colour : rgb) {
      colour[0] = 64;
    }
    return new LUT(rgb[0], rgb[1], rgb[2]);
  }

  private static LUT lut(int[][] stops) {
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int i = 0; i < 256; i++) {
      int[] rgb = between(stops, i / 255.0);
      red[i] = (byte) rgb[0];
      green[i] = (byte) rgb[1];
      blue[i] = (byte) rgb[2];
    }
    return new LUT(red, green, blue);
  }

  /**
   * Colour of the diverging scale.
   *
   * @param position 0 (most negative) to 1 (most positive)
   * @return red, green, blue, 0 to 255
   */
  public static int[] divergingRgb(double position) {
    return between(STOPS, position);
  }

  private static int[] between(int[][] stops, double position) {
    double at = Math.min(1, Math.max(0, position)) * (stops.length - 1);
    int stop = Math.min(stops.length - 2, (int) at);
    double part = at - stop;
    int[] rgb = new int[3];
    for (int c = 0; c < 3; c++) {
      rgb[c] = (int) Math.round(stops[stop][c] * (1 - part) + stops[stop + 1][c] * part);
    }
    return rgb;
  }
}
