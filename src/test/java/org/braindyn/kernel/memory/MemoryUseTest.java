package org.braindyn.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class MemoryUseTest {
  @Test
  void aReleaseUnderAUserAndAUseAfterAReleaseAreRefusedAndCounted() {
    MemoryUse use = new MemoryUse(48);
    assumeTrue(MemoryUse.WATCHED);
    long held = MemoryUse.held();
    long before = MemoryUse.faults();
    use.begin();
    String text = assertThrows(IllegalStateException.class, use::free).getMessage();
    assertTrue(text.contains("freed while"), text);
    use.end();
    use.free();
    assertEquals(held - 48, MemoryUse.held());
    use.free();
    assertEquals(held - 48, MemoryUse.held(), "only once");
    assertThrows(IllegalStateException.class, use::begin);
    assertEquals(before + 2, MemoryUse.faults());
  }
}
