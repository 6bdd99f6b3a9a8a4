package org.braindyn.cohort.groups;

import java.util.List;
import org.braindyn.cohort.predict.Prediction;

/**
 * What differs between two groups, or goes with a score.
 *
 * @param pairs [link][2] regions
 * @param links links tested
 * @param regions mean connectivity of every region tested
 * @param components links above the threshold that hang together, the largest first
 * @param prediction how well the group is foretold; its first warning is the verdict
 */
public record GroupComparison(
    int[][] pairs,
    Tested links,
    Tested regions,
    List<NetworkComponent> components,
    Prediction prediction) {}
