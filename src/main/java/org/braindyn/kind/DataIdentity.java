package org.braindyn.kind;

import java.util.List;
import java.util.Map;
import org.braindyn.data.Regions;

/**
 * Which data a model has learnt from and may be applied to.
 *
 * @param regions the regions, in order; null if unknown
 * @param interval time between samples in s; NaN if unknown
 * @param normalisation what was done to contexts: "context" (z-score by the context) or "none"
 * @param division how the data were divided, a phrase; empty if unknown
 * @param trained people who trained; empty for one recording
 * @param chose people who chose epochs and penalties
 * @param tested people left out
 * @param hashes SHA-256 of recordings by their names
 */
public record DataIdentity(
    Regions regions,
    double interval,
    String normalisation,
    String division,
    List<String> trained,
    List<String> chose,
    List<String> tested,
    Map<String, String> hashes) {}
