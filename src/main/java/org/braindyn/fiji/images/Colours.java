package org.braindyn.fiji.images;

import ij.process.LUT;
import org.braindyn.figure.colour.Palette;

/** Look-up tables of our own: {@link Palette} as ImageJ has them. */
public final class Colours {
  private Colours() {}

  /** Dark blue (lowest) over magenta and orange to light yellow (highest). */
  public static LUT rising() {
    return lut(Palette.SEQUENTIAL);
  }

  /** Blue (negative), white (zero), red (positive); use it with a symmetric display range. */
  public static LUT diverging() {
    return lut(Palette.DIVERGING);
  }

  /** The same, its lowest entry dark grey for what has no value. */
  static LUT divergingWithGaps() {
    byte[][] rgb = new byte[3][256];
    diverging().getReds(rgb[0]);
    diverging().getGreens(rgb[1]);
    diverging().getBlues(rgb[2]);
    for (byte[] colour : rgb) {
      colour[0] = (byte) (Palette.NO_VALUE & 255);
    }
    return new LUT(rgb[0], rgb[1], rgb[2]);
  }

  /**
   * The diverging colours of -limit to limit on a wider range: what lies beyond is the darkest blue
   * or red, and the lowest entry the grey of what has no value.
   *
   * @param from where the range begins, below -limit; it ends at -from
   */
  static LUT divergingWithGaps(double from, double limit) {
    byte[][] rgb = new byte[3][256];
    for (int i = 0; i < 256; i++) {
      double value = from * (1 - 2 * i / 255.0);
      double at = Math.min(1, Math.max(0, (value / limit + 1) / 2));
      int colour = i == 0 ? Palette.NO_VALUE : Palette.DIVERGING.at(at);
      rgb[0][i] = (byte) (colour >> 16);
      rgb[1][i] = (byte) (colour >> 8);
      rgb[2][i] = (byte) colour;
    }
    return new LUT(rgb[0], rgb[1], rgb[2]);
  }

  private static LUT lut(Palette palette) {
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int i = 0; i < 256; i++) {
      int rgb = palette.at(i / 255.0);
      red[i] = (byte) (rgb >> 16);
      green[i] = (byte) (rgb >> 8);
      blue[i] = (byte) rgb;
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
    int rgb = Palette.DIVERGING.at(position);
    return new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
  }
}
