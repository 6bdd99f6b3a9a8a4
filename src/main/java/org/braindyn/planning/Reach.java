package org.braindyn.planning;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;

/**
 * What a stimulator's electrodes or coils reach, from a field model: they, not regions, are then
 * the sites.
 *
 * @param names of electrodes
 * @param share [electrode][region], how strongly a region is driven by a strength of 1
 */
public record Reach(List<String> names, double[][] share) {
  /**
   * Checks that every electrode reaches something.
   *
   * @throws BadInput if the matrix is of another size, has values that are not finite, or a row of
   *     0
   */
  public Reach {
    if (names.size() != share.length || share.length == 0) {
      throw new BadInput(
          "The reach matrix has "
              + share.length
              + " rows and "
              + names.size()
              + " names. Give one row per electrode, one column per region.");
    }
    names = List.copyOf(names);
    for (int e = 0; e < share.length; e++) {
      double most = 0;
      for (double v : share[e]) {
        most = Math.max(most, Double.isFinite(v) ? Math.abs(v) : Double.POSITIVE_INFINITY);
      }
      if (!(most > 0) || Double.isInfinite(most)) {
        throw new BadInput(
            "The reach matrix: electrode "
                + names.get(e)
                + (most == 0 ? " reaches no region" : " has values that are no finite numbers")
                + ". Mend its row or leave it out.");
      }
    }
  }

  /** Refuses a matrix of another parcellation. */
  void check(Regions regions) {
    if (share[0].length != regions.size()) {
      throw new BadInput(
          String.format(
              "The reach matrix has %d columns, the recording %d regions. Give one column per region,"
                  + " in the recording's order.",
              share[0].length, regions.size()));
    }
  }
}
