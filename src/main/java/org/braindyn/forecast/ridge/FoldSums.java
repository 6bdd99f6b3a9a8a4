package org.braindyn.forecast.ridge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.parallel.Parallel;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;

/**
 * Reads the windows of each fold's people and adds them up. The sums without a fold are made from
 * what was kept of it, as memory allows, or by reading its windows again: the same numbers either
 * way. What was read last stays in memory, so that passes are best made to and fro.
 */
final class FoldSums {
  /** Windows whose products are added at once; long products are fast. */
  static final int BLOCK = 512;

  /** Windows that one thread cuts and normalises at once. */
  private static final int CUT = 32;

  private static final String WHAT = "Fitting the linear forecast";

  private final WindowSet train;
  private final LagBins bins;
  private final int folds;
  private final Map<String, Integer> foldOf = new LinkedHashMap<>();
  private final DirectRidgeSums[] kept;
  private final boolean[] left;
  private int most = 1;

  /**
   * @param folds groups of people, 1 or more
   */
  FoldSums(WindowSet train, LagBins bins, int folds) {
    this.train = train;
    this.bins = bins;
    this.folds = folds;
    kept = new DirectRidgeSums[folds];
    left = new boolean[folds];
    for (Recording recording : train.recordings()) {
      foldOf.putIfAbsent(recording.person(), foldOf.size() % folds);
    }
  }

  /** Groups of people. */
  int folds() {
    return folds;
  }

  /** Fold of every person. */
  Map<String, Integer> foldOf() {
    return foldOf;
  }

  /**
   * The sums of all folds.
   *
   * @param keep folds whose sums stay in memory at most, 1 or more
   */
  DirectRidgeSums all(int keep, Progress progress) {
    most = keep;
    DirectRidgeSums all = new DirectRidgeSums(train.regions(), bins, train.horizon());
    for (int f = 0; f < folds; f++) {
      keep(f, progress.part((double) f / folds, (f + 1.0) / folds));
      all.add(kept[f]);
    }
    return all;
  }

  /** The sums of everybody but a fold's people; to be used until the next call at most. */
  DirectRidgeSums without(int fold, DirectRidgeSums all, Progress progress) {
    if (kept[fold] == null) {
      keep(fold, progress);
    }
    if (!left[fold]) {
      kept[fold].leaveOutOf(all);
      left[fold] = true;
    }
    return kept[fold];
  }

  /** Reads a fold; if too many are kept, the one that a pass asks for last is let go. */
  private void keep(int fold, Progress progress) {
    List<Integer> there =
        IntStream.range(0, folds).filter(f -> kept[f] != null).boxed().collect(Collectors.toList());
    if (there.size() >= most) {
      release(Collections.max(there, Comparator.comparingInt(f -> Math.abs(f - fold))));
    }
    kept[fold] = read(fold, progress);
  }

  /** Frees what is kept of a fold. */
  void release(int fold) {
    if (kept[fold] != null) {
      kept[fold].close();
    }
    kept[fold] = null;
    left[fold] = false;
  }

  private DirectRidgeSums read(int fold, Progress progress) {
    List<int[]> cuts = cuts(fold);
    DirectRidgeSums sums = new DirectRidgeSums(train.regions(), bins, train.horizon());
    try (DirectRidgeSums.Rows rows = sums.rows(BLOCK)) {
      int together = BLOCK / CUT;
      for (int from = 0; from < cuts.size(); from += together) {
        Cancelled.check(progress, WHAT);
        progress.report((double) from / cuts.size(), "Linear forecast: reading windows");
        List<int[]> block = cuts.subList(from, Math.min(cuts.size(), from + together));
        int[] at = new int[block.size() + 1];
        for (int i = 0; i < block.size(); i++) {
          at[i + 1] = at[i] + block.get(i)[1] - block.get(i)[0];
        }
        Parallel.each(block.size(), i -> rows.put(at[i], train, block.get(i)[0], block.get(i)[1]));
        sums.add(rows, at[block.size()]);
      }
    }
    return sums;
  }

  /** Short stretches of windows of the fold's recordings: first and one behind the last. */
  private List<int[]> cuts(int fold) {
    List<int[]> cuts = new ArrayList<>();
    int from = 0;
    while (from < train.size()) {
      int recording = train.recordingOf(from);
      int to = from + 1;
      while (to < train.size() && to < from + CUT && train.recordingOf(to) == recording) {
        to++;
      }
      if (foldOf.get(train.recordings().get(recording).person()) == fold) {
        cuts.add(new int[] {from, to});
      }
      from = to;
    }
    return cuts;
  }

  /** Frees what is kept. */
  void close() {
    for (int f = 0; f < folds; f++) {
      release(f);
    }
  }
}
