package org.braindyn.model.jacobian;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Parameters;
import org.braindyn.model.sheaf.RestrictionMaps;
import org.braindyn.model.sheaf.SheafLaplacian;

/**
 * The parts of the sheaf's derivative that belong to one region: from its context to its normalised
 * restriction, and from its disagreement to its forecast.
 */
final class SheafTangent {
  private final Kernel kernel;
  private final SheafLaplacian sheaf;
  private final int nodes;
  private final int channels;
  private final RestrictionMaps maps;
  private final Vec tiles;

  /**
   * @param most most tangents per region (windows times steps)
   */
  SheafTangent(Kernel kernel, ModelSettings s, SheafLaplacian sheaf, int most) {
    this.kernel = kernel;
    this.sheaf = sheaf;
    nodes = s.regions();
    channels = s.maps();
    maps = new RestrictionMaps(kernel, nodes, s.hidden(), channels, most);
    tiles = kernel.vec(Math.multiplyExact(nodes * channels, most));
  }

  void load(Parameters p) {
    maps.load(p.get(Names.MAPS));
  }

  /**
   * At the sheaf's last forward pass.
   *
   * @param stalks derivative of the stalks, [hidden][node, window][changed]
   * @param result receives what {@link ChunkTangent#restrict} is
   */
  void restrict(Vec stalks, int windows, int changed, Panel result) {
    int stride = windows * changed;
    maps.restrict(stalks, 0, stride, tiles);
    for (int v = 0; v < nodes; v++) {
      for (int b = 0; b < windows; b++) {
        int row = v * windows + b;
        kernel
            .tangent()
            .normalise(
                tiles,
                v * channels * stride + b * changed,
                stride,
                changed,
                sheaf.normalised,
                v * channels * windows + b,
                windows,
                sheaf.range.get(row),
                sheaf.extremes[2 * row],
                sheaf.extremes[2 * row + 1],
                channels);
      }
    }
    result.put(0, tiles, 0, nodes * channels * stride);
  }

  /**
   * @param byMessage derivative of the forecast by the message, [hidden][node, window][steps]
   * @param result receives what {@link ChunkTangent#extend} is
   */
  void extend(Vec byMessage, int windows, int steps, Panel result) {
    maps.restrict(byMessage, 0, windows * steps, tiles);
    result.put(0, tiles, 0, nodes * channels * windows * steps);
  }
}
