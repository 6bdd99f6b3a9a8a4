/**
 * A masked model fine-tuned inside every fold: a linear head on its embedding in closed form, then
 * the encoder a little further, stopped early on people of the training part. Read {@link
 * org.braindyn.cohort.predict.tuned.TunedFold} first. May import {@code cohort.predict.fit}, {@code
 * kind}, {@code kernel.linalg} and {@code data}.
 */
package org.braindyn.cohort.predict.tuned;
