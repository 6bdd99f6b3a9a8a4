/**
 * Commands that open and save.
 *
 * <p>May import everything. Read {@link org.braindyn.command.open.OpenScan} first.
 */
package org.braindyn.command.open;
