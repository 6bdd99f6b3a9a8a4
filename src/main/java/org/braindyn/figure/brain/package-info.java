/**
 * Figures of the brain: connectome circle, glass brain, maps in three orthogonal views.
 *
 * <p>May import {@code data}, {@code figure.draw}, {@code figure.colour}, {@code figure.plot}. Read
 * {@link org.braindyn.figure.brain.ConnectomeCircle} first.
 */
package org.braindyn.figure.brain;
