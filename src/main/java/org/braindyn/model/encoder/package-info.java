/**
 * Per-region history: the LSTM over the context, or the last value only.
 *
 * <p>May import {@code model.parameter}, {@code kernel}. Read {@link
 * org.braindyn.model.encoder.LstmEncoder} first.
 */
package org.braindyn.model.encoder;
