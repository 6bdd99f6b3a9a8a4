/**
 * Finite impulses in all regions followed at once (docs/adr/0043).
 *
 * <p>May import {@code model.parameter}, {@code .encoder}, {@code .sheaf}, {@code .field}, {@code
 * .jacobian}, {@code kernel}. Read {@link org.braindyn.model.impulse.ImpulseRollouts} first.
 */
package org.braindyn.model.impulse;
