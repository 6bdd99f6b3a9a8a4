package org.braindyn.figure.brain;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;

/**
 * The outline of a brain from three sides: distances in mm from a middle, all around, every few
 * degrees from the right counter-clockwise.
 */
public final class BrainShape {
  private static final int AROUND = 72;

  /** Extents of the brain in MNI space, drawn by hand; [angle], every 15 degrees, mm. */
  private static final double[] SIDE = {
    91, 88, 81, 76, 74, 74, 75, 77, 82, 82, 84, 86, 89, 90, 89, 84, 74, 64, 60, 62, 64, 66, 78, 88
  };

  private static final double[] BACK = {
    73, 74, 75, 75, 76, 77, 75, 77, 76, 75, 75, 74, 73, 74, 76, 78, 77, 71, 68, 71, 77, 78, 76, 74
  };

  private static final double[] ABOVE = {
    73, 74, 77, 82, 88, 92, 91, 92, 88, 82, 77, 74, 73, 75, 78, 83, 88, 91, 90, 91, 88, 83, 78, 75
  };

  private static final double[] MIDDLE = {0, -17, 10};

  private final double[] middle;
  private final Map<View, double[]> radii;

  private BrainShape(double[] middle, Map<View, double[]> radii) {
    this.middle = middle;
    this.radii = radii;
  }

  /** The brain of MNI space. */
  public static BrainShape mni() {
    Map<View, double[]> radii = new EnumMap<>(View.class);
    radii.put(View.SAGITTAL, SIDE);
    radii.put(View.CORONAL, BACK);
    radii.put(View.AXIAL, ABOVE);
    return new BrainShape(MIDDLE, radii);
  }

  /** The shape that labels fill. */
  public static BrainShape of(Labels3D labels) {
    Grid grid = labels.grid();
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    double[] low = {1e9, 1e9, 1e9};
    double[] high = {-1e9, -1e9, -1e9};
    int[] image = labels.labels();
    for (int i = 0; i < image.length; i++) {
      if (image[i] != 0) {
        double[] at = grid.toWorld(i % nx, i / nx % ny, i / (nx * ny));
        for (int c = 0; c < 3; c++) {
          low[c] = Math.min(low[c], at[c]);
          high[c] = Math.max(high[c], at[c]);
        }
      }
    }
    double[] middle = new double[3];
    Arrays.setAll(middle, c -> (low[c] + high[c]) / 2);
    Map<View, double[]> radii = new EnumMap<>(View.class);
    for (View view : View.values()) {
      radii.put(view, new double[AROUND]);
    }
    for (int i = 0; i < image.length; i++) {
      if (image[i] != 0) {
        double[] at = grid.toWorld(i % nx, i / nx % ny, i / (nx * ny));
        for (View view : View.values()) {
          reach(
              radii.get(view),
              at[view.across()] - middle[view.across()],
              at[view.up()] - middle[view.up()]);
        }
      }
    }
    double voxel = Math.max(grid.spacing(0), Math.max(grid.spacing(1), grid.spacing(2)));
    radii.replaceAll((view, raw) -> smooth(raw, voxel));
    return new BrainShape(middle, radii);
  }

  /** The brain of MNI space if the places fit in it, else an ellipse around them. */
  public static BrainShape around(Regions regions) {
    double[][] places =
        regions.list().stream()
            .map(Region::centroid)
            .filter(p -> p != null)
            .toArray(double[][]::new);
    double[] low = {1e9, 1e9, 1e9};
    double[] high = {-1e9, -1e9, -1e9};
    for (double[] p : places) {
      for (int c = 0; c < 3; c++) {
        low[c] = Math.min(low[c], p[c]);
        high[c] = Math.max(high[c], p[c]);
      }
    }
    boolean fits =
        low[0] > -75
            && high[0] < 75
            && low[1] > -110
            && high[1] < 78
            && low[2] > -75
            && high[2] < 85;
    boolean large = high[1] - low[1] > 90;
    if (fits && large) {
      return mni();
    }
    double[] middle = new double[3];
    double[] half = new double[3];
    for (int c = 0; c < 3; c++) {
      middle[c] = (low[c] + high[c]) / 2;
      half[c] = Math.max(1, 0.5 * (high[c] - low[c])) * 1.35;
    }
    Map<View, double[]> radii = new EnumMap<>(View.class);
    for (View view : View.values()) {
      double[] ellipse = new double[AROUND];
      for (int k = 0; k < AROUND; k++) {
        double angle = 2 * Math.PI * k / AROUND;
        ellipse[k] =
            1
                / Math.hypot(
                    Math.cos(angle) / half[view.across()], Math.sin(angle) / half[view.up()]);
      }
      radii.put(view, ellipse);
    }
    return new BrainShape(middle, radii);
  }

  private static void reach(double[] radii, double across, double up) {
    double angle = Math.atan2(up, across);
    int k = Math.floorMod((int) Math.round(angle / (2 * Math.PI) * radii.length), radii.length);
    radii[k] = Math.max(radii[k], Math.hypot(across, up));
  }

  /** Fills directions without a voxel, then takes means over neighbours, one voxel outwards. */
  private static double[] smooth(double[] raw, double voxel) {
    int n = raw.length;
    double[] out = new double[n];
    for (int k = 0; k < n; k++) {
      double sum = 0;
      double weights = 0;
      for (int d = -3; d <= 3; d++) {
        double r = raw[Math.floorMod(k + d, n)];
        double w = r > 0 ? 4 - Math.abs(d) : 0;
        sum += w * r;
        weights += w;
      }
      out[k] = (weights > 0 ? sum / weights : 0) + voxel;
    }
    return out;
  }

  /** The outline, closed and smooth; [point][across, up] in mm. */
  double[][] outline(View view) {
    double[] r = radii.get(view);
    int points = 144;
    double[][] outline = new double[points][2];
    for (int i = 0; i < points; i++) {
      double at = (double) i * r.length / points;
      int k = (int) at;
      double radius = cubic(r, k, at - k);
      double angle = 2 * Math.PI * i / points;
      outline[i][0] = middle[view.across()] + radius * Math.cos(angle);
      outline[i][1] = middle[view.up()] + radius * Math.sin(angle);
    }
    return outline;
  }

  /** Catmull and Rom's spline through numbers on a ring. */
  private static double cubic(double[] r, int k, double t) {
    int n = r.length;
    double a = r[Math.floorMod(k - 1, n)];
    double b = r[Math.floorMod(k, n)];
    double c = r[Math.floorMod(k + 1, n)];
    double d = r[Math.floorMod(k + 2, n)];
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
}
