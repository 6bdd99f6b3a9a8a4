/**
 * What is fitted to those who train and says something of those who are tested: scaling, confounds,
 * ridge and logistic regression through products of features. Knows nothing of folds. May import
 * {@code data} and {@code kernel.linalg}.
 */
package org.braindyn.cohort.predict.fit;
