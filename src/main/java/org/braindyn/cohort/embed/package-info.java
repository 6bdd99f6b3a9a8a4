/**
 * A picture of a cohort in two dimensions, and who is recognised by half a recording.
 *
 * <p>Read {@link org.braindyn.cohort.embed.EmbedCohort} first. May import {@code data}, {@code
 * kernel.linalg} and {@code cohort}.
 */
package org.braindyn.cohort.embed;
