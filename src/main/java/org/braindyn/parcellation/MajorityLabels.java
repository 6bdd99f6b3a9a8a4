package org.braindyn.parcellation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.parallel.Parallel;

/**
 * Labels onto another grid by what fills most of each voxel, background counting as a label. A
 * region that would be lost gets the one voxel of which it fills most.
 *
 * <p>Against the nearest label this halves the distance by which regions move (docs/validation.md).
 */
final class MajorityLabels {
  private static final int LEAST_POINTS = 5;
  private static final int MOST_POINTS = 15;
  private static final int NAMED = 20;

  private final Labels3D source;
  private final Grid target;
  private final double[][] map;
  private final double[] offsets;

  private MajorityLabels(Labels3D source, Grid target) {
    this.source = source;
    this.target = target;
    map = GridMatch.targetToSource(source.grid(), target);
    double ratio = 0;
    for (int axis = 0; axis < 3; axis++) {
      ratio = Math.max(ratio, target.spacing(axis) / source.grid().spacing(axis));
    }
    int points = (int) Math.max(LEAST_POINTS, Math.min(MOST_POINTS, Math.ceil(2 * ratio)));
    offsets = new double[points];
    for (int i = 0; i < points; i++) {
      offsets[i] = (i + 0.5) / points - 0.5;
    }
  }

  /**
   * @param notes gets a sentence naming the regions that were given a voxel
   */
  static Labels3D resample(Labels3D source, Grid target, List<String> notes) {
    MajorityLabels work = new MajorityLabels(source, target);
    int[] size = target.size();
    int[] out = new int[target.voxels()];
    Parallel.each(
        size[2],
        z -> {
          Votes votes = new Votes();
          for (int at = z * size[0] * size[1], y = 0; y < size[1]; y++) {
            for (int x = 0; x < size[0]; x++, at++) {
              out[at] = work.count(x, y, z, votes).best(work.at(x, y, z));
            }
          }
        });
    work.rescue(out, notes);
    return new Labels3D(target, out, source.name());
  }

  private Votes count(int x, int y, int z, Votes votes) {
    votes.clear();
    for (double dz : offsets) {
      for (double dy : offsets) {
        for (double dx : offsets) {
          votes.add(at(x + dx, y + dy, z + dz));
        }
      }
    }
    return votes;
  }

  private int at(double x, double y, double z) {
    int[] size = source.grid().size();
    int i = GridMatch.nearest(map[0], x, y, z);
    int j = GridMatch.nearest(map[1], x, y, z);
    int k = GridMatch.nearest(map[2], x, y, z);
    boolean inside = i >= 0 && j >= 0 && k >= 0 && i < size[0] && j < size[1] && k < size[2];
    return inside ? source.labels()[i + size[0] * (j + size[1] * k)] : 0;
  }

  private void rescue(int[] out, List<String> notes) {
    TreeSet<Integer> lost = RegionVoxels.present(source.labels());
    lost.removeAll(RegionVoxels.present(out));
    if (lost.isEmpty()) {
      return;
    }
    int[] labels = lost.stream().mapToInt(Integer::intValue).toArray();
    RegionVoxels voxels = RegionVoxels.of(source.labels(), labels, null);
    List<int[]> wishes = new ArrayList<>(); // row, voxel, points of it that the region fills
    for (int r = 0; r < labels.length; r++) {
      for (int voxel : around(voxels, r)) {
        int nx = target.size()[0];
        int ny = target.size()[1];
        Votes votes = count(voxel % nx, voxel / nx % ny, voxel / nx / ny, new Votes());
        if (votes.of(labels[r]) > 0) {
          wishes.add(new int[] {r, voxel, votes.of(labels[r])});
        }
      }
    }
    // Who fills most chooses first; the sort keeps the order of labels and voxels among equals.
    wishes.sort((a, b) -> Integer.compare(b[2], a[2]));
    TreeSet<Integer> saved = new TreeSet<>();
    for (int[] wish : wishes) {
      int label = labels[wish[0]];
      if (!saved.contains(label) && !last(out, out[wish[1]])) {
        out[wish[1]] = label;
        saved.add(label);
      }
    }
    if (!saved.isEmpty()) {
      List<Integer> named = saved.stream().limit(NAMED).toList();
      notes.add(
          saved.size()
              + " labels that fill most of no voxel got the one voxel that they fill best: "
              + named
              + (saved.size() > NAMED ? " ..." : ".").strip());
    }
  }

  /** Target voxels that a region of the source can reach, ascending. */
  private TreeSet<Integer> around(RegionVoxels voxels, int row) {
    double[][] back = GridMatch.targetToSource(target, source.grid());
    int[] from = source.grid().size();
    int[] size = target.size();
    TreeSet<Integer> found = new TreeSet<>();
    for (int i = voxels.start[row]; i < voxels.start[row + 1]; i++) {
      int v = voxels.voxels[i];
      int[] centre = new int[3];
      for (int axis = 0; axis < 3; axis++) {
        centre[axis] =
            GridMatch.nearest(
                back[axis], v % from[0], v / from[0] % from[1], v / from[0] / from[1]);
      }
      for (int k = 0; k < 27; k++) {
        int x = centre[0] + k % 3 - 1;
        int y = centre[1] + k / 3 % 3 - 1;
        int z = centre[2] + k / 9 - 1;
        if (x >= 0 && y >= 0 && z >= 0 && x < size[0] && y < size[1] && z < size[2]) {
          found.add((z * size[1] + y) * size[0] + x);
        }
      }
    }
    return found;
  }

  /** True if a label has one voxel only, which must not be taken from it. */
  private static boolean last(int[] out, int label) {
    return label != 0 && IntStream.of(out).filter(v -> v == label).limit(2).count() == 1;
  }

  /** How many points of a voxel carry which label. */
  private static final class Votes {
    private int[] labels = new int[8];
    private int[] counts = new int[8];
    private int n;
    private int last;

    void clear() {
      n = 0;
      last = 0;
    }

    void add(int label) {
      if (n == 0 || labels[last] != label) {
        last = 0;
        while (last < n && labels[last] != label) {
          last++;
        }
        if (last == n) {
          if (n == labels.length) {
            labels = java.util.Arrays.copyOf(labels, 2 * n);
            counts = java.util.Arrays.copyOf(counts, 2 * n);
          }
          labels[n] = label;
          counts[n++] = 0;
        }
      }
      counts[last]++;
    }

    int of(int label) {
      for (int i = 0; i < n; i++) {
        if (labels[i] == label) {
          return counts[i];
        }
      }
      return 0;
    }

    /** The label with most points; of equals the one at the centre, else the lowest. */
    int best(int centre) {
      int best = centre;
      int most = of(centre);
      for (int i = 0; i < n; i++) {
        boolean lower = counts[i] == most && best != centre && labels[i] < best;
        if (counts[i] > most || lower) {
          best = labels[i];
          most = counts[i];
        }
      }
      return best;
    }
  }
}
