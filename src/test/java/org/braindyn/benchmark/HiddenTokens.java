package org.braindyn.benchmark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;

/** Windows of 200 frames and what is hidden in them, in tokens of one region and 20 frames. */
final class HiddenTokens {
  static final int WINDOW = 200;
  static final int PATCH = 20;
  static final List<String> KINDS = List.of("random75", "random20", "regions", "frames", "future");

  /**
   * One window of a person.
   *
   * @param person index into the people given
   * @param from first frame
   * @param hidden [region][frame of the window]
   */
  record Window(int person, int from, boolean[][] hidden) {}

  private HiddenTokens() {}

  /** The recorded masks of the three test people of the HCP set, by kind. */
  static Map<String, List<Window>> recorded() throws Exception {
    Path file =
        Path.of(System.getProperty("braindyn.shared", "../shared"))
            .resolve("golden/brainlm/masks_hcp_test.npz");
    int[] perPerson = array(file, "windows_per_person").integers();
    Map<String, List<Window>> result = new LinkedHashMap<>();
    for (String kind : KINDS) {
      NpyArray array = array(file, kind);
      List<Window> windows = new java.util.ArrayList<>();
      for (int p = 0; p < perPerson.length; p++) {
        for (int w = 0; w < perPerson[p]; w++) {
          int at = windows.size() * array.shape()[1] * array.shape()[2];
          windows.add(new Window(p, w * WINDOW, frames(array, at)));
        }
      }
      result.put(kind, windows);
    }
    return result;
  }

  /** One array; the file also holds a list of names, which is not read. */
  private static NpyArray array(Path file, String name) throws Exception {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(name + ".npy");
      return Npy.read(zip.getInputStream(entry), name);
    }
  }

  private static boolean[][] frames(NpyArray array, int at) {
    int patches = array.shape()[2];
    boolean[][] hidden = new boolean[array.shape()[1]][patches * PATCH];
    for (int n = 0; n < hidden.length; n++) {
      for (int t = 0; t < hidden[n].length; t++) {
        hidden[n][t] = array.numbers()[at + n * patches + t / PATCH] != 0;
      }
    }
    return hidden;
  }

  /** The first window of every person with a share of its tokens hidden at random. */
  static List<Window> random(List<RegionSignals> people, double share, Seed seed) {
    List<Window> windows = new java.util.ArrayList<>();
    for (int p = 0; p < people.size(); p++) {
      int regions = people.get(p).size();
      int patches = WINDOW / PATCH;
      int[] order = seed.stream("tokens " + p).permutation(regions * patches);
      boolean[][] hidden = new boolean[regions][WINDOW];
      for (int i = 0; i < Math.round(share * order.length); i++) {
        int from = order[i] % patches * PATCH;
        java.util.Arrays.fill(hidden[order[i] / patches], from, from + PATCH, true);
      }
      windows.add(new Window(p, 0, hidden));
    }
    return windows;
  }
}
