package org.braindyn.training;

import org.braindyn.model.parameter.Parameters;

/**
 * What training left behind; the model itself holds the best parameters.
 *
 * @param best parameters of the best epoch
 * @param bestEpoch number of the best epoch, 0 if none was finished
 * @param bestLoss its validation loss, NaN if none was finished
 * @param log what happened epoch by epoch
 */
public record TrainingResult(Parameters best, int bestEpoch, double bestLoss, TrainingLog log) {}
