package org.braindyn.fiji.figures;

import ij.ImagePlus;

/**
 * What a figure is made from.
 *
 * @param image matrix, signals or map
 * @param labels where the regions lie; null for none
 * @param scan what lies below a map; null for none
 * @param significant not 0 where a link or voxel is significant; null for all
 * @param strongest how many links are drawn
 * @param frame frame to show, from 1; 0 for the largest value over time
 * @param unit what the values are, with unit; empty for a guess
 */
public record FigureInputs(
    ImagePlus image,
    ImagePlus labels,
    ImagePlus scan,
    ImagePlus significant,
    int strongest,
    int frame,
    String unit) {
  /** The unit that was given, else this one. */
  String unitOr(String guess) {
    return unit == null || unit.isBlank() ? guess : unit;
  }
}
