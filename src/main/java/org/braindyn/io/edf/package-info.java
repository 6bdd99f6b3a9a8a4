/**
 * EDF, EDF+ and BDF recordings, seizure labels.
 *
 * <p>May import {@code data}, {@code io}. Read {@link org.braindyn.io.edf.Edf} first.
 */
package org.braindyn.io.edf;
