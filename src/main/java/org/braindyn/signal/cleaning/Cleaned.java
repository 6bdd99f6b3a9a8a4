package org.braindyn.signal.cleaning;

import java.util.List;
import org.braindyn.data.RegionSignals;

/**
 * Cleaned signals.
 *
 * @param signals the same regions, without the dropped frames
 * @param displacement framewise displacement in mm of the frames that remain, or null
 * @param scrubbed which of the frames that remain were scrubbed
 * @param residualCorrelation largest |correlation| of a result with a regressed confound; NaN if
 *     none was regressed
 * @param steps what was done, in order, in sentences
 */
public record Cleaned(
    RegionSignals signals,
    double[] displacement,
    boolean[] scrubbed,
    double residualCorrelation,
    List<String> steps) {}
