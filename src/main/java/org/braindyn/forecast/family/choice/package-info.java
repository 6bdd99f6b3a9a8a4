/**
 * Which family to take: errors on data left out, the one-standard-error rule, stacking, and the
 * sentence that says so.
 *
 * <p>Read {@link org.braindyn.forecast.family.choice.FamilyChoice} first. May import data, signal,
 * forecast.family and forecast.family.interval.
 */
package org.braindyn.forecast.family.choice;
