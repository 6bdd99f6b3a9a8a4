package org.braindyn.kind;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A model with calibrated intervals can do all that the model in it can. */
class WithIntervalsTest {
  @Test
  void everythingThatAModelMayDoIsHandedOn() {
    for (Method method : TrainedModel.class.getMethods()) {
      if (method.getReturnType() == Optional.class) {
        assertDoesNotThrow(
            () -> WithIntervals.class.getDeclaredMethod(method.getName()), method.getName());
      }
    }
  }
}
