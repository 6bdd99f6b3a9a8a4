package org.braindyn.fiji;

import ij.gui.Plot;
import ij.gui.PlotWindow;
import java.awt.GraphicsEnvironment;

/** The loss while training runs: a plot window that grows; nothing is shown headless. */
public final class LossPlot {
  private static volatile PlotWindow window;

  /** Shows the loss so far, [epoch] each. */
  public void update(double[] train, double[] validation) {
    if (GraphicsEnvironment.isHeadless()) {
      return;
    }
    Plot plot = of(train, validation);
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
    return of(train, validation);
  }

  private static Plot of(double[] train, double[] validation) {
    double[] epochs = new double[train.length];
    for (int i = 0; i < epochs.length; i++) {
      epochs[i] = i + 1;
    }
    return new LinePlot("BrainDyn training", "epoch", "mean squared error (sd\u00b2)")
        .line("training", epochs, train, 2, 2)
        .line("validation", epochs, validation, 1, 2)
        .plot();
  }
}
