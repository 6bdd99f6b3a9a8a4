package org.braindyn.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;

/**
 * A brain-like ellipsoid of two hemispheres, cut into contiguous regions (a Voronoi tessellation of
 * random seeds, half of them in each hemisphere), with tissue contrast.
 *
 * @param labels label image; 0 outside the brain and between the hemispheres
 * @param regions the regions in order of label
 * @param mean mean intensity of every voxel, x fastest; 0 outside
 */
record PhantomAnatomy(Labels3D labels, Regions regions, double[] mean) {
  /**
   * @param size voxels along x, y, z
   * @param regions number of regions, even
   */
  static PhantomAnatomy make(int[] size, int regions, Seed seed) {
    if (regions < 4 || regions % 2 != 0 || regions > 200) {
      throw new BadInput(
          "A phantom of " + regions + " regions: choose an even number from 4 to 200.");
    }
    Grid grid = grid(size);
    Seed.Stream random = seed.stream("anatomy");
    double[][] centre = centres(regions, random);
    int[] row = new int[grid.voxels()];
    double[] mean = new double[grid.voxels()];
    for (int z = 0, i = 0; z < size[2]; z++) {
      for (int y = 0; y < size[1]; y++) {
        for (int x = 0; x < size[0]; x++, i++) {
          double[] p = {unit(x, size[0]), unit(y, size[1]), unit(z, size[2])};
          double radius = norm(p);
          boolean inside = radius <= 1 && Math.abs(p[0]) > 0.03;
          row[i] = inside ? nearest(centre, p) : -1;
          mean[i] = radius <= 1 ? intensity(p, radius, inside, random) : 0;
        }
      }
    }
    return labelled(grid, LargestPiece.keep(row, size, regions), regions, centre, mean, random);
  }

  private static final double WIDTH = 144; // mm

  private static Grid grid(int[] size) {
    double[][] affine = new double[3][4];
    double spacing = WIDTH / size[0]; // as wide as a brain, whatever the number of voxels
    for (int a = 0; a < 3; a++) {
      if (size[a] < 8 || size[a] > 256) {
        throw new BadInput("A phantom needs 8 to 256 voxels along every axis, got " + size[a]);
      }
      affine[a][a] = spacing;
      affine[a][3] = -spacing / 2 * (size[a] - 1);
    }
    affine[1][3] -= 18; // the middle of a brain lies behind the anterior commissure
    affine[2][3] += 9;
    return new Grid(size.clone(), affine, Grid.AffineSource.SFORM);
  }

  /** Voxel index to -1..1 over the ellipsoid's diameter, which leaves one voxel of margin. */
  private static double unit(int index, int size) {
    return (index - (size - 1) / 2.0) / (size / 2.0 - 1);
  }

  private static double norm(double[] p) {
    return Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
  }

  /** Seeds far from each other (best of 30 candidates), the right half mirrors the left one. */
  private static double[][] centres(int regions, Seed.Stream random) {
    List<double[]> left = new ArrayList<>();
    while (left.size() < regions / 2) {
      double[] best = null;
      double furthest = -1;
      for (int k = 0; k < 30; k++) {
        double[] p = {random.uniform(-1, -0.15), random.uniform(-1, 1), random.uniform(-1, 1)};
        if (norm(p) > 0.9) {
          continue;
        }
        double gap = 10;
        for (double[] q : left) {
          gap = Math.min(gap, norm(new double[] {p[0] - q[0], p[1] - q[1], p[2] - q[2]}));
        }
        if (gap > furthest) {
          furthest = gap;
          best = p;
        }
      }
      if (best != null) {
        left.add(best);
      }
    }
    left.sort((a, b) -> Double.compare(b[1], a[1])); // from front to back, as atlases do
    List<double[]> all = new ArrayList<>(left);
    for (double[] p : left) {
      all.add(new double[] {-p[0], p[1], p[2]});
    }
    return all.toArray(double[][]::new);
  }

  private static int nearest(double[][] centre, double[] p) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int r = 0; r < centre.length; r++) {
      if (Math.signum(centre[r][0]) == Math.signum(p[0])) {
        double gap =
            norm(new double[] {p[0] - centre[r][0], p[1] - centre[r][1], p[2] - centre[r][2]});
        if (gap < least) {
          least = gap;
          best = r;
        }
      }
    }
    return best;
  }

  /** A darker rind with folds, a brighter core, dark fluid in ventricles and between halves. */
  private static double intensity(double[] p, double radius, boolean inside, Seed.Stream random) {
    double grain = random.uniform(-25, 25);
    boolean ventricle =
        Math.abs(Math.abs(p[0]) - 0.14) < 0.07 && Math.abs(p[1]) < 0.3 && Math.abs(p[2]) < 0.18;
    if (!inside || ventricle) {
      return 620 + grain;
    }
    double folds = 0.06 * Math.sin(9 * p[0] + 2) * Math.sin(11 * p[1]) * Math.cos(10 * p[2]);
    return (radius + folds > 0.72 ? 900 : 1150) + grain;
  }

  private static PhantomAnatomy labelled(
      Grid grid, int[] row, int regions, double[][] centre, double[] mean, Seed.Stream random) {
    int[] label = new int[regions];
    for (int r = 0; r < regions; r++) {
      int first = r == 0 ? 1 : r == regions / 2 ? 1001 : label[r - 1] + 1;
      label[r] = first + (random.uniform() < 0.5 ? random.integer(6) : 0); // atlases have gaps
    }
    long[] voxels = new long[regions];
    double[][] centroid = new double[regions][3];
    int[] labels = new int[row.length];
    int[] size = grid.size();
    for (int i = 0; i < row.length; i++) {
      if (row[i] >= 0) {
        labels[i] = label[row[i]];
        voxels[row[i]]++;
        double[] world = grid.toWorld(i % size[0], i / size[0] % size[1], i / size[0] / size[1]);
        for (int a = 0; a < 3; a++) {
          centroid[row[i]][a] += world[a];
        }
      }
    }
    List<Region> list = new ArrayList<>();
    Map<String, Integer> used = new HashMap<>();
    for (int r = 0; r < regions; r++) {
      for (int a = 0; a < 3; a++) {
        centroid[r][a] /= Math.max(1, voxels[r]);
      }
      String stem = (r < regions / 2 ? "L-" : "R-") + lobe(centre[r]);
      String name = stem + "-" + used.merge(stem, 1, Integer::sum);
      list.add(new Region(label[r], name, voxels[r], centroid[r]));
    }
    return new PhantomAnatomy(
        new Labels3D(grid, labels, "phantom labels"), new Regions(list), mean);
  }

  private static String lobe(double[] p) {
    if (p[2] < -0.25 && Math.abs(p[0]) > 0.35 && p[1] > -0.6) {
      return "Temporal";
    }
    return p[1] > 0.2 ? "Frontal" : p[1] < -0.55 ? "Occipital" : "Parietal";
  }
}
