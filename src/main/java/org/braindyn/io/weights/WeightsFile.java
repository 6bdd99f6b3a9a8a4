package org.braindyn.io.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.braindyn.data.BadInput;

/** Named arrays in a file; the numbers are read when they are asked for. */
public interface WeightsFile {
  /** Type and shape of every array, by name, in the file's order. */
  Map<String, TensorInfo> tensors();

  /**
   * Numbers of an array, row-major, as doubles.
   *
   * @throws BadInput if there is no such array or the file is damaged there
   */
  double[] values(String name) throws IOException;

  /** Texts that the file carries beside the arrays; empty if none. */
  Map<String, String> metadata();

  /**
   * Opens a file: safetensors, or what torch.save wrote, told apart by their first bytes.
   *
   * @param file path of the file
   * @throws BadInput if it is missing, neither, or damaged
   */
  static WeightsFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("There is no weights file " + file + ".");
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(10);
    }
    boolean zip = start.length >= 4 && start[0] == 'P' && start[1] == 'K';
    if (zip) {
      return TorchFile.read(file);
    }
    // A pickle begins with its protocol; before PyTorch 1.6 files were pickles without a zip.
    if (start.length >= 2 && start[0] == (byte) 0x80 && start[1] >= 2 && start[1] <= 5) {
      throw new BadInput(
          file
              + " was written by an old torch.save (before PyTorch 1.6), or is a bare pickle. Load"
              + " it in Python and save it again with safetensors.torch.save_file.");
    }
    return SafeTensors.read(file);
  }

  /** The entry of a name, or the reason why there is none. */
  static TensorInfo known(Map<String, TensorInfo> tensors, String name, Path file) {
    TensorInfo info = tensors.get(name);
    if (info == null) {
      throw new BadInput(file + " holds no array \"" + name + "\".");
    }
    return info;
  }
}
