package org.braindyn.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.signal.Recording;

/**
 * Finds recordings that are one in other clothes: cut shorter, in another unit, z-scored. Their
 * signals rise and fall in the same frames. Rises and falls of {@link #REGIONS} regions over {@link
 * #FRAMES} frames make a key; of all keys about one in {@link #ONE_IN} is kept, chosen by the key
 * itself and so the same in every copy. Half of the keys at one shift make a copy. Resampled or
 * filtered copies are not found.
 */
final class SharedStretches {
  private static final int REGIONS = 3;
  private static final int FRAMES = 32;
  private static final int ONE_IN = 8;

  /** Fewer changes of direction than this, as in flat signals, tell nothing. */
  private static final int FEWEST_TURNS = 8;

  /** Fewer common keys may be chance. */
  private static final int FEWEST = 4;

  private static final long PRIME = 0x9E3779B97F4A7C15L; // spreads bits, as in splitmix64

  private record Place(int recording, int frame) {}

  private final Map<Long, Place> known = new HashMap<>();
  private final List<Integer> counts = new ArrayList<>();

  /**
   * Takes note of a recording.
   *
   * @return the number (from 0, in the order of the calls) of one it shares half of its stretches
   *     with, -1 if there is none
   */
  int add(Recording recording) {
    int number = counts.size();
    Map<Long, Integer> own = keys(recording);
    counts.add(own.size());
    Map<Place, Integer> hits = new HashMap<>(); // by recording and shift
    own.forEach(
        (key, frame) -> {
          Place before = known.putIfAbsent(key, new Place(number, frame));
          if (before != null) {
            hits.merge(new Place(before.recording, frame - before.frame), 1, Integer::sum);
          }
        });
    for (Map.Entry<Place, Integer> hit : hits.entrySet()) {
      int shorter = Math.min(own.size(), counts.get(hit.getKey().recording));
      if (hit.getValue() >= Math.max(FEWEST, shorter / 2)) {
        return hit.getKey().recording;
      }
    }
    return -1;
  }

  /** Keys of the recording and the frame in which each first ends. */
  private static Map<Long, Integer> keys(Recording recording) {
    int[] signs = signs(recording);
    Map<Long, Integer> keys = new HashMap<>();
    for (int end = FRAMES; end <= signs.length; end++) {
      long key = 1;
      int turns = 0;
      for (int t = end - FRAMES; t < end; t++) {
        key = (key ^ signs[t]) * PRIME;
        key ^= key >>> 29;
        turns += t > end - FRAMES && signs[t] != signs[t - 1] ? 1 : 0;
      }
      if (turns >= FEWEST_TURNS && (key >>> 32) % ONE_IN == 0) {
        keys.putIfAbsent(key, end);
      }
    }
    return keys;
  }

  /** Per frame but the last whether the first regions that vary fall, stay or rise. */
  private static int[] signs(Recording recording) {
    double[] row = new double[recording.frames()];
    int[] signs = new int[Math.max(0, row.length - 1)];
    int used = 0;
    for (int n = 0; n < recording.regions() && used < REGIONS; n++) {
      recording.read(n, 0, row.length, row, 0);
      boolean varies = false;
      for (int t = 0; t < signs.length; t++) {
        varies |= row[t + 1] != row[t];
      }
      for (int t = 0; t < signs.length && varies; t++) {
        signs[t] = 3 * signs[t] + 1 + (int) Math.signum(row[t + 1] - row[t]);
      }
      used += varies ? 1 : 0;
    }
    return signs;
  }
}
