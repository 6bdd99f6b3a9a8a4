package org.braindyn.forecast.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.Seed;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

class ResponseMapTest {
  private static final double[] COURSE = {1, 1, 0, 0};
  private final List<Recording> people = Tiny.people(4, 5, 600, 0.3);

  private FamilyData data(LinkWeights given) {
    return FamilyData.of(new WindowSet(people, 12, 3, 3), given, Seed.of(1));
  }

  /** In {@link Tiny#network} region i + 1 drives region i, and nothing runs the other way. */
  @Test
  void everyLinkItsOwnSeesDirections() {
    ResponseMap map = ResponseMap.everyLink(FamilyFolds.of(data(null)), 1);
    double[][] change = map.response(2, COURSE);
    assertEquals(0.3, change[1][1], 0.05);
    assertEquals(0, change[3][1], 0.05);
    assertEquals(ResponseMap.EVERY_LINK, map.assumption());
  }

  @Test
  void oneLawWithoutDirectionsDoesNot() {
    double[][] change = ResponseMap.oneLaw(data(null), 1).response(2, COURSE);
    assertTrue(Math.abs(change[1][1] - change[3][1]) < 0.05);
  }

  @Test
  void oneLawOnAGraphIsTheNetworkAutoregression() {
    LinkWeights given = new LinkWeights("test", Tiny.weights(5, 5));
    ResponseMap map = ResponseMap.oneLaw(data(given), 2);
    double[][] wanted =
        SimultaneousAr.fit(FamilyData.wholeSums(people, 5), 2, given).response(2, COURSE);
    for (int r = 0; r < 5; r++) {
      assertArrayEquals(wanted[r], map.response(2, COURSE)[r], 1e-10);
    }
  }
}
