/**
 * Models that learn from one recording or many people, and studies over folds.
 *
 * <p>May import everything below. Read {@link org.braindyn.people.TrainPeople} first.
 */
package org.braindyn.people;
