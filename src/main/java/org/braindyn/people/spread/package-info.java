/**
 * Data sets whose recordings are read where they are needed, on whatever machine: fits and folds as
 * tasks of text and numbers.
 *
 * <p>May import {@code people} and what it knows. Read {@link
 * org.braindyn.people.spread.SpreadPeople} first.
 */
package org.braindyn.people.spread;
