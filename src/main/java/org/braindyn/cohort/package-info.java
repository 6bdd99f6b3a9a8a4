/**
 * People as rows: what each recording is made into (features), what is known of each person
 * (columns of a manifest or of a table of participants), and what can be said across people.
 *
 * <p>Read {@link org.braindyn.cohort.Cohort} first, then {@code cohort.features} (a recording as
 * numbers), {@code cohort.predict} (a column foretold from features), {@code cohort.groups} (two
 * groups compared) and {@code cohort.embed} (a picture of all, and who is recognised). A person is
 * one row whatever the number of recordings, so that no split can divide a person.
 */
package org.braindyn.cohort;
