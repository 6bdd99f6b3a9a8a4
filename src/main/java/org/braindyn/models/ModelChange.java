package org.braindyn.models;

import org.braindyn.data.Precision;

/**
 * How a stored model shall compute otherwise than it was stored; null leaves a value as it is.
 *
 * @param context samples of context
 * @param chunk samples it forecasts at once
 * @param method ODE method
 * @param dt time of a sample in the ODE
 * @param precision width of its numbers
 */
public record ModelChange(
    Integer context, Integer chunk, String method, Double dt, Precision precision) {}
