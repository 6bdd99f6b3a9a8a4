/**
 * Commands that ask a model what would happen.
 *
 * <p>May import everything. Read {@link org.braindyn.command.ask.Perturb} first.
 */
package org.braindyn.command.ask;
