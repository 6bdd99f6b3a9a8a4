package org.braindyn.planning;

import java.util.Map;

/**
 * What one site is good for.
 *
 * @param row the site
 * @param worth share of the cost that its best waveform saves, by the model
 * @param low 2.5 % point of the same over refits; NaN without
 * @param high 97.5 % point
 * @param judged the model's waveform in the eyes of other families, by name
 * @param byWeights sum of the graph's weights to the targets; NaN without a graph
 * @param byFc mean absolute correlation with the targets
 * @param p against laws fitted to shifted recordings; NaN without
 * @param q the same, adjusted over all sites as one family
 */
public record SiteRow(
    int row,
    double worth,
    double low,
    double high,
    Map<String, Double> judged,
    double byWeights,
    double byFc,
    double p,
    double q) {
  SiteRow tested(double newP, double newQ) {
    return new SiteRow(row, worth, low, high, judged, byWeights, byFc, newP, newQ);
  }
}
