/**
 * Model files (docs/formats.md).
 *
 * <p>May import {@code data}, {@code graph}, {@code model}, {@code io.arrays}. Read {@link
 * org.braindyn.io.model.ModelFile} first.
 */
package org.braindyn.io.model;
