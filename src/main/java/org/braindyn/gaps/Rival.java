package org.braindyn.gaps;

import org.braindyn.imputation.FillMethod;
import org.braindyn.imputation.FillScore;

/**
 * A method and how well it met the values hidden on purpose, the same for all methods.
 *
 * @param method what filled
 * @param score by region and length of gap
 */
public record Rival(FillMethod method, FillScore score) {}
