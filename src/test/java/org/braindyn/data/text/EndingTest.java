package org.braindyn.data.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EndingTest {
  @Test
  void caseDoesNotCount() {
    assertTrue(Ending.is("F.NPY", ".npy", ".npz"));
    assertTrue(Ending.is(Path.of("a", "b.Npz"), ".npy", ".npz"));
    assertFalse(Ending.is("npy", ".npy"));
  }
}
