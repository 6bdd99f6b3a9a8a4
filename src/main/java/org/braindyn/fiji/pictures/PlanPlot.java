package org.braindyn.fiji.pictures;

import ij.gui.Plot;
import java.util.Arrays;
import java.util.List;

/** A planned stimulation over time: strengths as steps, what the targets shall do and would do. */
public final class PlanPlot {
  private static final int SHOWN = 3;

  private PlanPlot() {}

  /**
   * Lines of a plan.
   *
   * @param names of what is drawn
   * @param values one line each
   */
  public record Lines(List<String> names, double[][] values) {}

  /**
   * Draws.
   *
   * @param strengths [site][block], sd of the site's own answer
   * @param block s per block
   * @param foretold [target][frame], sd; the first three are drawn
   * @param wanted [target], wanted change in sd
   * @param times first and last moment at which it is wanted, s
   * @param interval s per frame
   */
  public static Plot of(
      Lines strengths,
      double block,
      Lines foretold,
      double[] wanted,
      double[] times,
      double interval) {
    LinePlot plot = new LinePlot("Planned stimulation", "time from the first block (s)", "sd");
    int colour = 0;
    for (int s = 0; s < strengths.values().length; s++) {
      double[] u = strengths.values()[s];
      double[] x = new double[2 * u.length + 2];
      double[] y = new double[x.length];
      for (int b = 0; b < u.length; b++) {
        x[2 * b + 1] = b * block;
        x[2 * b + 2] = (b + 1) * block;
        y[2 * b + 1] = u[b];
        y[2 * b + 2] = u[b];
      }
      x[x.length - 1] = u.length * block;
      plot.line("stimulus at " + strengths.names().get(s), x, y, colour++, 2);
    }
    for (int r = 0; r < Math.min(SHOWN, foretold.values().length); r++) {
      double[] line = foretold.values()[r];
      double[] x = new double[line.length];
      for (int t = 0; t < x.length; t++) {
        x[t] = t * interval;
      }
      plot.line(foretold.names().get(r) + ", foretold", x, line, colour++, 2);
    }
    boolean alike = Arrays.stream(wanted).distinct().count() == 1;
    for (int r = 0; r < (alike ? 1 : Math.min(SHOWN, wanted.length)); r++) {
      String name = alike ? "wanted" : foretold.names().get(r) + ", wanted";
      plot.line(name, times, new double[] {wanted[r], wanted[r]}, colour++, 3.5);
    }
    return plot.plot();
  }
}
