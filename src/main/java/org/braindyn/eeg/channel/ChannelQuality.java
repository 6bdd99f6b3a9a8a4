package org.braindyn.eeg.channel;

import java.util.List;

/**
 * How good a channel is; NaN where it cannot be judged.
 *
 * @param name of the channel
 * @param missing share of samples without a value
 * @param flat share of windows of 1 s without movement
 * @param deviation robust z of its spread among the channels
 * @param noise robust z of its share of noise above 40 Hz
 * @param mains robust z of its share of the mains' frequency
 * @param correlation median over windows of its greatest correlation with another channel
 * @param alone share of windows without a neighbour
 * @param prediction median correlation with what other electrodes predict
 * @param unlike share of windows unlike that
 * @param reasons why it is bad, in words; empty if it is good
 */
public record ChannelQuality(
    String name,
    double missing,
    double flat,
    double deviation,
    double noise,
    double mains,
    double correlation,
    double alone,
    double prediction,
    double unlike,
    List<String> reasons) {
  /** True if a reason was found. */
  public boolean bad() {
    return !reasons.isEmpty();
  }
}
