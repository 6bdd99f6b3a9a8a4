package org.braindyn.masked.network;

import java.util.stream.IntStream;
import org.braindyn.masked.attention.Groups;

/**
 * Some tokens of a grid of regions and patches; token n K + k is patch k of region n.
 *
 * @param ids which tokens, in order
 * @param patchCount number of patches K
 */
record Tokens(int[] ids, int patchCount) {
  /** All tokens of a window. */
  static Tokens all(int count, int patchCount) {
    return new Tokens(IntStream.range(0, count).toArray(), patchCount);
  }

  int count() {
    return ids.length;
  }

  /** Region of each token. */
  int[] regions() {
    return IntStream.of(ids).map(i -> i / patchCount).toArray();
  }

  /** Patch of each token. */
  int[] patches() {
    return IntStream.of(ids).map(i -> i % patchCount).toArray();
  }

  /** Who sees whom, for each attention of a block, with the scan token before these. */
  Groups[] groups(boolean axial, int regions) {
    if (!axial) {
      return new Groups[] {Groups.all(1 + ids.length)};
    }
    return new Groups[] {Groups.byLabel(patches(), patchCount), Groups.byLabel(regions(), regions)};
  }
}
