package org.braindyn.signal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;

/**
 * Ways to divide recordings by person (or by site), never by window: overlapping windows or two
 * runs of one person on both sides make a model look better than it is.
 */
public final class Splits {
  private Splits() {}

  /**
   * A random split by person.
   *
   * @param persons the person of every recording
   * @param validation share of people who validate, 0 to 1
   * @param test share of people who test, 0 to 1; every share above 0 gets at least one person
   * @param seed fixes the draw
   */
  public static Split random(List<String> persons, double validation, double test, Seed seed) {
    List<String> people = shuffled(persons, seed);
    int tests = share(test, people.size());
    int validations = share(validation, people.size());
    if (people.size() - tests - validations < 1) {
      throw new BadInput(
          String.format(
              "%d people, of whom %d validate and %d test, leave nobody to train. "
                  + "Add people, or let fewer of them validate.",
              people.size(), validations, tests));
    }
    return split(
            persons,
            new LinkedHashSet<>(people.subList(tests, tests + validations)),
            new LinkedHashSet<>(people.subList(0, tests)))
        .check(persons);
  }

  /** The first people train, the next validate, the rest test, in the order they appear. */
  public static Split inOrder(List<String> persons, int train, int validation) {
    List<String> people = new ArrayList<>(new LinkedHashSet<>(persons));
    if (train < 1 || validation < 0 || train + validation > people.size()) {
      throw new BadInput(
          String.format(
              "%d training and %d validation people were asked for, but there are %d people.",
              train, validation, people.size()));
    }
    return split(
            persons,
            new LinkedHashSet<>(people.subList(train, train + validation)),
            new LinkedHashSet<>(people.subList(train + validation, people.size())))
        .check(persons);
  }

  /**
   * k-fold cross validation by person: every person tests once; the next fold validates.
   *
   * @param persons the person of every recording
   * @param k folds, 3 to the number of people (one tests, one validates, the rest trains)
   * @param seed fixes the draw
   */
  public static List<Split> kFold(List<String> persons, int k, Seed seed) {
    List<String> people = shuffled(persons, seed);
    if (k < 3 || k > people.size()) {
      throw new BadInput(
          String.format(
              "%d folds were asked for, but %d people allow 3 to %d.",
              k, people.size(), people.size()));
    }
    List<Set<String>> folds = new ArrayList<>();
    for (int f = 0; f < k; f++) {
      folds.add(new LinkedHashSet<>());
    }
    for (int i = 0; i < people.size(); i++) {
      folds.get(i % k).add(people.get(i));
    }
    List<Split> splits = new ArrayList<>();
    for (int f = 0; f < k; f++) {
      splits.add(split(persons, folds.get((f + 1) % k), folds.get(f)).check(persons));
    }
    return splits;
  }

  /**
   * Every site tests once; among the others, a share of people validates.
   *
   * @param persons the person of every recording
   * @param sites the site of every recording
   * @param validation share of the other sites' people who validate
   * @param seed fixes the draw
   */
  public static List<Split> leaveOneSiteOut(
      List<String> persons, List<String> sites, double validation, Seed seed) {
    Set<String> names = new LinkedHashSet<>(sites);
    if (names.size() < 2) {
      throw new BadInput("All recordings are from one site. Two are needed to leave one out.");
    }
    List<Split> splits = new ArrayList<>();
    for (String site : names) {
      Set<String> test = new LinkedHashSet<>();
      List<String> others = new ArrayList<>();
      for (int i = 0; i < persons.size(); i++) {
        if (sites.get(i).equals(site)) {
          test.add(persons.get(i));
        } else {
          others.add(persons.get(i));
        }
      }
      List<String> people = shuffled(others, seed);
      int count = Math.min(share(validation, people.size()), people.size() - 1);
      splits.add(
          split(persons, new LinkedHashSet<>(people.subList(0, count)), test).check(persons));
    }
    return splits;
  }

  private static Split split(List<String> persons, Set<String> validation, Set<String> test) {
    List<Integer> trains = new ArrayList<>();
    List<Integer> validations = new ArrayList<>();
    List<Integer> tests = new ArrayList<>();
    for (int i = 0; i < persons.size(); i++) {
      String person = persons.get(i);
      (test.contains(person) ? tests : validation.contains(person) ? validations : trains).add(i);
    }
    return new Split(trains, validations, tests);
  }

  private static List<String> shuffled(List<String> persons, Seed seed) {
    List<String> people = new ArrayList<>(new LinkedHashSet<>(persons));
    if (people.size() < 2) {
      throw new BadInput(
          "All recordings are of one person ("
              + (people.isEmpty() ? "none" : people.get(0))
              + "). Splits go by person, so at least two are needed.");
    }
    List<String> result = new ArrayList<>();
    for (int i : seed.stream("split").permutation(people.size())) {
      result.add(people.get(i));
    }
    return result;
  }

  private static int share(double share, int people) {
    if (!(share >= 0 && share < 1)) {
      throw new BadInput("A share of people is " + share + ", but it must be from 0 to below 1.");
    }
    return share == 0 ? 0 : Math.max(1, (int) Math.round(share * people));
  }
}
