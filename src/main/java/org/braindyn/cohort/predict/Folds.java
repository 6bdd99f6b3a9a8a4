package org.braindyn.cohort.predict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.braindyn.data.Seed;

/**
 * Who is tested when.
 *
 * @param of fold of every person
 * @param count number of folds
 */
public record Folds(int[] of, int count) {
  /**
   * Folds of people drawn by a seed; two classes are dealt out alike.
   *
   * @param wanted number of folds, at most as many as people (or people of the smaller class)
   */
  public static Folds byPeople(Design design, int wanted, Seed seed) {
    Seed.Stream random = seed.stream("folds");
    int[] order = random.permutation(design.people());
    int[] of = new int[order.length];
    List<List<Integer>> kinds = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>()));
    for (int i : order) {
      kinds.get(design.binary() && design.y()[i] == 1 ? 1 : 0).add(i);
    }
    int smallest =
        design.binary() ? Math.min(kinds.get(0).size(), kinds.get(1).size()) : design.people();
    int count = Math.max(2, Math.min(wanted, smallest));
    for (List<Integer> kind : kinds) {
      for (int k = 0; k < kind.size(); k++) {
        of[kind.get(k)] = k % count;
      }
    }
    return new Folds(of, count);
  }

  /** One fold per site. */
  static Folds bySite(Design design) {
    return new Folds(design.site().clone(), design.sites().size());
  }

  int[] test(int fold) {
    return IntStream.range(0, of.length).filter(i -> of[i] == fold).toArray();
  }

  int[] train(int fold) {
    return IntStream.range(0, of.length).filter(i -> of[i] != fold).toArray();
  }

  /**
   * A random order in which people change places within their blocks only, so that the folds stay
   * what they are: classes within folds (they were dealt out by class) and, if the sites are
   * several, everything within sites.
   */
  public int[] shuffled(Design design, boolean withinSites, Seed.Stream random) {
    int blocks = (design.binary() ? count : 1) * Math.max(1, design.sites().size());
    List<List<Integer>> members = new ArrayList<>();
    for (int b = 0; b < blocks; b++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < of.length; i++) {
      int fold = design.binary() ? of[i] : 0;
      int site = withinSites ? design.site()[i] : 0;
      members.get(fold * Math.max(1, design.sites().size()) + site).add(i);
    }
    int[] order = new int[of.length];
    for (List<Integer> block : members) {
      int[] places = random.permutation(block.size());
      for (int k = 0; k < places.length; k++) {
        order[block.get(k)] = block.get(places[k]);
      }
    }
    return order;
  }

  /** The people of a class that a fold trains on; at least one of each is needed. */
  boolean trainsBoth(Design design) {
    for (int fold = 0; fold < count; fold++) {
      List<Double> seen = new ArrayList<>();
      for (int i : train(fold)) {
        seen.add(design.y()[i]);
      }
      if (seen.isEmpty() || Collections.min(seen).equals(Collections.max(seen))) {
        return false;
      }
    }
    return true;
  }
}
