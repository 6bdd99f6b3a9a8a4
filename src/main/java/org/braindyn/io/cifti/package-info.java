/**
 * CIFTI-2: values at greyordinates (vertices of two surfaces and voxels of deep structures) or at
 * parcels of them, in a NIfTI-2 file with an XML extension (CIFTI-2 file format, 2014,
 * nitrc.org/projects/cifti).
 *
 * <p>Read: {@code .ptseries.nii} (signals), {@code .dtseries.nii} with {@code .dlabel.nii} (to be
 * parcellated), {@code .pconn.nii} (weights). Written: {@code .ptseries.nii}. Start at {@link
 * org.braindyn.io.cifti.CiftiFile}. May import {@code data}, {@code io.door} and io's helpers.
 */
package org.braindyn.io.cifti;
