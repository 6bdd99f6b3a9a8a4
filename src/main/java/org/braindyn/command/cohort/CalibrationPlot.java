package org.braindyn.command.cohort;

import ij.gui.Plot;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.cohort.predict.Prediction;
import org.braindyn.cohort.predict.PredictionRow;
import org.braindyn.fiji.pictures.ScatterPlot;

/** What functional connectivity said of people left out against the truth. */
final class CalibrationPlot {
  private static final int BINS = 5;

  private CalibrationPlot() {}

  /** Every person of a score; shares of people in fifths of the probability of classes. */
  static Plot of(Prediction made) {
    PredictionRow row = made.rows().get(1);
    String name = made.target().name();
    double[] said = row.predicted();
    double[] truth = made.target().value();
    if (!made.target().binary()) {
      return plot(row.name(), name + " foretold", name, said, truth);
    }
    int[] order =
        IntStream.range(0, said.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> said[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int bins = Math.min(BINS, said.length);
    double[] x = new double[bins];
    double[] y = new double[bins];
    for (int b = 0; b < bins; b++) {
      int[] own = Arrays.copyOfRange(order, b * order.length / bins, (b + 1) * order.length / bins);
      x[b] = Arrays.stream(own).mapToDouble(i -> said[i]).average().orElse(0);
      y[b] = Arrays.stream(own).mapToDouble(i -> truth[i]).average().orElse(0);
    }
    String kind = made.target().classes().get(1);
    return plot(row.name(), "probability of " + kind, "share of " + kind, x, y);
  }

  private static Plot plot(String title, String x, String y, double[] said, double[] truth) {
    double[][] places = new double[said.length][];
    Arrays.setAll(places, i -> new double[] {said[i], truth[i]});
    List<String> none = Collections.nCopies(said.length, "");
    return new ScatterPlot("Foretold by " + title, x, y).identity().coloured(places, none);
  }
}
