package org.braindyn.io.gifti;

/**
 * One data array of a GIFTI file.
 *
 * @param intent NIfTI intent, e.g. NIFTI_INTENT_TIME_SERIES
 * @param dims its dimensions
 * @param values row-major
 */
record GiftiArray(String intent, int[] dims, double[] values) {}
