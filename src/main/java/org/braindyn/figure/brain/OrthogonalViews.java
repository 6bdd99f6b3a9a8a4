package org.braindyn.figure.brain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Grid;
import org.braindyn.figure.colour.ColourScale;
import org.braindyn.figure.draw.Drawing;
import org.braindyn.figure.draw.Ink;
import org.braindyn.figure.draw.Words;
import org.braindyn.figure.plot.ColourBar;

/** A map in three orthogonal sections through one point, over a scan or alone. */
public final class OrthogonalViews {
  private static final double TOP = 46;
  private static final double GAP = 14;
  private static final double WIDE = 620;
  private static final double HIGH = 250;

  private OrthogonalViews() {}

  /**
   * The figure; a flat image has one section.
   *
   * @param map what is shown
   * @param voxel where the sections meet; negative for the largest value
   * @param scale its colours
   * @param title first line
   */
  public static Drawing of(BrainMap map, int voxel, ColourScale scale, String title) {
    Axes3D axes = new Axes3D(map.grid());
    int[] cross = axes.steps(voxel >= 0 ? voxel : map.peak());
    List<View> views = new ArrayList<>();
    for (View view : View.values()) {
      if (axes.size(view.across()) > 1 && axes.size(view.up()) > 1) {
        views.add(view);
      }
    }
    double across = 0;
    double up = 1;
    for (View view : views) {
      across += axes.size(view.across()) * axes.spacing(view.across());
      up = Math.max(up, axes.size(view.up()) * axes.spacing(view.up()));
    }
    double zoom = Math.min(WIDE / Math.max(1, across), HIGH / up);
    double width = across * zoom + GAP * (views.size() + 1) + ColourBar.WIDTH;
    Drawing out = new Drawing(Math.max(460, width), TOP + up * zoom + 28, "Map: " + title);
    out.words(Words.at(GAP, 20, 14, title).strong());
    out.words(Words.at(GAP, 36, 11, subtitle(map)));
    double left = GAP;
    double bottom = TOP + up * zoom;
    for (View view : views) {
      double w = axes.size(view.across()) * axes.spacing(view.across()) * zoom;
      double h = axes.size(view.up()) * axes.spacing(view.up()) * zoom;
      out.tiles(left, bottom - h, w, h, new Section(map, axes, view, scale).pixels(cross));
      double x = left + (cross[view.across()] + 0.5) / axes.size(view.across()) * w;
      double y = bottom - (cross[view.up()] + 0.5) / axes.size(view.up()) * h;
      double[] box = {left, bottom - h, w, h};
      crosshair(out, box, x, y);
      marks(out, map.grid(), view, box, axes.voxel(cross), axes.size(view.along()));
      left += w + GAP;
    }
    out.inset(left - 4, TOP, ColourBar.of(scale, Math.max(90, Math.min(200, up * zoom))));
    return out;
  }

  private static String subtitle(BrainMap map) {
    boolean tested = false;
    boolean lost = false;
    for (int v = 0; v < map.values().length; v++) {
      tested |= map.rows()[v] >= 0 && !map.shown()[v] && Double.isFinite(map.values()[v]);
      lost |= map.rows()[v] >= 0 && Double.isNaN(map.values()[v]);
    }
    return (tested ? "light grey: q > 0.05" : "")
        + (tested && lost ? "; " : "")
        + (lost ? "dark grey: no value" : "");
  }

  private static void crosshair(Drawing out, double[] box, double x, double y) {
    double hole = 7;
    Ink[] inks = {Ink.line(0xffffff, 2.2).seenThrough(0.6), Ink.line(0x1a1a1a, 0.8)};
    for (Ink ink : inks) { // seen on dark and on light
      out.line(box[0], y, Math.max(box[0], x - hole), y, ink);
      out.line(Math.min(box[0] + box[2], x + hole), y, box[0] + box[2], y, ink);
      out.line(x, box[1], x, Math.max(box[1], y - hole), ink);
      out.line(x, Math.min(box[1] + box[3], y + hole), x, box[1] + box[3], ink);
    }
  }

  private static void marks(
      Drawing out, Grid grid, View view, double[] box, int voxel, int sections) {
    double y = box[1] + box[3] + 15;
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    int[] at = {voxel % nx, voxel / nx % ny, voxel / (nx * ny)};
    String where = sections > 1 ? "section through voxel " + Arrays.toString(at) : "";
    if (grid.placed()) {
      out.words(Words.at(box[0], y, 12, view.leftMark()).strong());
      out.words(Words.at(box[0] + box[2], y, 12, view.rightMark()).strong().end());
      double mm = grid.toWorld(at[0], at[1], at[2])[view.along()];
      where = String.format(Locale.ROOT, "%s = %.0f mm", view.axisName(), mm);
    }
    out.words(Words.at(box[0] + box[2] / 2, y, 11, where.replace('-', '\u2212')).middle());
  }

  /** Colours around zero for a map whose largest values are these. */
  public static ColourScale scale(double[] perRegion, String unit) {
    return ColourScale.around(Arrays.stream(perRegion), unit);
  }
}
