/**
 * States of a brain that switch: an autoregression per state, found by expectation-maximisation, as
 * many states as people left out support (one, where the recordings are stationary), beside the
 * field's usual tools.
 *
 * <p>Read {@link org.braindyn.states.FindStates} first, then {@code SwitchingFit}. May import
 * {@code data}, {@code signal}, {@code graph} and {@code kernel.linalg}.
 */
package org.braindyn.states;
