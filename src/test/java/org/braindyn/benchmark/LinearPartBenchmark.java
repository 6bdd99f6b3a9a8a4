package org.braindyn.benchmark;

import java.util.Locale;
import org.braindyn.data.Progress;
import org.braindyn.forecast.ridge.CommonsDirectRidge;
import org.braindyn.forecast.ridge.DirectRidge;
import org.braindyn.forecast.ridge.DirectRidgeFit;
import org.braindyn.forecast.ridge.DirectRidgeMemory;
import org.braindyn.forecast.ridge.DirectRidgeSettings;
import org.braindyn.signal.WindowSet;

/**
 * Time and memory of fitting the linear part of the linear skip (4 folds, 5 ridges, 12 freer
 * neighbours, context 30, horizon 10) against the same fit by Java loops and Apache Commons Math.
 * Arguments: regions (94), people (16), frames each (1200), and what the rival does: "fit" (the
 * whole, default), "solve" (one solve of 20 and more, whose time is also given for the new way) or
 * "none".
 */
public final class LinearPartBenchmark {
  private static final int CONTEXT = 30;
  private static final int HORIZON = 10;

  private LinearPartBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) {
    int regions = number(arguments, 0, 94);
    int people = number(arguments, 1, 16);
    int frames = number(arguments, 2, 1200);
    String rival = arguments.length > 3 ? arguments[3] : "fit";
    WindowSet windows =
        WindowSet.of(FactorSignals.people(regions, people, frames), CONTEXT, HORIZON, 1);
    DirectRidgeSettings settings = DirectRidgeSettings.defaults(null);
    say("%d regions, %d people x %d frames, %d windows", regions, people, frames, windows.size());
    DirectRidgeMemory memory = DirectRidgeMemory.of(regions, CONTEXT, HORIZON, settings);
    say(
        "estimate: %.2f GB, %.2f GB if memory is short",
        gb(memory.withFolds()), gb(memory.least()));
    double before = Machine.residentMegabytes();
    DirectRidge model = null;
    for (int run = 0; run < (regions < 200 ? 3 : 1); run++) {
      model = fit(windows, settings);
    }
    say("memory: %.0f MB before, peak %.0f MB", before, Machine.peakMegabytes());
    switch (rival) {
      case "fit" -> compare(model, windows, settings);
      case "solve" -> solveOnce(windows, settings);
      default -> {}
    }
  }

  private static DirectRidge fit(WindowSet windows, DirectRidgeSettings settings) {
    long start = System.nanoTime();
    double busy = Machine.processorSeconds();
    DirectRidgeFit fit = new DirectRidgeFit(settings, Progress.NONE);
    DirectRidge model = fit.fit(windows, null);
    say(
        "fit: %.2f s (%.2f processor s), ridges %s, error of people left out %.6f",
        seconds(start),
        Machine.processorSeconds() - busy,
        java.util.Arrays.toString(fit.chosenRidges()),
        fit.leftOutError());
    return model;
  }

  private static void compare(DirectRidge model, WindowSet windows, DirectRidgeSettings settings) {
    long start = System.nanoTime();
    double busy = Machine.processorSeconds();
    CommonsDirectRidge rival = new CommonsDirectRidge(windows, settings).fit();
    say(
        "loops and Commons Math: %.2f s (%.2f processor s)",
        seconds(start), Machine.processorSeconds() - busy);
    say("largest difference of coefficients: %.2e", difference(model, rival.coefficients()));
  }

  private static void solveOnce(WindowSet windows, DirectRidgeSettings settings) {
    double ridge = settings.ridges()[0];
    long start = System.nanoTime();
    double busy = Machine.processorSeconds();
    DirectRidgeSettings one = settings.withFolds(0).withRidges(ridge);
    DirectRidge model = new DirectRidgeFit(one, Progress.NONE).fit(windows, null);
    double own = Machine.processorSeconds() - busy;
    say("sums and one solve: %.2f s (%.2f processor s)", seconds(start), own);
    start = System.nanoTime();
    busy = Machine.processorSeconds();
    double[][] rival = new CommonsDirectRidge(windows, settings).solveOnce(ridge);
    double commons = Machine.processorSeconds() - busy;
    say("the same by loops and Commons Math: %.2f s (%.2f processor s)", seconds(start), commons);
    say("largest difference of coefficients: %.2e", difference(model, rival));
  }

  private static double difference(DirectRidge model, double[][] expected) {
    double most = 0;
    double[][] found = model.coefficients();
    for (int i = 0; i < found.length; i++) {
      for (int j = 0; j < found[i].length; j++) {
        most = Math.max(most, Math.abs(found[i][j] - expected[i][j]));
      }
    }
    return most;
  }

  private static int number(String[] arguments, int at, int otherwise) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }

  private static double gb(long bytes) {
    return bytes * 1e-9;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
