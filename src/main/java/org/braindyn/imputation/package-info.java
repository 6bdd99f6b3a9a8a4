/**
 * What linear algebra knows about values that are missing from a recording: lagged covariances of a
 * group and of the recording itself, a Kalman smoother on them, and the simpler bars (covariance
 * alone, time interpolation, mean) beside which every masked model is shown.
 *
 * <p>Read {@link org.braindyn.imputation.FillGaps} first, then {@link
 * org.braindyn.imputation.KalmanSmoother}. May import {@code data}, {@code signal}, {@code graph}
 * and {@code kernel}; knows no files and no images.
 */
package org.braindyn.imputation;
