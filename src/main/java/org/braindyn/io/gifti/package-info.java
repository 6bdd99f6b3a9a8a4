/**
 * GIFTI: values at the vertices of one surface, in XML (GIFTI surface data format 1.0, 2011,
 * nitrc.org/projects/gifti).
 *
 * <p>Read: series ({@code .func.gii}) and labels ({@code .label.gii}, {@code .annot.gii}), to be
 * parcellated. Start at {@link org.braindyn.io.gifti.Surfaces}. May import {@code data}, {@code
 * io.door}.
 */
package org.braindyn.io.gifti;
