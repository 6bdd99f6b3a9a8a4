package org.braindyn.command.models;

import ij.gui.Plot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.braindyn.fiji.pictures.LinePlot;
import org.braindyn.fiji.pictures.PictureFiles;
import org.braindyn.io.AtomicFile;
import org.braindyn.training.score.Scores;

/** Error by step of the horizon, one line per forecaster. */
final class StepPlot {
  private StepPlot() {}

  static Plot of(List<Scores> scores) {
    return lines(scores).plot();
  }

  /** Writes the plot as a PNG. */
  static void write(List<Scores> scores, Path file) throws IOException {
    AtomicFile.write(file, out -> PictureFiles.png(lines(scores).picture(), out));
  }

  private static LinePlot lines(List<Scores> scores) {
    LinePlot plot =
        new LinePlot("Error by step", "step ahead (frames)", "mean squared error (sd\u00b2)");
    int colour = 0;
    for (Scores s : scores) {
      double[] x = new double[s.byStep().size()];
      double[] y = new double[x.length];
      for (int p = 0; p < x.length; p++) {
        x[p] = p + 1;
        y[p] = s.byStep().get(p).mse();
      }
      plot.line(s.name(), x, y, colour++, 2);
    }
    return plot;
  }
}
