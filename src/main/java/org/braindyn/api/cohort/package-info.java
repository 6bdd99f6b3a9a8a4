/**
 * Questions across people, for scripts: who is alike, what can be foretold of them, how groups
 * differ.
 *
 * <p>Read {@link org.braindyn.api.cohort.Cohort} first. May import {@code api} and what the
 * commands of the menu stand on.
 */
package org.braindyn.api.cohort;
