package org.braindyn.signal.cleaning;

import java.util.List;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;

/**
 * Framewise displacement: sum of the absolute changes of three translations (mm) and three
 * rotations (rad, on a sphere of 50 mm) from one frame to the next (Power et al. 2012, NeuroImage
 * 59:2142).
 */
public final class FramewiseDisplacement {
  private static final double RADIUS = 50;
  private static final List<String> FMRIPREP =
      List.of("trans_x", "trans_y", "trans_z", "rot_x", "rot_y", "rot_z");

  /** Order and unit of six columns without names that tell, by the file's name. */
  public enum Convention {
    /** FSL's .par and anything else: rotations in rad, then translations in mm. */
    FSL(true, false, "FSL's .par: rotations (rad), then translations (mm)"),
    /** SPM's rp_*.txt: translations in mm, then rotations in rad. */
    SPM(false, false, "SPM's rp_*.txt: translations (mm), then rotations (rad)"),
    /** AFNI's .1D: rotations in degrees, then translations in mm. */
    AFNI(true, true, "AFNI's .1D: rotations (degrees), then translations (mm)");

    private final boolean rotationsFirst;
    private final boolean degrees;
    private final String words;

    Convention(boolean rotationsFirst, boolean degrees, String words) {
      this.rotationsFirst = rotationsFirst;
      this.degrees = degrees;
      this.words = words;
    }

    static Convention of(String file) {
      String name = file.toLowerCase(Locale.ROOT);
      return name.startsWith("rp_") ? SPM : name.endsWith(".1d") ? AFNI : FSL;
    }
  }

  private FramewiseDisplacement() {}

  /**
   * How six columns were understood, with a warning if they do not look like it: heads shift by
   * more mm than they turn in rad.
   *
   * @return a sentence, or "" if the columns have names that tell
   */
  public static String understood(RegionSignals motion) {
    List<String> names = motion.regions().names();
    if (names.contains("framewise_displacement")
        || names.containsAll(FMRIPREP)
        || names.size() != 6) {
      return "";
    }
    Convention convention = Convention.of(motion.source());
    String text = motion.source() + " was read as " + convention.words + ".";
    double first = change(motion, 0);
    double last = change(motion, 3);
    double turning = convention.rotationsFirst ? first : last;
    double shifting = convention.rotationsFirst ? last : first;
    return convention.degrees || turning <= shifting
        ? text
        : text
            + " Warning: the rotations change more than the translations; if the columns are in"
            + " another order, name them trans_x, trans_y, trans_z, rot_x, rot_y, rot_z.";
  }

  /** Sum of the changes of three columns. */
  private static double change(RegionSignals motion, int from) {
    double sum = 0;
    for (int i = from; i < from + 3; i++) {
      double[] column = motion.values()[i];
      for (int t = 1; t < column.length; t++) {
        sum += Math.abs(column[t] - column[t - 1]);
      }
    }
    return sum;
  }

  /**
   * Displacement of every frame from the one before, in mm; 0 for the first.
   *
   * @param motion a table with a column framewise_displacement, with fMRIPrep's trans_x ... rot_z,
   *     or with exactly six columns, see {@link Convention}
   */
  public static double[] of(RegionSignals motion) {
    List<String> names = motion.regions().names();
    int ready = names.indexOf("framewise_displacement");
    if (ready >= 0) {
      double[] fd = motion.values()[ready].clone();
      for (int t = 0; t < fd.length; t++) {
        if (Double.isNaN(fd[t]) && t > 0) {
          throw new BadInput(motion.source() + ": no framewise displacement in frame " + (t + 1));
        }
      }
      fd[0] = Double.isNaN(fd[0]) ? 0 : fd[0];
      return fd;
    }
    double[][] columns = new double[6][];
    if (names.containsAll(FMRIPREP)) {
      for (int i = 0; i < 6; i++) {
        columns[i] = motion.values()[names.indexOf(FMRIPREP.get(i))];
      }
    } else if (names.size() == 6) {
      Convention convention = Convention.of(motion.source());
      for (int i = 0; i < 6; i++) {
        columns[i] = motion.values()[(i + (convention.rotationsFirst ? 3 : 0)) % 6].clone();
        for (int t = 0; t < columns[i].length && i > 2 && convention.degrees; t++) {
          columns[i][t] = Math.toRadians(columns[i][t]);
        }
      }
    } else {
      throw new BadInput(
          motion.source()
              + " has no motion parameters: neither framewise_displacement, nor trans_x ... rot_z,"
              + " nor six columns as in a .par file. Its columns are "
              + motion.regions().summary()
              + ".");
    }
    return fromParameters(columns);
  }

  /**
   * @param columns three translations in mm, then three rotations in rad, [6][time]
   */
  static double[] fromParameters(double[][] columns) {
    double[] fd = new double[columns[0].length];
    for (int t = 1; t < fd.length; t++) {
      for (int i = 0; i < 6; i++) {
        fd[t] += Math.abs(columns[i][t] - columns[i][t - 1]) * (i < 3 ? 1 : RADIUS);
      }
    }
    return fd;
  }
}
