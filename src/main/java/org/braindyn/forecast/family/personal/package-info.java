/**
 * A group's direct forecast made one person's by pooling sums.
 *
 * <p>Read {@link org.braindyn.forecast.family.personal.Adaptation} first. May import what {@code
 * forecast.family} may, and that.
 */
package org.braindyn.forecast.family.personal;
