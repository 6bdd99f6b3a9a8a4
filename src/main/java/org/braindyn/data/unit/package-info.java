/**
 * What numbers with units can be: whether a time between samples is plausible.
 *
 * <p>Imports nothing but Java. Read {@link org.braindyn.data.unit.SamplingInterval} first.
 */
package org.braindyn.data.unit;
