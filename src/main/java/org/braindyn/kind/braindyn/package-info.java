/**
 * BrainDyn alone as kinds of model: as released, with messages while it integrates, and with parts
 * taken away.
 *
 * <p>Read {@link org.braindyn.kind.braindyn.BrainDynKind} first. May import what {@code kind} may.
 */
package org.braindyn.kind.braindyn;
