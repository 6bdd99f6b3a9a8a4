package org.braindyn.figure.plot;

import java.util.List;
import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.colour.Palette;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Pixels;
import org.braindyn.figure.draw.Words;

/** A matrix of links: row = source, column = target. */
public final class MatrixFigure {
  private static final double NAMES = 120;
  private static final double TOP = 40;
  private static final double SIDE = 460;

  private MatrixFigure() {}

  /**
   * The figure; the diagonal is light grey, NaN dark grey, what is not significant light grey.
   *
   * @param matrix [source][target]
   * @param shown which links are significant, [source][target]; null for all
   * @param names of the regions
   * @param title first line
   * @param unit what the values are, with unit
   */
  public static Drawing of(
      double[][] matrix, boolean[][] shown, List<String> names, String title, String unit) {
    int n = matrix.length;
    double cell = SIDE / n;
    Drawing out =
        new Drawing(NAMES + SIDE + ColourBar.WIDTH + 10, TOP + SIDE + NAMES, "Matrix: " + title);
    ColourScale scale = ColourScale.ofLinks(matrix, unit);
    Pixels pixels = Pixels.clear(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean grey = i == j || shown != null && !shown[i][j];
        pixels.set(j, i, grey ? Palette.NOT_SIGNIFICANT : scale.rgb(matrix[i][j]));
      }
    }
    out.words(Words.at(NAMES, 18, 14, title).strong());
    String how = "row = source, column = target" + (shown == null ? "" : "; grey: q > 0.05");
    out.words(Words.at(NAMES, 33, 11, how));
    out.tiles(NAMES, TOP, SIDE, SIDE, pixels);
    int every = (int) Math.ceil(10 / cell);
    double size = Math.min(10, Math.max(6, cell * every));
    for (int i = 0; i < n; i++) {
      String name = names.get(i);
      out.box(0, TOP + i * cell, NAMES + SIDE, cell, Ink.UNSEEN, name);
      if (i % every == 0) {
        double middle = (i + 0.5) * cell;
        String brief = Words.shorten(name, 19);
        out.words(Words.at(NAMES - 5, TOP + middle + size / 3, size, brief).end());
        Words below = Words.at(NAMES + middle + size / 3, TOP + SIDE + 5, size, brief);
        out.words(below.end().turned(-90));
      }
    }
    out.inset(NAMES + SIDE + 8, TOP, ColourBar.of(scale, 220));
    return out;
  }
}
