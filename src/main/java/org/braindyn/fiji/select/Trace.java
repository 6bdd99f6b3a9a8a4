package org.braindyn.fiji.select;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.fiji.images.ImageKind;
import org.braindyn.fiji.images.OpenImages;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.fiji.pictures.LinePlot;

/** The signal of the chosen region, in one window that follows. */
final class Trace {
  private PlotWindow window;

  /** Recorded signals of a region among the open images, the newest; null for none. */
  static RegionSignals signalsWith(RegionKey region) {
    RegionSignals found = null;
    for (ImagePlus image : OpenImages.all()) {
      if (ImageKind.SIGNALS.marks(image)) {
        try {
          RegionSignals signals = SignalsImage.signals(image);
          found = region.rowIn(signals.regions()) >= 0 ? signals : found;
        } catch (BadInput e) {
          continue; // cropped by hand
        }
      }
    }
    return found;
  }

  /** The plot; null if no open image has the region. */
  static Plot plot(RegionKey region) {
    RegionSignals signals = signalsWith(region);
    if (signals == null) {
      return null;
    }
    int row = region.rowIn(signals.regions());
    boolean timed = Double.isFinite(signals.interval());
    double dt = timed ? signals.interval() : 1;
    double[] time = IntStream.range(0, signals.frames()).mapToDouble(t -> t * dt).toArray();
    String name = signals.regions().get(row).name();
    return new LinePlot("Trace of the chosen region", timed ? "time (s)" : "frame", name)
        .line(name + " in " + signals.source(), time, signals.values()[row], 2, 1)
        .plot();
  }

  /** Shows it; nothing happens without signals. */
  void show(RegionKey region) {
    Plot plot = region == null ? null : plot(region);
    if (plot == null) {
      return;
    }
    if (window == null || window.isClosed()) {
      window = plot.show();
      Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
      window.setLocation( // not over the image that was clicked
          screen.x + Math.max(0, screen.width - window.getWidth()),
          screen.y + Math.max(0, screen.height - window.getHeight()));
    } else {
      window.drawPlot(plot);
    }
  }
}
