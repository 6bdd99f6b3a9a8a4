package org.braindyn.forecast.family.personal;

import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;
import org.braindyn.data.join.AtlasOverlap;
import org.braindyn.data.join.AtlasPoints;

/**
 * How two atlases cut one field.
 *
 * @param model points of the model's regions, [region][point][x, y, z] in mm
 * @param own points of the recording's
 * @param overlap volumes, the model's regions first
 */
public record CutField(double[][][] model, double[][][] own, AtlasOverlap overlap) {
  private static final int POINTS = 6000;
  private static final int MOST = 40;
  private static final int LEAST = 4;

  /**
   * From two atlases of one space.
   *
   * @param from atlas of the model's regions
   * @param to atlas of the recording's
   */
  public static CutField of(Atlas from, Regions model, Atlas to, Regions own) {
    int most = Math.max(LEAST, Math.min(MOST, POINTS / (model.size() + own.size())));
    return new CutField(
        AtlasPoints.of(from, model, most),
        AtlasPoints.of(to, own, most),
        AtlasOverlap.of(from, model, to, own));
  }
}
