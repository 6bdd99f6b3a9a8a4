package org.braindyn.model.sheaf;

import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.Gradient;
import org.braindyn.model.parameter.Parameters;

/** Turns stalks into the message every region receives, and gradients back. */
public interface Messages {
  /** Values that the vector field receives per region. */
  int width();

  /** Takes over new parameter values. */
  void load(Parameters parameters);

  /**
   * Sends messages.
   *
   * @param slot number under which to keep what {@link #backward} needs, as in {@link
   *     org.braindyn.ode.Dynamics#rate}
   * @param h stalks, feature i of row r at {@code at + i * rows + r}; row = region * windows +
   *     window
   * @param message receives the messages, {@link #width} features in the same layout from 0
   */
  void forward(int slot, Vec h, int at, int windows, Vec message);

  /**
   * The reverse of the latest {@link #forward} of a slot; parameter gradients are gathered inside.
   *
   * @param h the stalks that {@link #forward} saw
   * @param gradMessage gradient of the message
   * @param gradH added to at {@code gradAt}
   */
  void backward(int slot, Vec h, int at, int windows, Vec gradMessage, Vec gradH, int gradAt);

  /** Adds the gathered gradients and forgets them. */
  void flush(Gradient gradient);
}
