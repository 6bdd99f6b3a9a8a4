/**
 * Calls from a shell that learn from many people or ask about them: fits, folds, nulls and
 * connectivity, each on one machine or by a cluster's {@link org.braindyn.work.Work}.
 *
 * <p>May import {@code app} and what it knows. Read {@link org.braindyn.app.study.PeopleApp} first.
 */
package org.braindyn.app.study;
