package org.braindyn.model.sheaf;

import org.braindyn.kernel.Block;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Panel;
import org.braindyn.kernel.Vec;

/**
 * The restriction maps Phi [node][hidden][channel] of all nodes, and products of each node's stalks
 * and tiles with its own map. Stalks: feature i of row r at {@code i * rows + r}, row = node *
 * windows + window. Tiles: channel m of window b of node v at {@code (v * channels + m) * windows +
 * b}.
 */
public final class RestrictionMaps {
  private final Kernel kernel;
  private final int nodes;
  private final int hidden;
  private final int channels;
  private final Panel maps;
  private final Panel gradMaps;
  private final Panel stalks;
  private final Panel tiles;
  private final Vec staging;
  private final Vec result;

  public RestrictionMaps(Kernel kernel, int nodes, int hidden, int channels, int windows) {
    this.kernel = kernel;
    this.nodes = nodes;
    this.hidden = hidden;
    this.channels = channels;
    int size = Math.multiplyExact(nodes * hidden, channels);
    maps = kernel.panel(size);
    gradMaps = kernel.panel(size);
    staging = kernel.vec(size);
    stalks = kernel.panel(Math.multiplyExact(nodes * hidden, windows));
    tiles = kernel.panel(Math.multiplyExact(nodes * channels, windows));
    result = kernel.vec(nodes * hidden * windows);
  }

  public void load(double[] values) {
    staging.read(0, values, 0, values.length);
    maps.put(0, staging, 0, values.length);
  }

  /** {@code z_v = h_v Phi_v} for every node. */
  public void restrict(Vec h, int at, int windows, Vec z) {
    int rows = nodes * windows;
    stalks.put(0, h, at, hidden * rows);
    for (int v = 0; v < nodes; v++) {
      kernel.multiply(
          windows,
          channels,
          hidden,
          Block.of(stalks, v * windows, rows),
          Block.transposed(maps, v * hidden * channels, channels),
          0,
          Block.of(tiles, v * channels * windows, windows));
    }
    tiles.get(0, z, 0, channels * rows);
  }

  /** {@code h_v = q_v Phi_v^T} for every node, written at {@code at} or added to what is there. */
  void extend(Vec q, int windows, Vec h, int at, boolean add) {
    int rows = nodes * windows;
    tiles.put(0, q, 0, channels * rows);
    for (int v = 0; v < nodes; v++) {
      kernel.multiply(
          windows,
          hidden,
          channels,
          Block.of(tiles, v * channels * windows, windows),
          Block.of(maps, v * hidden * channels, channels),
          0,
          Block.of(stalks, v * windows, rows));
    }
    if (add) {
      stalks.get(0, result, 0, hidden * rows);
      h.addScaled(at, 1, result, 0, hidden * rows);
    } else {
      stalks.get(0, h, at, hidden * rows);
    }
  }

  /** Gathers {@code sum over windows of h_v (outer) z_v} for every node. */
  void gather(Vec h, int at, int windows, Vec z) {
    int rows = nodes * windows;
    stalks.put(0, h, at, hidden * rows);
    tiles.put(0, z, 0, channels * rows);
    for (int v = 0; v < nodes; v++) {
      kernel.multiply(
          channels,
          hidden,
          windows,
          Block.transposed(tiles, v * channels * windows, windows),
          Block.of(stalks, v * windows, rows),
          1,
          Block.of(gradMaps, v * hidden * channels, channels));
    }
  }

  /** Adds what was gathered, and forgets it. */
  void flush(double[] sum, int at) {
    int size = staging.length();
    gradMaps.get(0, staging, 0, size);
    gradMaps.clear(size);
    staging.addTo(0, sum, at, size);
  }
}
