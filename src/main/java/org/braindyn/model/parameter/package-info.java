/**
 * Sizes, settings and named parameter arrays of BrainDyn.
 *
 * <p>May import {@code data}, {@code graph}, {@code kernel}. Read {@link
 * org.braindyn.model.parameter.ModelSettings} first.
 */
package org.braindyn.model.parameter;
