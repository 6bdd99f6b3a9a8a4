package org.braindyn.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MemoryUseTest {
  @Test
  void aReleaseUnderAUserAndAUseAfterAReleaseAreRefusedAndCounted() {
    MemoryUse use = new MemoryUse();
    long before = MemoryUse.faults();
    use.begin();
    String text = assertThrows(IllegalStateException.class, use::free).getMessage();
    assertTrue(text.contains("freed while"), text);
    use.end();
    use.free();
    use.free();
    assertThrows(IllegalStateException.class, use::begin);
    assertEquals(before + 2, MemoryUse.faults());
  }
}
