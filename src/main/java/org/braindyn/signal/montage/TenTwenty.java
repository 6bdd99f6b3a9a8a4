package org.braindyn.signal.montage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The international 10-20 system: names of electrodes in all their spellings, and places on a
 * sphere (BESA's angles; Jasper 1958, Electroencephalogr. Clin. Neurophysiol. 10:371).
 */
public final class TenTwenty {
  /** The 19 channels of the 10-20 system in the order of the TUSZ recordings. */
  public static final List<String> TUSZ =
      List.of(
          "FP1", "FP2", "F3", "F4", "C3", "C4", "P3", "P4", "O1", "O2", "F7", "F8", "T3", "T4",
          "T5", "T6", "FZ", "CZ", "PZ");

  /** Radius of the head in mm. */
  public static final double RADIUS = 85;

  private static final Map<String, double[]> PLACES = new LinkedHashMap<>();
  private static final Map<String, String> OTHER_NAMES =
      Map.of("T7", "T3", "T8", "T4", "P7", "T5", "P8", "T6");

  static {
    place("FP1", -92, -72);
    place("FPZ", 92, 90);
    place("FP2", 92, 72);
    place("F7", -92, -36);
    place("F3", -60, -51);
    place("FZ", 46, 90);
    place("F4", 60, 51);
    place("F8", 92, 36);
    place("T3", -92, 0);
    place("C3", -46, 0);
    place("CZ", 0, 0);
    place("C4", 46, 0);
    place("T4", 92, 0);
    place("T5", -92, 36);
    place("P3", -60, 51);
    place("PZ", 46, -90);
    place("P4", 60, -51);
    place("T6", 92, -36);
    place("O1", -92, 72);
    place("OZ", 92, -90);
    place("O2", 92, -72);
  }

  private TenTwenty() {}

  private static void place(String name, double inclination, double azimuth) {
    double theta = Math.toRadians(inclination);
    double phi = Math.toRadians(azimuth);
    PLACES.put(
        name,
        new double[] {
          Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta)
        });
  }

  /**
   * The electrode that a label means: case, blanks, dots, "EEG" before and a reference ("-REF",
   * "-LE", "-A1", ...) behind do not count, and T7 T8 P7 P8 are T3 T4 T5 T6.
   *
   * @return its name in the older system, e.g. "T3", or null if it means none, as "FP1-F7" does
   */
  public static String electrode(String label) {
    String name = bare(label);
    name = OTHER_NAMES.getOrDefault(name, name);
    return PLACES.containsKey(name) ? name : null;
  }

  /** A label without what does not count: "EEG Fp1-REF" is FP1. */
  static String bare(String label) {
    String name = label.toUpperCase(Locale.ROOT).replaceAll("[\\s._]", "");
    name = name.replaceFirst("^(EEG|POL|SEEG)-?", "");
    return name.replaceFirst("(?<=\\d|Z)EEG$", "")
        .replaceFirst(
            "[-:/](REF|LE|AR|AVG?|AVE|A1|A2|A1A2|A1\\+A2|M1|M2|AA|LINKED|LER|CAR|CLE|AVERAGE|COMMON|0)$",
            "");
  }

  /** Place on the unit sphere: x to the right ear, y to the nose, z up; null if unknown. */
  public static double[] place(String label) {
    String name = electrode(label);
    return name == null ? null : PLACES.get(name).clone();
  }

  /** The usual spelling: Fp1, Cz. */
  public static String spelled(String electrode) {
    String lower = electrode.toLowerCase(Locale.ROOT);
    return electrode.charAt(0) + lower.substring(1);
  }
}
