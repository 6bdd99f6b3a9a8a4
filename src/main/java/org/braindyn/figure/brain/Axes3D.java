package org.braindyn.figure.brain;

import org.braindyn.data.Grid;

/** Which axis of an image goes along which axis of the world, and whether backwards. */
final class Axes3D {
  private final int[] axis = new int[3];
  private final boolean[] back = new boolean[3];
  private final Grid grid;

  /** The nearest axes; images that lie obliquely are shown as they were cut. */
  Axes3D(Grid grid) {
    this.grid = grid;
    boolean[] used = new boolean[3];
    for (int round = 0; round < 3; round++) {
      int bestWorld = -1;
      int bestAxis = -1;
      double best = -1;
      for (int w = 0; w < 3; w++) {
        for (int a = 0; a < 3; a++) {
          double size = Math.abs(grid.affine()[w][a]) / grid.spacing(a);
          if (!taken(w, round) && !used[a] && size > best) {
            best = size;
            bestWorld = w;
            bestAxis = a;
          }
        }
      }
      worlds[round] = bestWorld;
      used[bestAxis] = true;
      axis[bestWorld] = bestAxis;
      back[bestWorld] = grid.affine()[bestWorld][bestAxis] < 0;
    }
  }

  private final int[] worlds = new int[3];

  private boolean taken(int world, int round) {
    for (int k = 0; k < round; k++) {
      if (worlds[k] == world) {
        return true;
      }
    }
    return false;
  }

  /** Voxels along a world axis. */
  int size(int world) {
    return grid.size()[axis[world]];
  }

  /** Spacing in mm along a world axis. */
  double spacing(int world) {
    return grid.spacing(axis[world]);
  }

  /**
   * Index of a voxel.
   *
   * @param steps from the left, back and bottom end, along the world's x, y, z
   */
  int voxel(int... steps) {
    int[] at = new int[3];
    for (int w = 0; w < 3; w++) {
      at[axis[w]] = back[w] ? size(w) - 1 - steps[w] : steps[w];
    }
    return (at[2] * grid.size()[1] + at[1]) * grid.size()[0] + at[0];
  }

  /** Steps along the world's axes to a voxel. */
  int[] steps(int voxel) {
    int nx = grid.size()[0];
    int ny = grid.size()[1];
    int[] at = {voxel % nx, voxel / nx % ny, voxel / (nx * ny)};
    int[] steps = new int[3];
    for (int w = 0; w < 3; w++) {
      steps[w] = back[w] ? size(w) - 1 - at[axis[w]] : at[axis[w]];
    }
    return steps;
  }
}
