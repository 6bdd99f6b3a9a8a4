package org.braindyn.forecast.family;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.forecast.family.sums.RecordingPart;
import org.braindyn.forecast.ridge.LevelSums;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;

/**
 * Training data in folds: by person; by recording if one person has three or more; else in blocks
 * of time. Sums are made once per fold; those without a fold are the whole less its own. What tests
 * a block of time keeps a gap of one horizon to its neighbours, which train.
 */
public final class FamilyFolds {
  private static final int MOST = 5;
  private static final int FEWEST_RECORDINGS = 3;

  /** Pieces of people over which a standard error is taken, at least. */
  private static final int UNITS = 10;

  private final FamilyData all;
  private final List<List<Recording>> parts = new ArrayList<>();
  private final List<WindowSet> tests = new ArrayList<>();
  private final List<LagSums> whole = new ArrayList<>();
  private final List<LagSums> windowed = new ArrayList<>();
  private final List<DirectSums> direct = new ArrayList<>();
  private final List<LevelSums> levels = new ArrayList<>();

  /** Whom each recording belongs to: a person, or itself where all are of one person. */
  private final Map<Recording, Integer> owner = new IdentityHashMap<>();

  private final int owners;
  private final boolean byPerson;
  private final boolean inTime;

  private FamilyFolds(FamilyData all) {
    this.all = all;
    List<Recording> recordings = all.windows().recordings();
    Map<String, Integer> people = new HashMap<>();
    recordings.forEach(r -> people.putIfAbsent(r.person(), people.size()));
    byPerson = people.size() > 1;
    for (Recording recording : recordings) {
      owner.put(recording, byPerson ? people.get(recording.person()) : owner.size());
    }
    owners = byPerson ? people.size() : owner.size();
    inTime = !byPerson && owners < FEWEST_RECORDINGS;
  }

  /**
   * Cuts training data into folds.
   *
   * @throws BadInput if one person's recordings are too short for two blocks
   */
  public static FamilyFolds of(FamilyData data) {
    FamilyFolds folds = new FamilyFolds(data);
    if (folds.inTime) {
      folds.cutTime();
    } else {
      folds.cutPeople();
    }
    return folds;
  }

  private void cutPeople() {
    int count = Math.min(MOST, owners);
    for (int f = 0; f < count; f++) {
      List<Recording> part = new ArrayList<>();
      for (Recording recording : all.windows().recordings()) {
        // neighbours in the list (one site, one day) come into different folds
        if (owner.get(recording) % count == f) {
          part.add(recording);
        }
      }
      parts.add(part);
      tests.add(windows(part));
    }
  }

  private void cutTime() {
    WindowSet set = all.windows();
    int gap = set.horizon();
    int shortest = set.recordings().stream().mapToInt(Recording::frames).min().orElse(0);
    int least = set.context() + set.horizon() + 2 * gap + 1;
    int count = Math.min(MOST, shortest / least);
    // In a short recording contexts that test reach back into what trains; nothing there is told.
    boolean reach = count < MOST;
    count = reach ? Math.min(MOST, shortest / fewest(set)) : count;
    if (count < 2) {
      throw new BadInput(
          String.format(
              "%d frames of one person are too few to choose a model by: two blocks of %d frames"
                  + " are needed (context %d, horizon %d). Give a longer recording, a shorter"
                  + " context, or name a variant instead of auto.",
              shortest, fewest(set), set.context(), set.horizon()));
    }
    for (int f = 0; f < count; f++) {
      List<Recording> part = new ArrayList<>();
      List<Recording> test = new ArrayList<>();
      for (Recording recording : set.recordings()) {
        int from = (int) ((long) recording.frames() * f / count);
        int to = (int) ((long) recording.frames() * (f + 1) / count);
        part.add(new RecordingPart(recording, from, to));
        test.add(
            new RecordingPart(
                recording,
                f == 0 ? from : from + gap - (reach ? set.context() : 0),
                f == count - 1 ? to : to - gap));
      }
      parts.add(part);
      tests.add(windows(test));
    }
  }

  /** Frames of a block that can train alone, and be forecast but for two gaps. */
  private static int fewest(WindowSet set) {
    return set.context() + 2 * set.horizon() + 1;
  }

  /** False if one person's recordings are too short to choose by ({@link #of} would say so). */
  public static boolean enough(WindowSet set) {
    boolean one = set.recordings().stream().map(Recording::person).distinct().count() < 2;
    int shortest = set.recordings().stream().mapToInt(Recording::frames).min().orElse(0);
    return !one || set.recordings().size() >= FEWEST_RECORDINGS || shortest / 2 >= fewest(set);
  }

