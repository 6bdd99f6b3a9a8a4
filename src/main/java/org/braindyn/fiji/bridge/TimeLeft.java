package org.braindyn.fiji.bridge;

/**
 * How long work will still take, from how long it has taken: a guess, told only once it can be
 * trusted a little.
 */
final class TimeLeft {
  private static final double LEAST_SECONDS = 3;
  private static final double LEAST_FRACTION = 0.03;

  private final long start;

  /**
   * @param start when the work began, in ns
   */
  TimeLeft(long start) {
    this.start = start;
  }

  /**
   * In words, e.g. ", about 2 min left".
   *
   * @param fraction of the work that is done, 0 to 1
   * @param now in ns
   * @return empty while nothing can be said
   */
  String words(double fraction, long now) {
    double passed = (now - start) / 1e9;
    if (passed < LEAST_SECONDS || fraction < LEAST_FRACTION || fraction >= 1) {
      return "";
    }
    double left = passed * (1 - fraction) / fraction;
    if (left < 60) {
      return ", about " + Math.max(1, Math.round(left)) + " s left";
    }
    return left < 5400
        ? ", about " + Math.round(left / 60) + " min left"
        : ", about " + Math.round(left / 3600) + " h left";
  }
}
