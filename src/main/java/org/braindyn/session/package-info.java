/**
 * What was done in a session, as macro lines that do it again.
 *
 * <p>May import {@code data}. Read {@link org.braindyn.session.MacroLine} first.
 */
package org.braindyn.session;
