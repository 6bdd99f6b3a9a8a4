package org.braindyn.training.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.SignalBatch;
import org.junit.jupiter.api.Test;

class ShapeScoresTest {
  private static final double[] COURSE = {0, 1, 0, -1};
  private static final double[] PATTERN = {1, -2, 1};

  private static SignalBatch batch(double size, double[] course, double[] pattern) {
    SignalBatch batch = new SignalBatch(1, 3, 4);
    for (int r = 0; r < 3; r++) {
      for (int p = 0; p < 4; p++) {
        batch.set(0, r, p, size * course[p] * pattern[r]);
      }
    }
    return batch;
  }

  private static ShapeScores of(SignalBatch forecast) {
    ShapeScores.Sums sums = new ShapeScores.Sums();
    sums.add(forecast, batch(1, COURSE, PATTERN));
    return sums.scores();
  }

  @Test
  void sizeAloneIsWrong() {
    ShapeScores s = of(batch(0.5, COURSE, PATTERN));
    assertEquals(1, s.timing(), 1e-12);
    assertEquals(1, s.pattern(), 1e-12, "frames in which nothing happens do not count");
    assertEquals(0.5, s.size(), 1e-12);
  }

  @Test
  void timingAloneIsWrong() {
    ShapeScores s = of(batch(1, new double[] {1, 0, -1, 0}, PATTERN)); // a quarter cycle early
    assertEquals(0, s.timing(), 1e-12);
    assertEquals(1, s.size(), 1e-12);
  }

  @Test
  void patternAloneIsWrong() {
    ShapeScores s = of(batch(1, COURSE, new double[] {1.5, -0.5, -1}));
    assertTrue(s.pattern() < 0.5, s.toString());
  }

  @Test
  void aForecastThatDoesNotMoveHasNeither() {
    ShapeScores s = of(new SignalBatch(1, 3, 4));
    assertTrue(Double.isNaN(s.timing()) && Double.isNaN(s.pattern()));
    assertEquals(0, s.size());
  }
}
