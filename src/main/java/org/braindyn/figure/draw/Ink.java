package org.braindyn.figure.draw;

/**
 * How a mark is filled and outlined.
 *
 * @param fill colour 0xRRGGBB, or {@link #NONE}
 * @param line colour of the outline, or {@link #NONE}
 * @param width of the outline in points
 * @param opacity 0 (unseen) to 1
 */
public record Ink(int fill, int line, double width, double opacity) {
  /** No colour. */
  public static final int NONE = -1;

  /** Nothing is seen; the mark can still be pointed at. */
  public static final Ink UNSEEN = new Ink(NONE, NONE, 0, 1);

  /** A filled area. */
  public static Ink fill(int colour) {
    return new Ink(colour, NONE, 0, 1);
  }

  /** A line. */
  public static Ink line(int colour, double width) {
    return new Ink(NONE, colour, width, 1);
  }

  /** The same, seen through. */
  public Ink seenThrough(double share) {
    return new Ink(fill, line, width, share);
  }
}
