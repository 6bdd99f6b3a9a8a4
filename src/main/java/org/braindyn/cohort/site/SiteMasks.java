package org.braindyn.cohort.site;

import java.util.Arrays;
import org.braindyn.data.Seed;

/** What is hidden of a recording on purpose. */
enum SiteMasks {
  /** Three quarters of the pieces of regions and time. */
  MOST("75 % of pieces"),
  /** A fifth of them. */
  SOME("20 % of pieces"),
  /** A tenth of the regions, in the middle half of the recording. */
  REGIONS("10 % of regions"),
  /** One gap of all regions in the middle. */
  GAP("a gap");

  private final String title;

  SiteMasks(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * Draws.
   *
   * @param piece frames of a piece
   * @return [region][frame], true where hidden; every region keeps frames that are seen
   */
  boolean[][] draw(Seed seed, int regions, int frames, int piece) {
    Seed.Stream stream = seed.stream(name());
    boolean[][] hidden = new boolean[regions][frames];
    switch (this) {
      case MOST, SOME -> {
        int pieces = Math.max(1, frames / piece);
        int[] order = stream.permutation(regions * pieces);
        double share = this == MOST ? 0.75 : 0.2;
        for (int i = 0; i < Math.round(share * order.length); i++) {
          int from = order[i] % pieces * piece;
          Arrays.fill(hidden[order[i] / pieces], from, Math.min(frames, from + piece), true);
        }
      }
      case REGIONS -> {
        int[] order = stream.permutation(regions);
        for (int i = 0; i < Math.max(1, regions / 10); i++) {
          Arrays.fill(hidden[order[i]], frames / 4, 3 * frames / 4, true);
        }
      }
      case GAP -> {
        int from = frames / 4 + stream.integer(Math.max(1, frames / 2 - piece));
        for (boolean[] row : hidden) {
          Arrays.fill(row, from, Math.min(frames, from + piece), true);
        }
      }
      default -> throw new IllegalStateException();
    }
    for (boolean[] row : hidden) {
      row[0] = false;
      row[frames - 1] = false;
    }
    return hidden;
  }
}
