package org.braindyn.simulation;

import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/** Random wirings with a known stability. */
public final class Wiring {
  private Wiring() {}

  /**
   * Every region sends {@code outputs} links to others, never both ways between two regions, so
   * that a direction can be right or wrong.
   *
   * @param regions number of regions
   * @param outputs links that leave each region
   * @param inhibitory share of links with negative weight
   * @param gain spectral abscissa after scaling, below 1 for a network that comes to rest
   * @return weights, [source][target], 0.8 to 1.2 times a common size
   */
  public static double[][] random(
      int regions, int outputs, double inhibitory, double gain, Seed seed) {
    if (outputs < 1 || 2 * outputs >= regions) {
      throw new BadInput(
          "Each of "
              + regions
              + " regions cannot send "
              + outputs
              + " one-way links. Choose 1 to "
              + Math.max(1, (regions - 1) / 2)
              + ".");
    }
    Seed.Stream random = seed.stream("wiring");
    double[][] weight = new double[regions][regions];
    for (int u = 0; u < regions; u++) {
      int made = 0;
      for (int v : random.permutation(regions)) {
        if (made < outputs && v != u && weight[v][u] == 0) {
          double sign = random.uniform() < inhibitory ? -1 : 1;
          weight[u][v] = sign * random.uniform(0.8, 1.2);
          made++;
        }
      }
    }
    return scaled(weight, gain);
  }

  /**
   * The same wiring, scaled so that the largest real part of its eigenvalues is {@code gain};
   * unchanged if it has no cycle that could grow.
   */
  public static double[][] scaled(double[][] weight, double gain) {
    double largest = SpectralAbscissa.of(weight);
    double factor = largest > 1e-9 ? gain / largest : 1;
    double[][] scaled = new double[weight.length][];
    for (int u = 0; u < weight.length; u++) {
      scaled[u] = java.util.Arrays.stream(weight[u]).map(w -> w * factor).toArray();
    }
    return scaled;
  }
}
