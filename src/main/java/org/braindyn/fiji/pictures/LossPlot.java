package org.braindyn.fiji.pictures;

import ij.gui.Plot;
import ij.gui.PlotWindow;
import java.awt.GraphicsEnvironment;
import java.util.stream.IntStream;

/** The loss while training runs: a plot window that grows; nothing is shown headless. */
public final class LossPlot {
  private static volatile PlotWindow window;

  /**
   * Shows the loss so far.
   *
   * @param passes where the training losses stand, in epochs, e.g. 0.05, 0.1 ...
   * @param train training losses there
   * @param validation losses after whole epochs
   * @param linear loss of the linear part alone on what it has not seen, a level; NaN for none
   */
  public void update(double[] passes, double[] train, double[] validation, double linear) {
    if (GraphicsEnvironment.isHeadless() || passes.length == 0 && Double.isNaN(linear)) {
      return;
    }
    Plot plot = of(passes, train, validation, linear).plot();
    if (window == null || window.isClosed()) {
      window = plot.show();
    } else {
      window.drawPlot(plot);
    }
  }

  /** The plot of a training that is over; it takes the place of the one that grew. */
  public static Plot last(double[] train, double[] validation) {
    PlotWindow grown = window;
    window = null;
    if (grown != null && !grown.isClosed()) {
      grown.close();
    }
    return of(whole(train.length), train, validation, Double.NaN).plot();
  }

  static LinePlot of(double[] passes, double[] train, double[] validation, double linear) {
    LinePlot plot = new LinePlot("BrainDyn training", "epoch", "mean squared error (sd\u00b2)");
    if (!Double.isNaN(linear)) {
      double end = passes.length == 0 ? 1 : Math.max(1, passes[passes.length - 1]);
      plot.line(
          "linear forecast, left out", new double[] {0, end}, new double[] {linear, linear}, 0, 1);
    }
    if (passes.length > 0 || Double.isNaN(linear)) {
      plot.line("training", passes, train, 2, 2);
    }
    if (validation.length > 0) {
      plot.line("validation", whole(validation.length), validation, 1, 2);
    }
    return plot;
  }

  private static double[] whole(int epochs) {
    return IntStream.rangeClosed(1, epochs).asDoubleStream().toArray();
  }
}
