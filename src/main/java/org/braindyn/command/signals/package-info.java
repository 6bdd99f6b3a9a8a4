/**
 * Commands on region signals.
 *
 * <p>May import everything. Read {@link org.braindyn.command.signals.CleanSignals} first.
 */
package org.braindyn.command.signals;
