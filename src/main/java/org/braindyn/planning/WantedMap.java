package org.braindyn.planning;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;
import org.braindyn.data.join.Atlas;

/** A goal that was painted: an image of the wanted change, on the grid of a label image. */
public final class WantedMap {
  private WantedMap() {}

  /**
   * The change of every region: the mean of its voxels.
   *
   * @param atlas where the regions are
   * @param regions of the recording
   * @param voxels wanted change in sd, x fastest; NaN counts as nothing painted
   * @param source name of the image, for messages
   * @return [region], 0 where nothing is wanted
   * @throws BadInput if the image is on another grid, no region is painted, or a region that the
   *     recording does not have is
   */
  public static double[] of(Atlas atlas, Regions regions, double[] voxels, String source) {
    int[] labels = atlas.labels().labels();
    if (voxels.length != labels.length) {
      throw new BadInput(
          String.format(
              "wanted=%s has %d voxels, the labels %s have %d. Paint on the grid of the labels.",
              source, voxels.length, atlas.labels().name(), labels.length));
    }
    int[] rows = atlas.rows(atlas.join(regions, "the recording"));
    double[] sum = new double[regions.size()];
    int[] count = new int[regions.size()];
    for (int i = 0; i < voxels.length; i++) {
      boolean painted = voxels[i] != 0 && !Double.isNaN(voxels[i]);
      if (painted && labels[i] != 0 && rows[i] < 0) {
        throw new BadInput(
            "wanted="
                + source
                + " is painted on label "
                + labels[i]
                + ", which is no region of the recording. Paint on the recording's own labels; a"
                + " model of another parcellation is carried over by BrainDyn Adapt to Recording"
                + " (transfer=[atlas overlap]).");
      }
      if (rows[i] >= 0) {
        sum[rows[i]] += painted ? voxels[i] : 0;
        count[rows[i]]++;
      }
    }
    for (int r = 0; r < sum.length; r++) {
      sum[r] = count[r] > 0 ? sum[r] / count[r] : 0;
    }
    if (Arrays.stream(sum).allMatch(v -> v == 0)) {
      throw new BadInput(
          "wanted="
              + source
              + " is 0 in every region. Paint the change that you want, in sd, into one region or"
              + " more.");
    }
    return sum;
  }

  /** The goal: regions with a wanted change, each its own, for some frames. */
  public static Goal goal(double[] wanted, int from, int frames) {
    int[] rows = IntStream.range(0, wanted.length).filter(r -> wanted[r] != 0).toArray();
    if (rows.length == 0 || frames < 1) {
      return Goal.shift(rows, 1, from, frames); // says which of them is missing
    }
    double[][] change = new double[rows.length][frames];
    for (int g = 0; g < rows.length; g++) {
      Arrays.fill(change[g], wanted[rows[g]]);
    }
    return new Goal(rows, from, change);
  }
}
