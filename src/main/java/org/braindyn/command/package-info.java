/**
 * One SciJava command per menu entry, grouped as the menu is: parameters, one call, outputs.
 *
 * <p>May import everything. Read {@link org.braindyn.command.MainJob} first.
 */
package org.braindyn.command;
