/**
 * BrainDyn trained on what a linear part leaves over.
 *
 * <p>May import {@code training}, {@code model}, {@code forecast}, {@code io}. Read {@link
 * org.braindyn.training.residual.ResidualTraining} first.
 */
package org.braindyn.training.residual;
