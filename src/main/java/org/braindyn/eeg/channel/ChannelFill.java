package org.braindyn.eeg.channel;

import org.braindyn.data.BadInput;

/** Ways of making a channel from others. */
public enum ChannelFill {
  /** Spherical spline (Perrin et al. 1989): places alone. */
  SPLINE("spline"),
  /** Gaussian process on the sphere, its kernel fitted to the covariance of the good channels. */
  PROCESS("gaussian process"),
  /** Ridge regression on the other channels, learnt where the channel was good. */
  REGRESSION("regression"),
  /** The nearest good electrode. */
  NEAREST("nearest");

  private final String word;

  ChannelFill(String word) {
    this.word = word;
  }

  /** What dialogs and tables call it. */
  public String word() {
    return word;
  }

  /**
   * The one that a word means.
   *
   * @throws BadInput if it is none
   */
  public static ChannelFill of(String word) {
    for (ChannelFill fill : values()) {
      if (fill.word.equals(word)) {
        return fill;
      }
    }
    throw new BadInput(
        "fill=" + word + " is not known. Use spline, gaussian process, regression or nearest.");
  }
}
