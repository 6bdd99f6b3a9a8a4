/**
 * A column of a manifest foretold from features: folds by person or by site, everything that is
 * fitted (scaling, confounds, the penalty) inside the fold, a permutation null, calibration, and
 * the rivals (connectivity, covariates alone) in the same table.
 *
 * <p>Read {@link org.braindyn.cohort.predict.PredictVariable} first, then {@link
 * org.braindyn.cohort.predict.Design} and {@code CrossValidation}. May import {@code data}, {@code
 * kernel.linalg}, {@code training.score} and {@code cohort}.
 */
package org.braindyn.cohort.predict;
