/**
 * Remembers what commands have run, from their SciJava modules.
 *
 * <p>May import {@code data}, {@code session}. Read {@link org.braindyn.fiji.session.SessionLog}
 * first.
 */
package org.braindyn.fiji.session;
