package org.braindyn.planning;

import java.util.Arrays;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;

/**
 * What a stimulation shall bring about: a change of some regions in some frames.
 *
 * @param regions rows that shall change, rising
 * @param from first frame, counted from the beginning of the stimulation
 * @param change wanted change in sd of the region, [region of the goal][frame]
 */
public record Goal(int[] regions, int from, double[][] change) {
  /**
   * Checks that there is something to reach.
   *
   * @throws BadInput if there are no regions, no frames, or nothing shall change
   */
  public Goal {
    if (regions.length == 0 || change.length != regions.length || change[0].length == 0) {
      throw new BadInput(
          "The goal has no regions or no frames. Name the regions that shall change.");
    }
    if (from < 0) {
      throw new BadInput(
          "The goal begins in frame "
              + from
              + ", before the stimulation does. Give a first frame of 0 or more.");
    }
    double squares = 0;
    for (double[] row : change) {
      if (row.length != change[0].length) {
        throw new BadInput("The goal's regions have different numbers of frames.");
      }
      for (double v : row) {
        squares += v * v;
      }
    }
    if (!(squares > 0) || Double.isInfinite(squares)) {
      throw new BadInput(
          "The goal asks for a change of "
              + (squares == 0 ? "0" : "no finite number")
              + ". Give how far the regions shall move, in sd.");
    }
  }

  /**
   * The same change of all regions in all frames.
   *
   * @param size change in sd
   * @param frames how long it shall last
   */
  public static Goal shift(int[] regions, double size, int from, int frames) {
    if (frames < 1) {
      throw new BadInput("The goal lasts " + frames + " frames. Give 1 or more.");
    }
    double[][] change = new double[regions.length][frames];
    for (double[] row : change) {
      Arrays.fill(row, size);
    }
    return new Goal(regions, from, change);
  }

  /**
   * To where the regions are in another recording, e.g. a healthy group's mean, in the same unit.
   *
   * @param now the recording as it is, whose sd the change is in
   * @param other of the same regions
   * @throws BadInput if it is of other regions, or the regions are there already
   */
  public static Goal towards(
      RegionSignals now, RegionSignals other, int[] regions, int from, int frames) {
    if (!now.regions().sameAs(other.regions())) {
      throw new BadInput(
          String.format(
              "towards=%s has other regions (%s) than the recording (%s). Parcellate it with"
                  + " the recording's labels; a model of other regions is carried over by BrainDyn"
                  + " Adapt to Recording (transfer=[atlas overlap]).",
              other.source(), other.regions().summary(), now.regions().summary()));
    }
    double[][] change = new double[regions.length][frames];
    for (int g = 0; g < regions.length; g++) {
      double[] row = now.values()[regions[g]];
      double mean = Arrays.stream(row).average().orElse(0);
      double sd =
          Math.sqrt(Arrays.stream(row).map(v -> (v - mean) * (v - mean)).average().orElse(0));
      double wanted = Arrays.stream(other.values()[regions[g]]).average().orElse(0);
      Arrays.fill(change[g], (wanted - mean) / sd);
    }
    return new Goal(regions, from, change);
  }

  /** Frames from the beginning of the stimulation to the goal's end. */
  public int end() {
    return from + change[0].length;
  }

  /** Number of values to be reached. */
  public int values() {
    return regions.length * change[0].length;
  }

  /** The wanted values, region after region. */
  public double[] wanted() {
    return Arrays.stream(change).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Squared distance to the goal if nothing is done. */
  public double distance() {
    return Arrays.stream(wanted()).map(v -> v * v).sum();
  }
}
