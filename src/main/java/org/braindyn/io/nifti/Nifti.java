package org.braindyn.io.nifti;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.braindyn.data.BadInput;
import org.braindyn.data.Labels3D;
import org.braindyn.io.NiftiFiles;
import org.braindyn.io.door.Doors;
import org.braindyn.io.door.FileStart;

/**
 * Opens NIfTI-1, NIfTI-2 (.nii, .nii.gz, .hdr/.img) and Analyze 7.5 files. Only the header is read
 * on opening; sizes that the file cannot hold are refused before any memory is taken.
 */
public final class Nifti {
  private Nifti() {}

  /**
   * Opens an image of one or many frames.
   *
   * @param path .nii, .nii.gz, or either half of a .hdr/.img pair
   * @throws BadInput if it is missing, of another format, damaged or too large
   */
  public static NiftiVolume open(Path path) throws IOException {
    String name = NiftiFiles.name(path);
    if (!Files.isRegularFile(path)) {
      throw new BadInput("There is no file " + path + ".");
    }
    afni(name);
    return open(FileStart.of(path));
  }

  private static void afni(String name) {
    if (name.toLowerCase(Locale.ROOT).matches(".*\\.(head|brik)(\\.gz)?")) {
      throw new BadInput(
          name + " is an AFNI file, which is not read. Convert it with AFNI's 3dAFNItoNIFTI.");
    }
  }

  /** The same for a file that was looked at already: opened once more, for its frames. */
  public static NiftiVolume open(FileStart start) throws IOException {
    Path path = start.path();
    String name = NiftiFiles.name(path);
    afni(name);
    Doors.refuseUnread(start);
    boolean half = NiftiFiles.isPair(path);
    Path headerFile = half ? NiftiFiles.half(path, "hdr") : path;
    NiftiHeader header = NiftiHeaderReader.read(first(start, headerFile), name, half);
    Path data = header.pair() ? NiftiFiles.half(headerFile, "img") : headerFile;
    long needed = header.offset() + header.dataBytes();
    long held =
        data.equals(path)
            ? NiftiFiles.capacity(start.size(), start.gzipped())
            : NiftiFiles.capacity(data);
    if (needed > held) {
      throw new BadInput(
          name
              + " is too short: its header promises "
              + needed
              + " bytes ("
              + header.grid().describe()
              + ", "
              + header.frames()
              + " frames), the file can hold "
              + held
              + ". It is truncated or its header is damaged; copy it again.");
    }
    long frame = 8L * header.grid().voxels();
    if (frame > Runtime.getRuntime().maxMemory() / 2) {
      throw new BadInput(
          name
              + ": one frame takes "
              + (frame >> 20)
              + " MB of memory, too much. Give Java more memory or crop the image.");
    }
    return new NiftiVolume(header, data, name);
  }

  /** The header's bytes, inflated. */
  private static byte[] first(FileStart start, Path headerFile) throws IOException {
    byte[] bytes = start.bytes();
    boolean raw = bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    return headerFile.equals(start.path()) && !raw && bytes.length >= NiftiFiles.HEADER
        ? Arrays.copyOf(bytes, NiftiFiles.HEADER)
        : NiftiFiles.start(headerFile);
  }

  /**
   * Reads a label image.
   *
   * @param path a single-frame image of whole numbers, 0 or more; fractions, negatives, NaN and
   *     several frames are refused
   */
  public static Labels3D labels(Path path) throws IOException {
    return LabelImages.of(open(path));
  }
}
