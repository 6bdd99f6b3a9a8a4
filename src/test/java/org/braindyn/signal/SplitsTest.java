package org.braindyn.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

class SplitsTest {
  private static final List<String> PERSONS =
      List.of("a", "a", "b", "c", "c", "d", "e", "f", "g", "h");

  @Test
  void noPersonStandsOnTwoSides() {
    for (int seed = 0; seed < 20; seed++) {
      Split split = Splits.random(PERSONS, 0.25, 0.25, Seed.of(seed));
      Set<String> seen = new HashSet<>(names(split.train()));
      assertEquals(4, seen.size());
      for (List<Integer> part : List.of(split.validation(), split.test())) {
        names(part).forEach(p -> assertTrue(!seen.contains(p), p));
        seen.addAll(names(part));
      }
      assertEquals(8, seen.size(), "everybody is used");
    }
  }

  @Test
  void theSeedFixesTheDraw() {
    Split one = Splits.random(PERSONS, 0.25, 0.25, Seed.of(1));
    assertEquals(one, Splits.random(PERSONS, 0.25, 0.25, Seed.of(1)));
    assertNotEquals(one, Splits.random(PERSONS, 0.25, 0.25, Seed.of(2)));
  }

  @Test
  void everyPersonTestsOnceInCrossValidation() {
    List<Integer> tested = new ArrayList<>();
    for (Split split : Splits.kFold(PERSONS, 4, Seed.of(3))) {
      tested.addAll(split.test());
      assertTrue(!split.validation().isEmpty());
    }
    assertEquals(PERSONS.size(), tested.size());
    assertEquals(PERSONS.size(), new HashSet<>(tested).size());
  }

  @Test
  void aSiteTestsAsAWhole() {
    List<String> sites = List.of("x", "x", "x", "y", "y", "y", "y", "x", "x", "x");
    List<Split> splits = Splits.leaveOneSiteOut(PERSONS, sites, 0.2, Seed.of(1));
    assertEquals(2, splits.size());
    assertEquals(List.of(0, 1, 2, 7, 8, 9), splits.get(0).test());
    assertEquals(List.of(3, 4, 5, 6), splits.get(1).test());
  }

  @Test
  void badSplitsAreRefused() {
    BadInput twice =
        assertThrows(
            BadInput.class, () -> new Split(List.of(0, 2), List.of(1), List.of()).check(PERSONS));
    assertTrue(twice.getMessage().contains("Person a"), twice.getMessage());
    assertThrows(BadInput.class, () -> Splits.random(List.of("a", "a"), 0.2, 0.2, Seed.of(1)));
    assertThrows(BadInput.class, () -> Splits.kFold(PERSONS, 9, Seed.of(1)));
    assertThrows(
        BadInput.class,
        () ->
            Splits.leaveOneSiteOut(
                PERSONS, PERSONS.stream().map(p -> "x").toList(), 0.2, Seed.of(1)));
    assertThrows(BadInput.class, () -> Splits.random(List.of("a", "b"), 0.5, 0.5, Seed.of(1)));
  }

  private static List<String> names(List<Integer> indices) {
    return indices.stream().map(PERSONS::get).toList();
  }
}
