package org.braindyn.figure.plot;

import java.util.Locale;
import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Pixels;
import org.braindyn.figure.draw.Words;

/** A colour scale, upright, with its ends, its middle and its unit. */
public final class ColourBar {
  /** Room that a bar takes, in points. */
  public static final double WIDTH = 78;

  private static final int STEPS = 128;
  private static final double BAR = 14;

  private ColourBar() {}

  /**
   * The bar.
   *
   * @param height in points
   */
  public static Drawing of(ColourScale scale, double height) {
    Drawing bar = new Drawing(WIDTH, height, scale.unit());
    Pixels colours = Pixels.clear(1, STEPS);
    for (int i = 0; i < STEPS; i++) {
      colours.set(0, i, scale.palette().at(1 - (double) i / (STEPS - 1)));
    }
    double top = 6;
    double length = height - 2 * top;
    bar.tiles(20, top, BAR, length, colours);
    bar.box(20, top, BAR, length, Ink.line(0x606060, 0.6), "");
    for (int k = 0; k <= 2; k++) {
      double y = top + length * k / 2;
      double value = scale.high() - (scale.high() - scale.low()) * k / 2;
      bar.line(20 + BAR, y, 24 + BAR, y, Ink.line(0x606060, 0.8));
      bar.words(Words.at(27 + BAR, y + 4, 11, number(value)));
    }
    bar.words(Words.at(13, height / 2, 11, scale.unit()).middle().turned(-90));
    return bar;
  }

  /** A number with two digits that count, e.g. "-0.35". */
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    String text =
        size >= 1e4 || size < 1e-3
            ? String.format(Locale.ROOT, "%.1e", value)
            : String.format(Locale.ROOT, "%." + Math.max(0, 1 - exponent(size)) + "f", value);
    return text.replace('-', '\u2212');
  }

  private static int exponent(double size) {
    return (int) Math.floor(Math.log10(size));
  }
}
