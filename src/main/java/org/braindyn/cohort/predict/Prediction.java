package org.braindyn.cohort.predict;

import java.util.List;
import org.braindyn.data.Regions;

/**
 * A column foretold by every set of features.
 *
 * @param target what was foretold; its rows are the people who were used
 * @param people names of those who were used
 * @param rows covariates alone first, then functional connectivity, then the others
 * @param importance of every region for functional connectivity; null if it was not wanted
 * @param regions the regions
 * @param warnings what speaks against the answer; the first is the verdict where there is one
 * @param notes how it was made and who was left out
 */
public record Prediction(
    Target target,
    List<String> people,
    List<PredictionRow> rows,
    Importance importance,
    Regions regions,
    List<String> warnings,
    List<String> notes) {}
