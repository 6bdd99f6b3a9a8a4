package org.braindyn.ode;

import org.braindyn.kernel.Vec;

/** A right-hand side that can be run backwards: dy/dt = f(y). */
public interface Dynamics {
  /**
   * Evaluates f.
   *
   * @param slot number under which to keep what {@link #pull} will need; a slot is used again only
   *     when its old evaluation is no longer wanted
   * @param state y
   * @param rate receives f(y)
   */
  void rate(int slot, Vec state, Vec rate);

  /**
   * Pulls a gradient back through the evaluation kept in a slot, and adds the parameters' part to
   * wherever the right-hand side gathers it.
   *
   * @param state the y that {@link #rate} saw
   * @param gradRate gradient of the rate
   * @param gradState added to
   */
  void pull(int slot, Vec state, Vec gradRate, Vec gradState);
}
