package org.braindyn.figure.brain;

import java.util.List;
import org.braindyn.data.Regions;
import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.colour.Palette;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Words;
import org.braindyn.figure.plot.ColourBar;

/**
 * The strongest links as curves within a circle of regions; the left hemisphere is on the left,
 * front to back downwards, where names or places tell it.
 */
public final class ConnectomeCircle {
  private static final double RADIUS = 190;
  private static final double NAMES = 118;
  private static final double TOP = 40;
  private static final int ALL_NAMED = 130;

  private ConnectomeCircle() {}

  /**
   * The figure. Regions whose values are all NaN are hollow; links that are not significant are
   * grey and lie below the others.
   *
   * @param links of these regions
   * @param strongest how many links are drawn
   * @param title first line
   */
  public static Drawing of(Regions regions, Links links, int strongest, String title) {
    int n = regions.size();
    double middle = NAMES + RADIUS;
    Drawing out =
        new Drawing(2 * middle + ColourBar.WIDTH + 6, TOP + 2 * middle, "Circle: " + title);
    out.words(Words.at(10, 20, 14, title).strong());
    List<Links.Link> drawn = links.strongest(strongest);
    boolean arrows = !links.symmetric();
    out.words(Words.at(10, 36, 11, subtitle(drawn.size(), arrows, links.shown() != null)));
    double[] angle = CircleOrder.angles(regions);
    ColourScale scale = links.scale();
    for (Links.Link link : drawn) {
      double[] from = point(angle[link.source()], RADIUS - 7, middle);
      double[] to = point(angle[link.target()], RADIUS - 7, middle);
      double[] inner = control(angle[link.source()], angle[link.target()], middle);
      Arrow.draw(
          out,
          new double[] {from[0], from[1], inner[0], inner[1], to[0], to[1]},
          Links.colour(link, scale),
          Links.thickness(link, scale),
          arrows);
    }
    double[] strength = Links.strengths(drawn, n);
    double size = Math.max(6, Math.min(11, 2 * Math.PI * RADIUS / n * 0.85));
    for (int r = 0; r < n; r++) {
      boolean lost = lost(links.matrix(), r);
      double[] at = point(angle[r], RADIUS, middle);
      double radius = Math.max(2, Math.min(5, Math.PI * RADIUS / n * 0.8));
      Ink ink =
          lost
              ? new Ink(0xffffff, Palette.NO_VALUE, 1.2, 1)
              : Ink.fill(strength[r] > 0 ? 0x2b2b2b : Palette.NOT_SIGNIFICANT);
      out.disc(at[0], at[1], radius, ink, regions.get(r).name());
      if (n <= ALL_NAMED || strength[r] > 0) {
        name(out, regions.get(r).name(), angle[r], middle, size, lost || strength[r] == 0);
      }
    }
    out.inset(2 * middle + 2, TOP + 40, ColourBar.of(scale, 200));
    return out;
  }

  private static String subtitle(int drawn, boolean arrows, boolean tested) {
    return "the "
        + drawn
        + " strongest links"
        + (arrows ? ", arrow = from source to target" : "")
        + (tested ? "; grey: q > 0.05" : "");
  }

  private static boolean lost(double[][] matrix, int region) {
    for (int k = 0; k < matrix.length; k++) {
      if (!Double.isNaN(matrix[region][k]) && k != region) {
        return false;
      }
    }
    return matrix.length > 1;
  }

  /** Nearer the middle the farther the ends are from each other. */
  private static double[] control(double a, double b, double middle) {
    double gap = Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));
    double mean = Math.atan2(Math.sin(a) + Math.sin(b), Math.cos(a) + Math.cos(b));
    return point(mean, RADIUS * Math.max(0, 0.85 * (1 - gap / Math.PI)), middle);
  }

  /** Clockwise from the top. */
  private static double[] point(double angle, double radius, double middle) {
    return new double[] {
      middle + radius * Math.sin(angle), TOP + middle - radius * Math.cos(angle)
    };
  }

  private static void name(
      Drawing out, String name, double angle, double middle, double size, boolean pale) {
    double[] at = point(angle, RADIUS + 10, middle);
    boolean right = Math.sin(angle) >= 0;
    double turn = Math.toDegrees(angle) - (right ? 90 : 270);
    String brief = Words.shorten(name, (int) ((NAMES - 14) / (0.55 * size)));
    double lift = size * 0.35;
    double radians = Math.toRadians(turn);
    Words words =
        Words.at(at[0] - lift * Math.sin(radians), at[1] + lift * Math.cos(radians), size, brief)
            .turned(turn)
            .in(pale ? 0x8a8a8a : 0x1a1a1a);
    out.words(right ? words : words.end());
  }
}
