package org.braindyn.forecast.residual;

/**
 * Which knowledge of a context the residual dynamics is given besides the region's own samples;
 * each can be left out to measure what it brings.
 *
 * @param average the average of all regions, sample by sample
 * @param linear the linear forecast
 * @param descriptors how smooth, how common and how large the signals of this context are
 */
public record FeatureSettings(boolean average, boolean linear, boolean descriptors) {
  /** All knowledge. */
  public static final FeatureSettings ALL = new FeatureSettings(true, true, true);
}
