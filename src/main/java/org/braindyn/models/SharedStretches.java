package org.braindyn.models;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.signal.Recording;

/**
 * Looks for stretches of frames that two people's recordings share, also where one begins later, is
 * cut shorter or is in another unit: a division by window in disguise, with frames that train on
 * one side and test on the other. What is compared are ratios of changes from frame to frame, which
 * neither offset nor unit alters, of some regions and {@value #FRAMES} frames at once.
 */
public final class SharedStretches {
  /** Frames that are compared at once. */
  static final int FRAMES = 10;

  /** Meetings by chance are possible; so many are not. */
  private static final int FEWEST = 8;

  private static final int REGIONS = 4;
  private static final int MOST_KEPT = 4000;

  /** Ratios are told apart as finely as single precision allows after another unit. */
  private static final double STEPS = 2000;

  /** Whose a stretch was first. */
  private record Place(String file, String person) {}

  private final Map<Long, Place> known = new HashMap<>();

  /**
   * Takes note of a recording.
   *
   * @param file its name, for messages
   * @param person whose it is
   * @throws BadInput if it shares frames with a recording of another person
   */
  public void add(String file, String person, Recording recording) {
    Map<Place, Integer> shared = new LinkedHashMap<>();
    Set<Long> own = stretches(recording);
    for (long stretch : own) {
      Place before = known.get(stretch);
      if (before != null && !before.person.equals(person)) {
        shared.merge(before, 1, Integer::sum);
      }
    }
    shared.forEach(
        (other, count) -> {
          if (count >= FEWEST) {
            throw new BadInput(
                String.format(
                    "%s (person %s) shares frames with %s (person %s): what trains on one side would"
                        + " be tested on the other, and errors would be too good. Divide by person"
                        + " or by time, never by window; give both the same person, or remove one.",
                    file, person, other.file, other.person));
          }
        });
    own.forEach(stretch -> known.putIfAbsent(stretch, new Place(file, person)));
  }

  /** Marks of stretches, the same ones of the same frames wherever a recording begins. */
  private static Set<Long> stretches(Recording recording) {
    int n = recording.regions();
    int frames = recording.frames();
    int used = Math.min(REGIONS, n);
    int[][] codes = new int[used][];
    for (int k = 0; k < used; k++) {
      double[] x = new double[frames];
      recording.read(k * n / used, 0, frames, x, 0);
      codes[k] = codes(x);
    }
    Set<Long> all = new HashSet<>();
    for (int t = 0; t + FRAMES <= frames - 2; t++) {
      long mark = 17;
      boolean tells = true;
      for (int k = 0; k < used && tells; k++) {
        Set<Integer> different = new HashSet<>();
        for (int i = t; i < t + FRAMES; i++) {
          different.add(codes[k][i]);
          mark = mark * 0x5851F42D4C957F2DL + codes[k][i];
        }
        tells = different.size() > FRAMES / 2; // silence and counts meet by chance
      }
      if (tells) {
        all.add(mark ^ (mark >>> 29));
      }
    }
    if (all.size() > MOST_KEPT) {
      long every = all.size() / MOST_KEPT + 1;
      all.removeIf(mark -> Math.floorMod(mark, every) != 0); // the same ones in every recording
    }
    return all;
  }

  /** For every frame but two the share of the first of two changes in both. */
  private static int[] codes(double[] x) {
    int[] codes = new int[Math.max(0, x.length - 2)];
    for (int t = 0; t < codes.length; t++) {
      double first = x[t + 1] - x[t];
      double second = x[t + 2] - x[t + 1];
      double size = Math.abs(first) + Math.abs(second);
      codes[t] = size > 0 ? (int) Math.rint(STEPS * first / size) : Integer.MAX_VALUE;
    }
    return codes;
  }
}
