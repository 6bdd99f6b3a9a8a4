package org.braindyn.signal.cleaning;

import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;

/**
 * Framewise displacement: sum of the absolute changes of three translations (mm) and three
 * rotations (rad, on a sphere of 50 mm) from one frame to the next (Power et al. 2012, NeuroImage
 * 59:2142).
 */
public final class FramewiseDisplacement {
  private static final double RADIUS = 50;
  private static final List<String> FMRIPREP =
      List.of("trans_x", "trans_y", "trans_z", "rot_x", "rot_y", "rot_z");

  private FramewiseDisplacement() {}

  /**
   * How six columns were understood.
   *
   * @return a sentence, or "" if the columns have names that tell and are plausible so
   */
  static String understood(RegionSignals motion, MotionOrder order) {
    List<String> names = motion.regions().names();
    if (names.contains("framewise_displacement")) {
      return "";
    }
    if (names.containsAll(FMRIPREP)) {
      return order.understoodByName(byName(motion));
    }
    return names.size() != 6 ? "" : order.understood(motion);
  }

  /** Translations, then rotations, of a table whose names tell which is which. */
  private static RegionSignals byName(RegionSignals motion) {
    double[][] columns = new double[6][];
    for (int i = 0; i < 6; i++) {
      columns[i] = motion.values()[motion.regions().names().indexOf(FMRIPREP.get(i))];
    }
    return new RegionSignals(Regions.named(FMRIPREP), columns, motion.interval(), motion.source());
  }

  /**
   * Displacement of every frame from the one before, in mm; 0 for the first.
   *
   * @param motion a table with a column framewise_displacement, with fMRIPrep's trans_x ... rot_z,
   *     or with exactly six columns, see {@link MotionOrder}
   * @param order order and units of six columns without names; with names, whether rotations are in
   *     degrees
   */
  public static double[] of(RegionSignals motion, MotionOrder order) {
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
      RegionSignals six = byName(motion);
      boolean degrees = order.degrees(six);
      for (int i = 0; i < 6; i++) {
        double unit = i > 2 && degrees ? Math.PI / 180 : 1;
        columns[i] = Arrays.stream(six.values()[i]).map(v -> v * unit).toArray();
      }
    } else if (names.size() == 6) {
      columns = order.columns(motion);
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
