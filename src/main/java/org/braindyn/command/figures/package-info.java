/**
 * Commands that make pictures and reports.
 *
 * <p>May import everything but other commands. Read {@link org.braindyn.command.figures.MakeFigure}
 * first.
 */
package org.braindyn.command.figures;
