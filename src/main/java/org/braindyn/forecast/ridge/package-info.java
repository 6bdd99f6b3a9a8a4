/**
 * Direct ridge: every step ahead by a regression of its own on the whole context, fitted from sums
 * that can be added over people.
 *
 * <p>May import {@code data}, {@code signal}, {@code kernel.linalg}, {@code forecast}. Read {@link
 * org.braindyn.forecast.ridge.DirectRidgeFit} first.
 */
package org.braindyn.forecast.ridge;
