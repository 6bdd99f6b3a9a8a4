/**
 * Commands that ask something across people: who is alike, what can be foretold of them, how groups
 * differ. Read {@link org.braindyn.command.cohort.PredictVariable} first. May import {@code
 * cohort}, {@code kind} (models that embed), {@code io} and {@code fiji}.
 */
package org.braindyn.command.cohort;
