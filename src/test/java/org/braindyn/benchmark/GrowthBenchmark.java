package org.braindyn.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.braindyn.model.parameter.Variant;

/**
 * How a training step's processor time grows with regions, edges, windows and the horizon, for each
 * kind of BrainDyn: least of some steps, exponent between the smallest and the largest size.
 * Argument: steps to take the least of (5).
 */
public final class GrowthBenchmark {
  private record Series(String what, int[] sizes, String pattern) {}

  private static final List<Series> ALL =
      List.of(
          new Series(
              "regions, 20 edges each", new int[] {100, 200, 400, 800}, "%d,20,16,16,128,4,%s"),
          new Series("edges of 200 regions", new int[] {20, 40, 80, 160}, "200,%d,16,16,128,4,%s"),
          new Series("windows", new int[] {4, 8, 16, 32}, "100,20,16,16,128,%d,%s"),
          new Series("horizon", new int[] {5, 10, 20, 40}, "100,20,16,16,128,8,%2$s,%1$d"));

  private GrowthBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    int repeats = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    System.out.println("| kind | what grows | sizes | processor s | exponent |");
    System.out.println("|---|---|---|---|---|");
    for (Variant variant : Variant.values()) {
      for (Series series : ALL) {
        double[] seconds =
            Arrays.stream(series.sizes())
                .mapToDouble(
                    size ->
                        BenchmarkCase.parse(String.format(series.pattern(), size, variant))
                            .processorSeconds(repeats))
                .toArray();
        int last = seconds.length - 1;
        double exponent =
            Math.log(seconds[last] / seconds[0])
                / Math.log((double) series.sizes()[last] / series.sizes()[0]);
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %s | %s | %.2f |%n",
            variant.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            series.what(),
            Arrays.stream(series.sizes())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ")),
            Arrays.stream(seconds)
                .mapToObj(s -> String.format(Locale.ROOT, "%.3f", s))
                .collect(Collectors.joining(", ")),
            exponent);
      }
    }
  }
}
