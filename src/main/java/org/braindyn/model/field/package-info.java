/**
 * The vector field of the dynamics and its expansions.
 *
 * <p>May import {@code model.parameter}, {@code model.sheaf}, {@code ode}, {@code kernel}. Read
 * {@link org.braindyn.model.field.Field} first.
 */
package org.braindyn.model.field;
