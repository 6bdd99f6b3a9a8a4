/**
 * The training loop: epochs, early stopping, checkpoints that survive a kill.
 *
 * <p>May import everything below, and {@code io}. Read {@link org.braindyn.training.Trainer} first.
 */
package org.braindyn.training;
