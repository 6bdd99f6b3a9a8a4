/**
 * Uses of a trained model: wiring inference, seizure detection.
 *
 * <p>May import everything below. Read {@link org.braindyn.task.WiringInference} first.
 */
package org.braindyn.task;
