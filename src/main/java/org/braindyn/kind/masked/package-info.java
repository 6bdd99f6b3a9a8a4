/**
 * The masked autoencoder as a kind of model: it is trained to fill what is hidden and forecasts by
 * taking the future as hidden. May import masked, imputation, kernel, forecast, signal, training
 * and what {@code kind} may. Read {@link org.braindyn.kind.masked.MaskedKind} first.
 */
package org.braindyn.kind.masked;
