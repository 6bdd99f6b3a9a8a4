/**
 * Commands from scan to regions and back.
 *
 * <p>May import everything. Read {@link org.braindyn.command.regions.Parcellate} first.
 */
package org.braindyn.command.regions;
