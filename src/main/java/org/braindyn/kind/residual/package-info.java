/**
 * BrainDyn for what a linear forecast leaves over ("linear skip" in dialogs, macros and files) as a
 * kind of model.
 *
 * <p>Read {@link org.braindyn.kind.residual.ResidualKind} first. May import what {@code kind} may.
 */
package org.braindyn.kind.residual;
