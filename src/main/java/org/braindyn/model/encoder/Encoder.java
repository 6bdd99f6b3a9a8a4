package org.braindyn.model.encoder;

import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Dropout;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Parameters;

/**
 * Turns every row's context into its stalk, and gradients back. Rows are (region, window) pairs.
 */
public interface Encoder {
  /** Takes over new parameter values. */
  void load(Parameters parameters);

  /**
   * Encodes.
   *
   * @param timeline signals, [step][signal][rows]
   * @param first step at which the context starts
   * @param mask dropout of this pass, or null
   * @param h receives [hidden][rows]
   */
  void forward(Vec timeline, int first, int rows, Dropout mask, Vec h);

  /**
   * The reverse of the last {@link #forward}; parameter gradients are gathered inside.
   *
   * @param gradH gradient of h
   * @param gradTimeline added to, or null if nobody wants it
   */
  void backward(Vec timeline, int first, int rows, Dropout mask, Vec gradH, Vec gradTimeline);

  /** Adds the gathered gradients and forgets them. */
  void flush(Gradient gradient);
}
