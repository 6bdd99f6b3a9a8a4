package org.braindyn.task;

/**
 * How well a method's matrix finds links that are known, beside what it finds without knowing
 * anything of time, and beside itself turned round.
 *
 * @param method name of the method
 * @param auroc area under the ROC curve over ordered pairs whose truth is known
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param shifted mean of the same on recordings whose regions were shifted in circles, each by
 *     another time: the null that counts, which need not be 0.5; NaN if it was not made
 * @param shiftedHigh 95th percentile of it
 * @param p share of shifted recordings that score as high
 * @param transposed area for the matrix with sources and targets exchanged
 * @param direction area less that of the transposed matrix
 * @param directionLow lower end of its 95 % interval; above 0, direction can be read
 * @param directionHigh upper end
 */
public record TruthScore(
    String method,
    double auroc,
    double low,
    double high,
    double shifted,
    double shiftedHigh,
    double p,
    double transposed,
    double direction,
    double directionLow,
    double directionHigh) {}
