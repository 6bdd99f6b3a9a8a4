/**
 * What commands ask that take one recording or those of many people. Read {@link
 * org.braindyn.command.recordings.RecordingsCommand} first. May import {@code people} and {@code
 * fiji}.
 */
package org.braindyn.command.recordings;
