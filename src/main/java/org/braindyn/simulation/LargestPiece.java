package org.braindyn.simulation;

import java.util.Arrays;

/** Makes every region contiguous: of pieces that share no voxel face, only the largest is kept. */
final class LargestPiece {
  private LargestPiece() {}

  /**
   * @param row region of every voxel, x fastest, -1 for none; the image's border is -1
   * @param size voxels along x, y, z
   * @return a copy with -1 in all pieces but each region's largest
   */
  static int[] keep(int[] row, int[] size, int regions) {
    int[] piece = new int[row.length];
    Arrays.fill(piece, -1);
    int[] best = new int[regions];
    int[] bestSize = new int[regions];
    int[] open = new int[row.length];
    int[] shift = {1, -1, size[0], -size[0], size[0] * size[1], -size[0] * size[1]};
    for (int start = 0, number = 0; start < row.length; start++) {
      if (row[start] < 0 || piece[start] >= 0) {
        continue;
      }
      int filled = 0;
      int done = 0;
      open[filled++] = start;
      piece[start] = number;
      while (done < filled) {
        int i = open[done++];
        for (int s : shift) {
          if (row[i + s] == row[start] && piece[i + s] < 0) {
            piece[i + s] = number;
            open[filled++] = i + s;
          }
        }
      }
      if (filled > bestSize[row[start]]) {
        bestSize[row[start]] = filled;
        best[row[start]] = number;
      }
      number++;
    }
    int[] kept = row.clone();
    for (int i = 0; i < row.length; i++) {
      kept[i] = row[i] >= 0 && piece[i] == best[row[i]] ? row[i] : -1;
    }
    return kept;
  }
}
