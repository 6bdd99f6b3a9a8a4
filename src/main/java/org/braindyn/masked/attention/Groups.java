package org.braindyn.masked.attention;

import java.util.ArrayList;
import java.util.List;

/** Who sees whom: in each group every query attends to every key. A token may be key in several. */
public final class Groups {
  private final List<int[]> queries = new ArrayList<>();
  private final List<int[]> keys = new ArrayList<>();

  private Groups() {}

  /**
   * Every token sees every token.
   *
   * @param tokens number of tokens
   */
  public static Groups all(int tokens) {
    Groups groups = new Groups();
    int[] every = new int[tokens];
    for (int i = 0; i < tokens; i++) {
      every[i] = i;
    }
    groups.queries.add(every);
    groups.keys.add(every);
    return groups;
  }

  /**
   * Tokens with the same label see one another and token 0; token 0 sees all.
   *
   * @param labels label of each token but the first, 0 .. count - 1, e.g. its region or its patch
   * @param count number of labels
   */
  public static Groups byLabel(int[] labels, int count) {
    int[] sizes = new int[count];
    for (int label : labels) {
      sizes[label]++;
    }
    int[][] members = new int[count][];
    for (int g = 0; g < count; g++) {
      members[g] = new int[sizes[g] + 1];
      sizes[g] = 1;
    }
    for (int i = 0; i < labels.length; i++) {
      members[labels[i]][sizes[labels[i]]++] = i + 1;
    }
    Groups groups = new Groups();
    Groups every = all(labels.length + 1);
    groups.queries.add(new int[] {0});
    groups.keys.add(every.keys.get(0));
    for (int[] group : members) {
      if (group.length > 1) {
        groups.queries.add(java.util.Arrays.copyOfRange(group, 1, group.length));
        groups.keys.add(group);
      }
    }
    return groups;
  }

  /** Number of groups. */
  int size() {
    return queries.size();
  }

  int[] queries(int group) {
    return queries.get(group);
  }

  int[] keys(int group) {
    return keys.get(group);
  }

  /** Number of scores, for one head. */
  public long scores() {
    long sum = 0;
    for (int g = 0; g < size(); g++) {
      sum += (long) queries(g).length * keys(g).length;
    }
    return sum;
  }
}
