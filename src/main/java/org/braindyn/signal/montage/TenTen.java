package org.braindyn.signal.montage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Places of the 10-10 system on a sphere (Chatrian et al. 1985, Am. J. EEG Technol. 25:83), made as
 * the system is measured: the midline and the ring through Fpz, T7, Oz and T8 are cut every 23 and
 * 18 degrees, and each row from the ring to the midline into four equal arcs of the circle through
 * its ends. The electrodes of {@link TenTwenty} keep the places they have there; BESA's angles of
 * the others lie within 1.3 degrees, of AF3, AF4, PO3 and PO4 within 3.5.
 */
public final class TenTen {
  private static final double RING = 92; // degrees from Cz
  private static final double LOWER = 115; // the ring of F9, T9, P9
  private static final String[] ROWS = {"AF", "F", "FC", "C", "CP", "P", "PO"};
  private static final String[] ENDS = {"AF", "F", "FT", "T", "TP", "P", "PO"};
  private static final int STEPS = 4;

  private static final Map<String, double[]> PLACES = new HashMap<>();

  static {
    put("NZ", at(LOWER, 0));
    put("IZ", at(LOWER, 180));
    pair("FP", 1, at(RING, 18));
    pair("O", 1, at(RING, 162));
    put("FPZ", at(RING, 0));
    put("OZ", at(RING, 180));
    for (int row = 0; row < ROWS.length; row++) {
      double azimuth = 36 + 18.0 * row;
      double[] middle = at(69 - 23.0 * row, 0);
      double[] end = at(RING, azimuth);
      put(ROWS[row] + "Z", middle);
      pair(ENDS[row], 7, end);
      pair(ENDS[row], 9, at(LOWER, azimuth));
      for (int step = 1; step < STEPS; step++) {
        pair(ROWS[row], 7 - 2 * step, onArc(end, middle, (double) step / STEPS));
      }
    }
  }

  private TenTen() {}

  /**
   * Place of an electrode of the 10-20 or 10-10 system.
   *
   * @param label name in any case, with "EEG" before and a reference behind as {@link
   *     TenTwenty#electrode} takes it
   * @return x to the right ear, y to the nose, z up, on the unit sphere; null if it is none of them
   */
  public static double[] place(String label) {
    double[] old = TenTwenty.place(label);
    double[] place = old == null ? PLACES.get(TenTwenty.bare(label)) : old;
    return place == null ? null : place.clone();
  }

  private static void put(String name, double[] place) {
    PLACES.put(name.toUpperCase(Locale.ROOT), place);
  }

  /** An electrode on the left, of odd number, and the one on the right. */
  private static void pair(String row, int odd, double[] left) {
    put(row + odd, left);
    put(row + (odd + 1), new double[] {-left[0], left[1], left[2]});
  }

  /** Angle from Cz and from the nose to the left, in degrees. */
  private static double[] at(double inclination, double azimuth) {
    double theta = Math.toRadians(inclination);
    double phi = Math.toRadians(90 + azimuth);
    return new double[] {
      Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta)
    };
  }

  /** On the circle through a place on the left, one in the middle and the first one's mirror. */
  private static double[] onArc(double[] left, double[] middle, double share) {
    // The circle's plane holds the x axis' direction; its normal is across it.
    double dy = middle[1] - left[1];
    double dz = middle[2] - left[2];
    double length = Math.hypot(dy, dz);
    double[] up = {0, dy / length, dz / length};
    // Centre on the plane x = 0 along up: as far from the left end as from the middle.
    double height = (length * length - left[0] * left[0]) / (2 * length);
    double radius = length - height;
    double[] centre = {0, left[1] + height * up[1], left[2] + height * up[2]};
    double whole = Math.atan2(-left[0], -height); // from the middle, at 0, to the left end
    double angle = (1 - share) * whole;
    double x = -radius * Math.sin(angle);
    double along = radius * Math.cos(angle);
    return new double[] {x, centre[1] + along * up[1], centre[2] + along * up[2]};
  }
}
