package org.braindyn.parcellation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.data.Volume4D;

/** Labels made from the scan itself: voxels that lie together and go together in time. */
public final class DataLabels {
  /** How voxels are grouped. */
  public enum Method {
    /** Compact supervoxels of even size; their number is only nearly the one asked for. */
    SLIC,
    /** K-means on time course and place, each cluster made one piece. */
    K_MEANS,
    /** Ward's clustering of touching voxels: exactly the number asked for. */
    WARD
  }

  /**
   * What to make.
   *
   * @param method how voxels are grouped
   * @param clusters number of regions
   * @param compactness weight of place against time course, for SLIC and k-means
   * @param mask voxels to use, on the scan's grid; null for all
   * @param leastMean voxels with a smaller mean over time are background
   * @param seed of k-means and of the random projection
   */
  public record Settings(
      Method method,
      int clusters,
      double compactness,
      Labels3D mask,
      double leastMean,
      Seed seed) {}

  private DataLabels() {}

  /**
   * Makes a label image on the scan's grid, labels 1, 2, ... in the order of their first voxels.
   *
   * @throws BadInput if there are fewer voxels than clusters, or a range is wrong
   */
  public static Labels3D make(Volume4D scan, Settings settings, Progress progress)
      throws IOException {
    int clusters = settings.clusters();
    if (clusters < 1 || !(settings.compactness() >= 0)) {
      throw new BadInput("Clusters (" + clusters + ") must be 1 or more, compactness 0 or more.");
    }
    boolean[] mask = null;
    if (settings.mask() != null) {
      int[] inside =
          GridMatch.match(scan.grid(), scan.name(), settings.mask(), Resampling.REFUSE)
              .labels()
              .labels();
      mask = new boolean[inside.length];
      for (int v = 0; v < mask.length; v++) {
        mask[v] = inside[v] > 0;
      }
    }
    VoxelFeatures data =
        VoxelFeatures.of(scan, mask, settings.leastMean(), settings.seed(), progress);
    if (data.rows() < clusters) {
      throw new BadInput(
          scan.name() + ": " + clusters + " clusters of only " + data.rows() + " voxels.");
    }
    int[] cluster =
        switch (settings.method()) {
          case WARD -> new WardClusters(data, progress).cut(clusters, progress);
          case K_MEANS ->
              new SpatialKMeans(data, clusters, settings.compactness())
                  .kMeans(clusters, settings.seed(), progress);
          case SLIC -> new SpatialKMeans(data, clusters, settings.compactness()).slic(progress);
        };
    Pieces.join(data, cluster, progress);
    int[] labels = new int[scan.grid().voxels()];
    Map<Integer, Integer> number = new LinkedHashMap<>();
    for (int i = 0; i < cluster.length; i++) {
      number.putIfAbsent(cluster[i], number.size() + 1);
      labels[data.voxel[i]] = number.get(cluster[i]);
    }
    progress.report(1, number.size() + " regions");
    return new Labels3D(scan.grid(), labels, "labels of " + scan.name());
  }
}
