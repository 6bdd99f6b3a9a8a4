/**
 * Commands of the seizure task.
 *
 * <p>May import everything. Read {@link org.braindyn.command.eeg.TrainSeizureDetector} first.
 */
package org.braindyn.command.eeg;
