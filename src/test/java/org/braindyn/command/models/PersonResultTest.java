package org.braindyn.command.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.Seed;
import org.braindyn.people.Verdict;
import org.braindyn.training.score.ErrorSums;
import org.braindyn.training.score.Scores;
import org.junit.jupiter.api.Test;

/** A person's rows hold that person's errors, against the baseline that is best for them. */
class PersonResultTest {
  private static ErrorSums off(double by) {
    ErrorSums sums = new ErrorSums();
    for (int t = 0; t < 4; t++) {
      sums.add(t + by, t);
    }
    return sums;
  }

  private static Scores scores(String name, boolean baseline, double first, double second) {
    ErrorSums all = off(first);
    all.add(off(second));
    List<ErrorSums> both = List.of(off(first), off(second));
    return new Scores(
        name, all, both, both, List.of("ann", "bob"), both, 0, 0, null, null, baseline);
  }

  private final List<Scores> three =
      List.of(
          scores("model", false, 1, 3), scores("zero", true, 2, 2), scores("VAR(1)", true, 4, 1));

  @Test
  void everyPersonHasTheirOwnRival() {
    PersonResult ann = PersonResult.of(three, "ann", Seed.of(1));
    assertEquals(
        "For this person model is better than the best baseline, zero: error 1.000 against 4.000"
            + " (-75.0 %).",
        ann.verdict());
    PersonResult bob = PersonResult.of(three, "bob", Seed.of(1));
    assertTrue(bob.verdict().contains("no better than the best baseline, VAR(1): error 9.000"));
    List<String> row = bob.table().rows().get(0);
    assertEquals(9, Double.parseDouble(row.get(1)), 1e-9);
    assertEquals(8, Double.parseDouble(row.get(4)), 1e-9, "from the best baseline");
    assertEquals(5, Double.parseDouble(row.get(5)), 1e-9, "over both");
    assertTrue(Double.parseDouble(row.get(6)) <= 5 && Double.parseDouble(row.get(7)) >= 5);
  }

  @Test
  void whoTrainedIsNotTested() {
    PersonResult none = PersonResult.of(three, "eve", Seed.of(1));
    assertNull(none.table());
    assertTrue(none.verdict().startsWith("Not tested on this person"));
  }

  @Test
  void theRivalOfTheVerdictIsTheBestOfTheTable() {
    assertEquals(
        "No better than zero: worse by 25.0 % (error 5.000 against 4.000 on frames).",
        Verdict.againstBest(three, "frames").sentence());
  }
}
