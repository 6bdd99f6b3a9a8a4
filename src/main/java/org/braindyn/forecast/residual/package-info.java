/**
 * BrainDyn for what a linear part leaves over: descriptors of the context, and both parts joined.
 *
 * <p>May import {@code data}, {@code signal}, {@code model}, {@code forecast}, {@code
 * forecast.ridge}. Read {@link org.braindyn.forecast.residual.ResidualBrainDyn} first.
 */
package org.braindyn.forecast.residual;
