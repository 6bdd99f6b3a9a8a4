package org.braindyn.io.door;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Regions;

/**
 * Weights between regions.
 *
 * @param regions rows and columns in order; numbered where the file has no names
 * @param named true if the names are the file's own
 * @param weights [source][target], in the file's unit; NaN where the file has none
 * @param notes every guess that was made, in sentences
 * @param source file name, for messages
 */
public record Connectome(
    Regions regions, boolean named, double[][] weights, List<String> notes, String source) {
  /** Checks that the matrix is square and fits the regions. */
  public Connectome {
    for (double[] row : weights) {
      if (row.length != weights.length || weights.length != regions.size()) {
        throw new BadInput(
            String.format(
                "%s: a matrix of %d x %d does not go with %d regions; one row and one column per"
                    + " region are needed.",
                source, weights.length, row.length, regions.size()));
      }
    }
    notes = List.copyOf(notes);
  }

  /** True if every weight equals the one of the opposite direction. */
  public boolean symmetric() {
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Double.compare(weights[i][j], weights[j][i]) != 0) {
          return false;
        }
      }
    }
    return true;
  }
}
