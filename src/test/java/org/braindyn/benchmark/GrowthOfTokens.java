package org.braindyn.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a training step of a masked autoencoder (width 64, middle 256, four blocks and two, 75 % of
 * the tokens hidden) grows with tokens, ten a region, and with windows in a batch, for each style
 * of attention: processor seconds, least of some steps; exponent between the two largest sizes.
 * Argument: steps to take the least of (5).
 */
public final class GrowthOfTokens {
  private static final int[] REGIONS = {50, 100, 200};
  private static final int[] BATCH = {4, 8, 16};
  private static final String[] STYLES = {"released", "exact", "axial"};

  private GrowthOfTokens() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) {
    String steps = arguments.length > 0 ? arguments[0] : "5";
    System.out.println("| attention | what grows | sizes | processor s | exponent |");
    System.out.println("|---|---|---|---|---|");
    for (String style : STYLES) {
      row(style, "tokens", 10, REGIONS, "%d 64 256 4 " + style + " " + steps);
      row(style, "windows of 500 tokens", 1, BATCH, "50 64 256 %d " + style + " " + steps);
    }
  }

  private static void row(String style, String what, int unit, int[] sizes, String pattern) {
    double[] seconds =
        Arrays.stream(sizes)
            .mapToObj(size -> String.format(pattern, size).split(" "))
            .mapToDouble(one -> MaskedStepBenchmark.step(one).cpu())
            .toArray();
    int last = sizes.length - 1;
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s | %.2f |%n",
        style,
        what,
        Arrays.stream(sizes)
            .mapToObj(size -> String.valueOf(size * unit))
            .collect(Collectors.joining(", ")),
        Arrays.stream(seconds)
            .mapToObj(s -> String.format(Locale.ROOT, "%.2f", s))
            .collect(Collectors.joining(", ")),
        Math.log(seconds[last] / seconds[last - 1])
            / Math.log((double) sizes[last] / sizes[last - 1]));
  }
}
