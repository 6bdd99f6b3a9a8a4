/**
 * Commands that make data with a known answer.
 *
 * <p>May import everything. Read {@link org.braindyn.command.samples.MakeSample} first.
 */
package org.braindyn.command.samples;
