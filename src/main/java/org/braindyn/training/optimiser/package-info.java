/**
 * AdamW, gradient clipping, learning-rate schedule, and what a model must offer to be trained.
 *
 * <p>May import {@code data}, {@code signal}. Read {@link org.braindyn.training.optimiser.AdamW}
 * first.
 */
package org.braindyn.training.optimiser;
