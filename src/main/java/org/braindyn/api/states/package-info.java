/**
 * States that switch, for scripts. Read {@link org.braindyn.api.states.States} first. May import
 * {@code api} and what the command of the menu stands on.
 */
package org.braindyn.api.states;
