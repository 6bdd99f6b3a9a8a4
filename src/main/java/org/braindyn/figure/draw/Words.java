package org.braindyn.figure.draw;

/**
 * A line of text.
 *
 * @param text the words
 * @param x of its anchor in points
 * @param y of its base line in points
 * @param size height of the letters in points
 * @param colour 0xRRGGBB
 * @param anchor which end of the text stands at x
 * @param turn degrees clockwise around the anchor
 * @param bold true for headings
 */
public record Words(
    String text,
    double x,
    double y,
    double size,
    int colour,
    Anchor anchor,
    double turn,
    boolean bold) {
  /** Which end of a text stands at its place. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** Width of a letter of usual sans-serif types as a share of its height, on the safe side. */
  private static final double LETTER = 0.6;

  private static final int BLACK = 0x1a1a1a;

  /** Dark text that begins at x. */
  public static Words at(double x, double y, double size, String text) {
    return new Words(text, x, y, size, BLACK, Anchor.START, 0, false);
  }

  /** The same with its middle at x. */
  public Words middle() {
    return new Words(text, x, y, size, colour, Anchor.MIDDLE, turn, bold);
  }

  /** The same with its end at x. */
  public Words end() {
    return new Words(text, x, y, size, colour, Anchor.END, turn, bold);
  }

  /** The same in bold type. */
  public Words strong() {
    return new Words(text, x, y, size, colour, anchor, turn, true);
  }

  /** The same in a colour, 0xRRGGBB. */
  public Words in(int rgb) {
    return new Words(text, x, y, size, rgb, anchor, turn, bold);
  }

  /** The same turned clockwise around its anchor. */
  public Words turned(double degrees) {
    return new Words(text, x, y, size, colour, anchor, degrees, bold);
  }

  /** Room that a text may take at most, in points. */
  public static double room(String text, double size) {
    return LETTER * size * text.length();
  }

  /** A name that takes at most so many letters, its middle left out. */
  public static String shorten(String name, int letters) {
    if (name.length() <= letters) {
      return name;
    }
    int head = (letters - 1) * 2 / 3;
    return name.substring(0, head) + "\u2026" + name.substring(name.length() - letters + 1 + head);
  }
}
