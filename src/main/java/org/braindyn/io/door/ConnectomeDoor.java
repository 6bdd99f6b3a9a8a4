package org.braindyn.io.door;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a matrix of weights between regions. */
public interface ConnectomeDoor extends Door {
  /**
   * Reads the matrix.
   *
   * @param file the file
   * @param variable name of the matrix in a file with several; empty to find it
   * @return weights, [source][target]
   * @throws IOException if the file cannot be read
   * @throws org.braindyn.data.BadInput if it is damaged, not square, or holds something else
   */
  Connectome read(Path file, String variable) throws IOException;

  @Override
  default String use() {
    return "Open it with Build Graph (connectome=).";
  }
}
