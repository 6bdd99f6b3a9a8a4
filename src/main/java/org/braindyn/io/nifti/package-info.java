/**
 * NIfTI-1, NIfTI-2 and Analyze, as a stream of volumes.
 *
 * <p>May import {@code data}, {@code io}. Read {@link org.braindyn.io.nifti.Nifti} first.
 */
package org.braindyn.io.nifti;
