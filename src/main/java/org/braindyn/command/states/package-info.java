/**
 * States that switch. Read {@link org.braindyn.command.states.FindStatesIn} first. May import
 * {@code states}, {@code people} (recordings of a folder) and {@code fiji}.
 */
package org.braindyn.command.states;
