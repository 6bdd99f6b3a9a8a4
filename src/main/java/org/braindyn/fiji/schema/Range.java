package org.braindyn.fiji.schema;

/**
 * Smallest and largest number that a field takes, as its annotation writes them.
 *
 * @param min empty for no bound
 * @param max empty for no bound
 */
public record Range(String min, String max) {

  /** True for a finite number in it. */
  public boolean holds(double value) {
    double least = min.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(min);
    double most = max.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(max);
    return value >= least && value <= most && !Double.isInfinite(value);
  }

  /** In words, e.g. "from 0 to 1". */
  public String words() {
    if (max.isEmpty()) {
      return min.isEmpty() ? "a number" : "at least " + min;
    }
    return min.isEmpty() ? "at most " + max : "from " + min + " to " + max;
  }
}
