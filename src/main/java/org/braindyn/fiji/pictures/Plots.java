package org.braindyn.fiji.pictures;

import ij.gui.Plot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.RegionSignals;

/** Plots that commands show. */
public final class Plots {
  private static final int SHOWN = 5;

  private Plots() {}

  /**
   * An interval around a forecast.
   *
   * @param name for the title, e.g. "90 %"
   * @param low [region][step]
   * @param high [region][step]
   */
  public record Band(String name, double[][] low, double[][] high) {}

  /**
   * Context, forecast and, where known, truth of the regions that change most.
   *
   * @param truth may be null
   * @param start frame at which the forecast begins
   * @param bands intervals around the forecast, the narrowest first; may be empty
   */
  public static Plot forecast(
      RegionSignals context,
      RegionSignals forecast,
      RegionSignals truth,
      int start,
      List<Band> bands) {
    int region = largest(forecast.values())[0];
    double dt = Double.isFinite(context.interval()) ? context.interval() : 1;
    String name = forecast.regions().get(region).name();
    int before = context.frames();
    LinePlot plot =
        new LinePlot("Forecast of " + name, dt == 1 ? "frame" : "time (s)", name)
            .marker((start - 1) * dt);
    double[] ahead = times(start, forecast.frames(), dt);
    for (int b = bands.size() - 1; b >= 0; b--) { // the widest behind the others
      plot.band(
          bands.get(b).name(), ahead, bands.get(b).low()[region], bands.get(b).high()[region]);
    }
    plot.line("context", times(start - before, before, dt), context.values()[region], 0, 1.5);
    if (truth != null) {
      plot.line("recorded", times(start, truth.frames(), dt), truth.values()[region], 2, 1.5);
    }
    plot.line("forecast", ahead, forecast.values()[region], 1, 2.5);
    return plot.plot();
  }

  /**
   * Effect over time in the regions that answer most.
   *
   * @param effect [region][frame], in sd
   * @param names region names
   */
  public static LinePlot effect(double[][] effect, List<String> names, double interval) {
    double dt = Double.isFinite(interval) ? interval : 1;
    LinePlot plot =
        new LinePlot("Effect", Double.isFinite(interval) ? "time (s)" : "frame", "effect (sd)");
    int[] order = byPeak(effect);
    for (int i = 0; i < Math.min(SHOWN, order.length); i++) {
      double[] line = effect[order[i]];
      plot.line(names.get(order[i]), times(0, line.length, dt), line, i + 1, 2);
    }
    return plot;
  }

  /** Rows by their largest finite size, largest first. */
  private static int[] byPeak(double[][] values) {
    double[] size = new double[values.length];
    for (int r = 0; r < size.length; r++) {
      size[r] = Arrays.stream(values[r]).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    }
    return order(size);
  }

  /** Rows by their largest deviation from their mean, largest first. */
  private static int[] largest(double[][] values) {
    double[] size = new double[values.length];
    for (int r = 0; r < size.length; r++) {
      double[] row = values[r];
      double mean = Arrays.stream(row).average().orElse(0);
      size[r] = Arrays.stream(row).map(v -> Math.abs(v - mean)).max().orElse(0);
    }
    return order(size);
  }

  private static int[] order(double[] size) {
    return IntStream.range(0, size.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer r) -> -size[r]).thenComparing(r -> r))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[] times(int first, int n, double dt) {
    return IntStream.range(0, n).mapToDouble(i -> (first + i) * dt).toArray();
  }
}
