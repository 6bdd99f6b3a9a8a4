package org.braindyn.forecast.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.signal.WindowSet;
import org.junit.jupiter.api.Test;

class GroupSumsTest {
  private final WindowSet group = new WindowSet(Tiny.people(3, 4, 200, 0.3), 12, 3, 1);

  /** In single precision, as files hold them, the solution is the same to six digits. */
  @Test
  void keptInSinglePrecisionTheyGiveTheSameModel() {
    GroupSums sums = new GroupSums(DirectSums.of(group, Progress.NONE), 0.2);
    assertTrue(sums.storable());
    Map<String, NamedArray> rounded = new LinkedHashMap<>();
    sums.store()
        .forEach(
            (name, a) -> {
              double[] values = a.values().clone();
              for (int i = 0; i < values.length && !name.equals("shape"); i++) {
                values[i] = (float) values[i];
              }
              rounded.put(name, new NamedArray(a.shape(), values));
            });
    GroupSums again = GroupSums.restore(rounded);
    assertEquals(0.2, again.ridge());
    assertEquals(group.size(), again.sums().windows());
    double[][] a = DirectModel.fit(sums.sums(), 0.2, 0.1).coefficients();
    double[][] b = DirectModel.fit(again.sums(), 0.2, 0.1).coefficients();
    for (int i = 0; i < a.length; i++) {
      assertArrayEquals(a[i], b[i], 1e-6);
    }
    rounded.put("gram", NamedArray.of(1, 2, 3));
    assertThrows(BadInput.class, () -> GroupSums.restore(rounded));
  }
}
