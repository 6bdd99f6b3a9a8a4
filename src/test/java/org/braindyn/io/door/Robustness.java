package org.braindyn.io.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads every HDF5 layout in damaged files, as many as wanted: {@code Robustness 10000}, or a file
 * of one's own (and a file that it names): {@code Robustness 10000 EEGLAB a.set a.fdt}. Ends with
 * an error at the first file that is not answered with values or a message.
 */
public final class Robustness {
  private Robustness() {}

  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("damaged");
    if (arguments.length > 2) {
      Path copy = copy(arguments[2], folder);
      if (arguments.length > 3) {
        copy(arguments[3], folder);
      }
      Hdf5Files kind = Hdf5Files.valueOf(arguments[1]);
      tell(kind, count, System.nanoTime(), kind.damage(copy, count));
      return;
    }
    for (Hdf5Files kind : Hdf5Files.values()) {
      tell(kind, count, System.nanoTime(), kind.damageWritten(folder, count));
    }
  }

  private static Path copy(String file, Path folder) throws IOException {
    Path copy = folder.resolve(Path.of(file).getFileName());
    return Files.write(copy, Files.readAllBytes(Path.of(file)));
  }

  private static void tell(Hdf5Files kind, int count, long start, int readable) {
    System.out.printf(
        "%s: %d damaged files, %d readable, the others a message; most memory %.1f MB; %.0f s%n",
        kind, count, readable, Damage.largest() / 1e6, (System.nanoTime() - start) / 1e9);
  }
}
