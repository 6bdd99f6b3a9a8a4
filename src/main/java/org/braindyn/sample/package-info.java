/**
 * Sample folders with a known answer.
 *
 * <p>May import {@code data}, {@code io}, {@code simulation}. Read {@link
 * org.braindyn.sample.SampleFolder} first.
 */
package org.braindyn.sample;