  private WindowSet windows(List<Recording> recordings) {
    return all.windows().of(recordings);
  }

  /** Number of folds. */
  public int size() {
    return parts.size();
  }

  /** What is left out in turn, for sentences: "11 people", "8 recordings", "blocks of time". */
  public String leftOut() {
    return inTime ? "blocks of time" : owners + (byPerson ? " people" : " recordings");
  }

  /** The data of all folds. */
  public FamilyData all() {
    return all;
  }

  /** What tests a fold. */
  public Windows test(int fold) {
    return tests.get(fold).all();
  }

  /**
   * Which piece of which person every window of a fold belongs to: errors are averaged within
   * pieces, and the spread over pieces says how sure a difference is. A person is one piece if
   * there are ten or more of them, else several stretches of time.
   *
   * @return one number per window, in the order of {@link #test}
   */
  public int[] units(int fold) {
    WindowSet set = tests.get(fold);
    int pieces = inTime ? 2 : (UNITS + owners - 1) / owners;
    int[] units = new int[set.size()];
    for (int w = 0; w < units.length; w++) {
      Recording recording = set.recordings().get(set.recordingOf(w));
      int last = Math.max(1, recording.frames() - set.context() - set.horizon() + 1);
      int piece = Math.min(pieces - 1, set.startOf(w) * pieces / last);
      int whose = inTime ? fold : owner.get(recording);
      units[w] = whose * pieces + piece;
    }
    return units;
  }

  /** Number of pieces; every number of {@link #units} is below it. */
  public int unitCount() {
    int pieces = inTime ? 2 : (UNITS + owners - 1) / owners;
    return (inTime ? size() : owners) * pieces;
  }

  /** Sums over the whole recordings of a fold. */
  LagSums left(int fold) {
    return wholes().get(fold);
  }

  /** Training data without a fold. */
  public FamilyData without(int fold) {
    List<Recording> rest = new ArrayList<>();
    for (int f = 0; f < parts.size(); f++) {
      if (f != fold) {
        rest.addAll(parts.get(f));
      }
    }
    return new FamilyData(
        windows(rest),
        all.given(),
        seed(fold),
        () -> without(wholes(), fold),
        () -> without(windoweds(), fold),
        () -> directWithout(fold),
        () -> levelsWithout(fold));
  }

  private Seed seed(int fold) {
    return all.seed().derive("fold", fold);
  }

  private synchronized List<LagSums> wholes() {
    if (whole.isEmpty()) {
      int order = FamilyData.orderFor(all.windows());
      parts.forEach(part -> whole.add(FamilyData.wholeSums(part, order)));
    }
    return whole;
  }

  private synchronized List<LagSums> windoweds() {
    if (windowed.isEmpty()) {
      parts.forEach(part -> windowed.add(FamilyData.windowSums(windows(part))));
    }
    return windowed;
  }

  private synchronized DirectSums directWithout(int fold) {
    if (direct.isEmpty()) {
      dense().forEach(part -> direct.add(DirectSums.of(part, Progress.NONE)));
      // Blocks of time lack the windows that lie across their borders.
      all.take(inTime ? null : direct(-1), null);
    }
    return direct(fold);
  }

  private DirectSums direct(int without) {
    DirectSums rest = null;
    for (int f = 0; f < direct.size(); f++) {
      if (f != without) {
        rest = rest == null ? direct.get(f) : rest.plus(direct.get(f), 1);
      }
    }
    return rest;
  }

  private synchronized LevelSums levelsWithout(int fold) {
    if (levels.isEmpty()) {
      boolean links = FamilyData.linked(all.windows());
      dense().forEach(part -> levels.add(LevelSums.of(part, links, Progress.NONE)));
      all.take(null, inTime ? null : levels(-1));
    }
    return levels(fold);
  }

  private LevelSums levels(int without) {
    LevelSums rest = null;
    for (int f = 0; f < levels.size(); f++) {
      if (f != without) {
        rest = rest == null ? levels.get(f) : rest.plus(levels.get(f));
      }
    }
    return rest;
  }

  private List<WindowSet> dense() {
    int stride = FamilyData.dense(all.windows()).stride();
    return parts.stream().map(part -> windows(part).withStride(stride)).toList();
  }

  private static LagSums without(List<LagSums> sums, int fold) {
    LagSums rest = null;
    for (int f = 0; f < sums.size(); f++) {
      if (f != fold) {
        rest = rest == null ? sums.get(f) : rest.plus(sums.get(f), 1);
      }
    }
    return rest;
  }
}
