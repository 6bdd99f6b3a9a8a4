/**
 * Two groups of people compared: links and regions that differ, by shuffled people, and how well
 * the group is foretold.
 *
 * <p>Read {@link org.braindyn.cohort.groups.CompareGroups} first, then {@link
 * org.braindyn.cohort.groups.ShuffledTest}. May import {@code data}, {@code kernel.linalg} and
 * {@code cohort}.
 */
package org.braindyn.cohort.groups;
