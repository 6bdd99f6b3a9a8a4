package org.braindyn.figure.draw;

/**
 * A small picture of pixels.
 *
 * @param width pixels of a row
 * @param height rows
 * @param argb colours 0xAARRGGBB, row by row
 */
public record Pixels(int width, int height, int[] argb) {
  /** Checks the sizes. */
  public Pixels {
    if (width < 1 || height < 1 || argb.length != width * height) {
      throw new IllegalArgumentException(width + " x " + height + " is not " + argb.length);
    }
  }

  /** An empty picture, seen through. */
  public static Pixels clear(int width, int height) {
    return new Pixels(width, height, new int[width * height]);
  }

  /** Sets a pixel to an opaque colour 0xRRGGBB. */
  public void set(int x, int y, int rgb) {
    argb[y * width + x] = 0xff000000 | rgb;
  }
}
