package org.braindyn.signal.cleaning;

import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;

/**
 * Order and units of six columns of head motion: three translations in mm and three rotations in
 * rad or degrees, either first.
 */
public enum MotionOrder {
  /** By the file's name, if the movement is plausible so; else the plausible one. */
  AUTO("auto", false, false, ""),
  /** FSL's .par: rotations in rad, then translations in mm. */
  FSL("FSL", true, false, "FSL's .par: rotations (rad), then translations (mm)"),
  /** SPM's rp_*.txt: translations in mm, then rotations in rad. */
  SPM("SPM", false, false, "SPM's rp_*.txt: translations (mm), then rotations (rad)"),
  /** AFNI's .1D: rotations in degrees, then translations in mm. */
  AFNI("AFNI", true, true, "AFNI's .1D: rotations (degrees), then translations (mm)"),
  /** The HCP's Movement_Regressors.txt: translations in mm, then rotations in degrees. */
  HCP("HCP", false, true, "the HCP's Movement files: translations (mm), then rotations (degrees)");

  /** Heads turn and shift by similar ways on a sphere of 50 mm; this much apart is not believed. */
  private static final double APART = 15;

  private static final double RADIUS = 50;

  private final String word;
  private final boolean rotationsFirst;
  private final boolean degrees;
  private final String words;

  MotionOrder(String word, boolean rotationsFirst, boolean degrees, String words) {
    this.word = word;
    this.rotationsFirst = rotationsFirst;
    this.degrees = degrees;
    this.words = words;
  }

  /** The order of a dialog's word. */
  public static MotionOrder of(String word) {
    for (MotionOrder order : values()) {
      if (order.word.equalsIgnoreCase(word.strip())) {
        return order;
      }
    }
    throw new BadInput(
        "convention=" + word + " is no order of motion columns. Choose auto, FSL, SPM, AFNI, HCP.");
  }

  /** What the file's name says. */
  private static MotionOrder named(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.startsWith("rp_")
        ? SPM
        : name.endsWith(".1d") ? AFNI : name.contains("movement") ? HCP : FSL;
  }

  /** This order, or for AUTO the one that six columns are plausible in. */
  MotionOrder chosen(RegionSignals motion) {
    return this != AUTO ? this : best(motion, named(motion.source()), values());
  }

  /** The first guess, unless it is not plausible and another is more so. */
  private static MotionOrder best(RegionSignals motion, MotionOrder guess, MotionOrder... others) {
    MotionOrder best = guess;
    if (guess.doubt(motion) <= Math.log(APART)) {
      return guess;
    }
    for (MotionOrder order : others) {
      if (order != AUTO && order.doubt(motion) < best.doubt(motion)) {
        best = order;
      }
    }
    return best;
  }

  /**
   * True if the rotations of columns whose names tell the order are degrees: chosen (AFNI, HCP), or
   * because they are not plausible in rad.
   *
   * @param motion three translations, then three rotations
   */
  boolean degrees(RegionSignals motion) {
    return this != AUTO ? degrees : best(motion, SPM, HCP).degrees;
  }

  /**
   * How columns whose names tell the order were understood.
   *
   * @return "" if they are what the names promise: mm and rad
   */
  String understoodByName(RegionSignals motion) {
    boolean turned = degrees(motion);
    boolean odd = (turned ? HCP : SPM).doubt(motion) > Math.log(APART);
    if (!turned && !odd) {
      return "";
    }
    return (this == AUTO ? "Warning: " : "")
        + motion.source()
        + ": the rotations rot_x, rot_y, rot_z were read as "
        + (turned ? "degrees" : "rad")
        + (this == AUTO && turned
            ? "; in rad the head would turn and shift by very different ways."
            : ".")
        + (odd ? " Rotations and translations (mm) do not go together so." : "")
        + (this == AUTO
            ? " If that is wrong, give convention=" + (turned ? "SPM (rad)." : "HCP (degrees).")
            : "");
  }

  /** Log of how many times the way of turning is longer than that of shifting, or shorter. */
  private double doubt(RegionSignals motion) {
    double first = change(motion, 0);
    double last = change(motion, 3);
    double turning = (rotationsFirst ? first : last) * RADIUS * (degrees ? Math.PI / 180 : 1);
    double shifting = rotationsFirst ? last : first;
    return turning == 0 || shifting == 0 ? 0 : Math.abs(Math.log(turning / shifting));
  }

  /** Sum of the changes of three columns. */
  private static double change(RegionSignals motion, int from) {
    double sum = 0;
    for (int i = from; i < from + 3; i++) {
      double[] column = motion.values()[i];
      for (int t = 1; t < column.length; t++) {
        double move = Math.abs(column[t] - column[t - 1]);
        sum += Double.isFinite(move) ? move : 0;
      }
    }
    return sum;
  }

  /** How six columns were understood, and whether that is plausible. */
  String understood(RegionSignals motion) {
    MotionOrder used = chosen(motion);
    String text = motion.source() + " was read as " + used.words + ".";
    if (this == AUTO && used != named(motion.source())) {
      text +=
          " Its name would mean "
              + named(motion.source()).words
              + ", but then the head would turn and shift by very different ways.";
    }
    boolean odd = used.doubt(motion) > Math.log(APART);
    return (this == AUTO && (odd || used != named(motion.source())) ? "Warning: " : "")
        + text
        + (odd ? " Rotations and translations do not go together so either." : "")
        + (this == AUTO ? " If that is wrong, give convention." : "");
  }

  /**
   * Six columns as three translations in mm and three rotations in rad.
   *
   * @return [6][time]
   */
  double[][] columns(RegionSignals motion) {
    MotionOrder used = chosen(motion);
    double[][] columns = new double[6][];
    for (int i = 0; i < 6; i++) {
      columns[i] = motion.values()[(i + (used.rotationsFirst ? 3 : 0)) % 6].clone();
      for (int t = 0; t < columns[i].length && i > 2 && used.degrees; t++) {
        columns[i][t] = Math.toRadians(columns[i][t]);
      }
    }
    return columns;
  }
}
