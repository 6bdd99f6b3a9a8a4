package org.braindyn.io.door;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged HDF5 files of every layout end in a message; {@link Robustness} does so to files of other
 * writers.
 */
class Hdf5FilesTest {
  private static final int COUNT = 10_000;

  @TempDir Path dir;

  @ParameterizedTest
  @EnumSource
  void damaged(Hdf5Files kind) throws IOException {
    int read = kind.damageWritten(dir, COUNT);
    assertTrue(read > 0 && read < COUNT, read + " of " + COUNT);
  }
}
