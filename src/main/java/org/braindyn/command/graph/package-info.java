/**
 * Commands that build brain graphs.
 *
 * <p>May import everything. Read {@link org.braindyn.command.graph.BuildGraph} first.
 */
package org.braindyn.command.graph;
