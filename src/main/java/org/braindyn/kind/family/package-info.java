/**
 * The cheap families of forecasters as kinds of model, and the choice among them ("auto").
 *
 * <p>Read {@link org.braindyn.kind.family.FamilyKind} first. May import what {@code kind} may.
 */
package org.braindyn.kind.family;
