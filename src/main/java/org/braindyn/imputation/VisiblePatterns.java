package org.braindyn.imputation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which regions are seen at which frame; frames that show the same regions share one number. */
final class VisiblePatterns {
  private final int[] ofFrame;
  private final List<int[]> visible = new ArrayList<>();
  private final List<int[]> hidden = new ArrayList<>();

  /**
   * @param seen [region][time], true where a value is known
   */
  VisiblePatterns(boolean[][] seen) {
    int regions = seen.length;
    ofFrame = new int[seen[0].length];
    Map<BitSet, Integer> known = new HashMap<>();
    for (int t = 0; t < ofFrame.length; t++) {
      BitSet key = new BitSet(regions);
      for (int n = 0; n < regions; n++) {
        key.set(n, seen[n][t]);
      }
      Integer id = known.get(key);
      if (id == null) {
        id = known.size();
        known.put(key, id);
        visible.add(key.stream().toArray());
        key = (BitSet) key.clone();
        key.flip(0, regions);
        hidden.add(key.stream().toArray());
      }
      ofFrame[t] = id;
    }
  }

  int frames() {
    return ofFrame.length;
  }

  /** Number of different patterns. */
  int size() {
    return visible.size();
  }

  /** Number of a frame's pattern. */
  int at(int frame) {
    return ofFrame[frame];
  }

  /** Rows seen in a pattern. */
  int[] visible(int pattern) {
    return visible.get(pattern);
  }

  /** Rows missing in a pattern. */
  int[] hidden(int pattern) {
    return hidden.get(pattern);
  }

  /** The frames of every pattern. */
  List<List<Integer>> frames(List<List<Integer>> into) {
    for (int p = 0; p < size(); p++) {
      into.add(new ArrayList<>());
    }
    for (int t = 0; t < ofFrame.length; t++) {
      into.get(ofFrame[t]).add(t);
    }
    return into;
  }
}
