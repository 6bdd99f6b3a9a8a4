/**
 * Training of masked autoencoders: optimisers, schedule, random masks, checkpoints. May import
 * data, kernel, io and the other sub-packages of masked but file. Read {@link
 * org.braindyn.masked.train.MaskedTraining} first.
 */
package org.braindyn.masked.train;
