package org.braindyn.model.parameter;

import org.braindyn.data.SignalBatch;

/**
 * What the model makes of each region's context.
 *
 * @param stalks h, [window, region, 1, hidden]
 * @param messages L, what each region receives from the others, [window, region, 1, hidden]
 */
public record Embedding(SignalBatch stalks, SignalBatch messages) {}
