package org.braindyn.figure.brain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Words;
import org.braindyn.figure.plot.ColourBar;

/** Regions as dots and links as arrows in an outline of the brain, seen from three sides. */
public final class GlassBrain {
  private static final double HIGH = 200;
  private static final double TOP = 46;
  private static final double GAP = 16;
  private static final double NAMES = 62;
  private static final int NAMED = 8;

  private GlassBrain() {}

  /**
   * What is drawn.
   *
   * @param values one per region, NaN for a lost one; null to size dots by their links
   * @param shown which regions are significant; null for all
   * @param unit what the values are, with unit
   * @param links null for none
   * @param strongest how many links are drawn
   */
  public record Content(
      double[] values, boolean[] shown, String unit, Links links, int strongest) {}

  /**
   * The figure. Dots of lost regions are hollow, those that are not significant light grey.
   *
   * @param regions with places in mm
   * @param shape the outline
   * @param title first line
   * @throws BadInput if no region has a place
   */
  public static Drawing of(Regions regions, BrainShape shape, Content content, String title) {
    if (regions.list().stream().allMatch(r -> r.centroid() == null)) {
      throw new BadInput(
          "A glass brain needs places of the regions in mm, and none is known. Give the label image,"
              + " or import positions with the signals.");
    }
    List<Links.Link> links =
        content.links == null ? List.of() : content.links.strongest(content.strongest);
    double[] size = sizes(content, links, regions.size());
    ColourScale dots =
        content.values == null
            ? null
            : ColourScale.around(java.util.Arrays.stream(content.values), content.unit);
    BrainDots brain =
        new BrainDots(regions, content, links, size, dots, names(size, content.shown));
    double left = GAP;
    double[] lefts = new double[View.values().length];
    double scale = scale(shape);
    for (View view : View.values()) {
      double room = view == View.AXIAL ? NAMES : 0;
      lefts[view.ordinal()] = left + room;
      left += width(shape, view) * scale + GAP + 2 * room;
    }
    int bars = (dots == null ? 0 : 1) + (content.links == null ? 0 : 1);
    Drawing out =
        new Drawing(left + bars * ColourBar.WIDTH + 4, TOP + HIGH + 24, "Glass brain: " + title);
    out.words(Words.at(GAP, 20, 14, title).strong());
    out.words(Words.at(GAP, 36, 11, subtitle(content, links.size())));
    for (View view : View.values()) {
      double[][] outline = shape.outline(view);
      double top = TOP + (HIGH - extent(outline, 1) * scale) / 2;
      brain.draw(
          out, outline, view, new double[] {lefts[view.ordinal()], top, scale, TOP + HIGH + 14});
    }
    if (dots != null) {
      out.inset(left, TOP + 25, ColourBar.of(dots, 150));
      left += ColourBar.WIDTH;
    }
    if (content.links != null) {
      out.inset(left, TOP + 25, ColourBar.of(content.links.scale(), 150));
    }
    return out;
  }

  private static String subtitle(Content content, int links) {
    String what = links > 0 ? "the " + links + " strongest links" : "";
    boolean tested =
        content.shown != null || content.links != null && content.links.shown() != null;
    boolean lost =
        content.values != null && java.util.Arrays.stream(content.values).anyMatch(Double::isNaN);
    String grey = tested ? "light grey: q > 0.05" : "";
    String hollow = lost ? "hollow: no value" : "";
    return String.join(
        "; ", java.util.stream.Stream.of(what, grey, hollow).filter(s -> !s.isEmpty()).toList());
  }

  private static double[] sizes(Content content, List<Links.Link> links, int n) {
    double[] of = content.values == null ? Links.strengths(links, n) : content.values;
    double most =
        java.util.Arrays.stream(of).map(Math::abs).filter(Double::isFinite).max().orElse(1);
    return java.util.Arrays.stream(of)
        .map(v -> Double.isNaN(v) || most == 0 ? 0 : Math.abs(v) / most)
        .toArray();
  }

  /** The regions that are named: the largest of those that are shown. */
  private static boolean[] names(double[] size, boolean[] shown) {
    boolean[] named = new boolean[size.length];
    IntStream.range(0, size.length)
        .boxed()
        .filter(r -> size[r] > 0 && (shown == null || shown[r]))
        .sorted(Comparator.comparingDouble(r -> -size[r]))
        .limit(NAMED)
        .forEach(r -> named[r] = true);
    return named;
  }

  private static double scale(BrainShape shape) {
    double most = 1;
    for (View view : View.values()) {
      double[][] outline = shape.outline(view);
      most = Math.max(most, extent(outline, 1));
    }
    return HIGH / most;
  }

  private static double width(BrainShape shape, View view) {
    return extent(shape.outline(view), 0);
  }

  static double extent(double[][] outline, int axis) {
    var all = java.util.Arrays.stream(outline).mapToDouble(p -> p[axis]).summaryStatistics();
    return all.getMax() - all.getMin();
  }
}
