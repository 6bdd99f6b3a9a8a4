package org.braindyn.figure.brain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.Regions;
import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.colour.Palette;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Words;

/**
 * One side of a glass brain.
 *
 * @param regions with places in mm
 * @param content what is drawn
 * @param links weakest first
 * @param size of every dot, 0 to 1
 * @param dots colours of the dots; null for dark grey
 * @param named regions whose names are written
 */
record BrainDots(
    Regions regions,
    GlassBrain.Content content,
    List<Links.Link> links,
    double[] size,
    ColourScale dots,
    boolean[] named) {
  /**
   * Draws it.
   *
   * @param outline [point][across, up] in mm
   * @param frame left and top of the picture in points, points per mm, base line of its marks
   */
  void draw(Drawing out, double[][] outline, View view, double[] frame) {
    double[] corner = {
      Arrays.stream(outline).mapToDouble(p -> p[0]).min().orElse(0),
      Arrays.stream(outline).mapToDouble(p -> p[1]).max().orElse(0)
    };
    double[] xs = new double[outline.length];
    double[] ys = new double[outline.length];
    for (int i = 0; i < outline.length; i++) {
      xs[i] = frame[0] + (outline[i][0] - corner[0]) * frame[2];
      ys[i] = frame[1] + (corner[1] - outline[i][1]) * frame[2];
    }
    out.shape(xs, ys, true, new Ink(0xf3f3f3, 0x8c8c8c, 1.2, 1), "");
    double[][] at = new double[regions.size()][];
    for (int r = 0; r < at.length; r++) {
      double[] mm = regions.get(r).centroid();
      at[r] =
          mm == null
              ? null
              : new double[] {
                frame[0] + (mm[view.across()] - corner[0]) * frame[2],
                frame[1] + (corner[1] - mm[view.up()]) * frame[2]
              };
    }
    links(out, at);
    double right = Arrays.stream(xs).max().orElse(0);
    nodes(out, at, view, (frame[0] + right) / 2);
    out.words(Words.at(frame[0], frame[3], 12, view.leftMark()).strong());
    out.words(Words.at(right, frame[3], 12, view.rightMark()).strong().end());
  }

  private void links(Drawing out, double[][] at) {
    if (content.links() == null) {
      return;
    }
    ColourScale scale = content.links().scale();
    boolean headed = !content.links().symmetric();
    for (Links.Link link : links) {
      double[] from = at[link.source()];
      double[] to = at[link.target()];
      if (from == null || to == null) {
        continue;
      }
      double bend = headed ? 0.08 : 0; // so that two directions lie apart
      double[] curve = {
        from[0],
        from[1],
        (from[0] + to[0]) / 2 - bend * (to[1] - from[1]),
        (from[1] + to[1]) / 2 + bend * (to[0] - from[0]),
        to[0],
        to[1]
      };
      Arrow.draw(out, curve, Links.colour(link, scale), 0.6 * Links.thickness(link, scale), headed);
    }
  }

  /** Nearest last, so that they cover those behind. */
  private void nodes(Drawing out, double[][] at, View view, double middle) {
    List<Integer> order =
        IntStream.range(0, at.length)
            .boxed()
            .filter(r -> at[r] != null)
            .sorted(Comparator.comparingDouble(r -> depth(r, view)))
            .toList();
    for (int r : order) {
      double radius = 1.8 + 5.2 * Math.sqrt(size[r]);
      out.disc(at[r][0], at[r][1], radius, ink(r), regions.get(r).name());
    }
    if (view != View.AXIAL) {
      return;
    }
    List<double[]> written = new java.util.ArrayList<>();
    for (int r : order) {
      boolean free =
          written.stream()
              .noneMatch(p -> Math.abs(p[1] - at[r][1]) < 10 && Math.abs(p[0] - at[r][0]) < 60);
      if (named[r] && free) {
        written.add(at[r]);
        name(out, Words.shorten(regions.get(r).name(), 18), at[r], size[r], at[r][0] >= middle);
      }
    }
  }

  /** Outwards, on a pale ground. */
  private static void name(Drawing out, String name, double[] at, double size, boolean right) {
    double beside = 4 + 5.2 * Math.sqrt(size);
    double room = 0.86 * Words.room(name, 8.5);
    double x = right ? at[0] + beside : at[0] - beside;
    out.box(
        right ? x - 1 : x - room - 1,
        at[1] - 5,
        room + 2,
        10,
        Ink.fill(0xffffff).seenThrough(0.72),
        "");
    Words words = Words.at(x, at[1] + 3, 8.5, name);
    out.words(right ? words : words.end());
  }

  private double depth(int region, View view) {
    double mm = regions.get(region).centroid()[view.along()];
    return view == View.CORONAL ? -mm : mm;
  }

  private Ink ink(int r) {
    boolean lost = content.values() != null && Double.isNaN(content.values()[r]);
    if (lost) {
      return new Ink(0xffffff, Palette.NO_VALUE, 1, 1);
    }
    boolean grey = content.shown() != null && !content.shown()[r];
    int colour =
        grey
            ? Palette.NOT_SIGNIFICANT
            : dots != null
                ? dots.rgb(content.values()[r])
                : size[r] > 0 ? 0x303030 : Palette.NOT_SIGNIFICANT;
    return new Ink(colour, 0x505050, 0.5, 1);
  }
}
