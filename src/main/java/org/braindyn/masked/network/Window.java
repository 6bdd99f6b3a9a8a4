package org.braindyn.masked.network;

/**
 * A stretch of a recording with its mask.
 *
 * @param regions number of regions
 * @param samples number of samples
 * @param signals values [region, time]
 * @param positions where regions are, [region, 3] in mm as the network expects them (or other
 *     features of regions); null for networks that take none
 * @param kept visible tokens in the order in which the encoder gets them
 * @param blank last samples that are set to 0 in the input and scored too (the released
 *     "predict_last_pixel"); 0 for none
 * @param anchor linear estimate of all values, [region, time]; null for none
 * @param deviation standard deviation of that estimate, [region, time], 0 where a value is seen;
 *     null for unknown
 * @param dropout what is dropped of the embeddings, in training; null for nothing
 */
public record Window(
    int regions,
    int samples,
    double[] signals,
    double[] positions,
    int[] kept,
    int blank,
    double[] anchor,
    double[] deviation,
    Dropout dropout) {
  /** A window without blank samples and without an anchor. */
  public static Window of(
      int regions, int samples, double[] signals, double[] positions, int[] kept) {
    return new Window(regions, samples, signals, positions, kept, 0, null, null, null);
  }

  /** The same window with some of its embeddings dropped. */
  public Window dropped(Dropout some) {
    return new Window(regions, samples, signals, positions, kept, blank, anchor, deviation, some);
  }

  /** The same window with a linear estimate. */
  public Window anchored(double[] estimate) {
    return anchored(estimate, null);
  }

  /** The same window with a linear estimate and its standard deviation. */
  public Window anchored(double[] estimate, double[] sd) {
    return new Window(regions, samples, signals, positions, kept, blank, estimate, sd, dropout);
  }
}
