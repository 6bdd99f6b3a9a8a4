package org.braindyn.cohort.site;

/**
 * How well one method does one thing at the new site.
 *
 * @param question what was asked, e.g. "20 % of pieces"
 * @param method who answered
 * @param measure R2, MSE in context units, or share recognised
 * @param value the number, NaN if it could not be had
 * @param better recordings in which it does better than the linear transfer; -1 where that is not
 *     asked
 */
public record SiteRow(String question, String method, String measure, double value, int better) {}
