package org.braindyn.io.model;

import java.util.Map;
import org.braindyn.data.Regions;

/**
 * Where a model comes from and what it may be applied to; kept in its file.
 *
 * @param regions the regions it was trained on, in order; null if unknown
 * @param interval time between samples in s; NaN if unknown
 * @param normalisation what was done to contexts, e.g. "context" (z-score by the context) or "none"
 * @param seed seed of its training
 * @param version version of the program that wrote it
 * @param hashes SHA-256 of input files by their names
 * @param recipe anything else: training settings, scores; values are strings, numbers, booleans,
 *     lists or maps of these
 */
public record ModelInfo(
    Regions regions,
    double interval,
    String normalisation,
    long seed,
    String version,
    Map<String, String> hashes,
    Map<String, Object> recipe) {
  /** Nothing known. */
  public static final ModelInfo UNKNOWN =
      new ModelInfo(null, Double.NaN, "none", 0, "", Map.of(), Map.of());
}
