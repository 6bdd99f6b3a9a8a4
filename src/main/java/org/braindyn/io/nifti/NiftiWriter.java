package org.braindyn.io.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Volume4D;
import org.braindyn.io.AtomicFile;
import org.braindyn.io.NiftiFiles;

/**
 * Writes little-endian NIfTI files, frame by frame: .nii, .nii.gz or .hdr with .img; NIfTI-1, or
 * NIfTI-2 where a size is above 32767.
 */
public final class NiftiWriter {
  private static final int PIECE = 1 << 13;

  private NiftiWriter() {}

  /** Writes 32-bit floating point voxels, in mm and s. */
  public static void write(Path path, Volume4D image) throws IOException {
    write(path, image, NiftiType.FLOAT32);
  }

  /**
   * Writes an image.
   *
   * @param path ends in .nii, .nii.gz or .hdr (the voxels go to .img)
   * @param type INT16, INT32, FLOAT32 or FLOAT64; values that whole-number types cannot hold are
   *     refused
   */
  public static void write(Path path, Volume4D image, NiftiType type) throws IOException {
    write(path, image, type, NiftiMeaning.NONE);
  }

  /**
   * Writes an image and what it means.
   *
   * @param path ends in .nii, .nii.gz or .hdr (the voxels go to .img)
   * @param type INT16, INT32, FLOAT32 or FLOAT64
   * @param meaning intent and description of the header
   */
  public static void write(Path path, Volume4D image, NiftiType type, NiftiMeaning meaning)
      throws IOException {
    String name = NiftiFiles.name(path).toLowerCase(Locale.ROOT);
    if (name.endsWith(".nii") || name.endsWith(".nii.gz")) {
      byte[] header = NiftiHeaderBytes.of(image, type, false, meaning);
      save(path, name.endsWith(".gz"), header, image, type);
    } else if (name.endsWith(".hdr")) {
      String stem = NiftiFiles.name(path).replaceFirst("(?i)\\.hdr$", "");
      save(path.resolveSibling(stem + ".img"), false, new byte[0], image, type);
      byte[] header = NiftiHeaderBytes.of(image, type, true, meaning);
      AtomicFile.write(path, out -> out.write(header));
    } else {
      throw new BadInput(
          "Cannot write " + path + ": the name must end in .nii, .nii.gz or .hdr (with .img).");
    }
  }

  private static void save(Path path, boolean gzip, byte[] header, Volume4D image, NiftiType type)
      throws IOException {
    AtomicFile.write(
        path,
        out -> {
          if (gzip) {
            GZIPOutputStream gz = new GZIPOutputStream(out, 1 << 16);
            voxels(image, type, header, gz);
            gz.finish();
          } else {
            voxels(image, type, header, out);
          }
        });
  }

  /** Writes labels as 16-bit, or where one is above 32767, as 32-bit whole numbers. */
  public static void writeLabels(Path path, Labels3D labels) throws IOException {
    int max = Arrays.stream(labels.labels()).max().orElse(0);
    NiftiType type = max > Short.MAX_VALUE ? NiftiType.INT32 : NiftiType.INT16;
    write(path, asVolume(labels), type, NiftiMeaning.labels(labels.name()));
  }

  private static Volume4D asVolume(Labels3D labels) {
    return new Volume4D() {
      @Override
      public Grid grid() {
        return labels.grid();
      }

      @Override
      public int frames() {
        return 1;
      }

      @Override
      public double interval() {
        return Double.NaN;
      }

      @Override
      public String name() {
        return labels.name();
      }

      @Override
      public FrameReader open() {
        return new FrameReader() {
          @Override
          public void next(double[] frame) {
            for (int i = 0; i < frame.length; i++) {
              frame[i] = labels.labels()[i];
            }
          }

          @Override
          public void close() {}
        };
      }
    };
  }

  private static void voxels(Volume4D image, NiftiType type, byte[] header, OutputStream out)
      throws IOException {
    out.write(header);
    double[] frame = new double[image.grid().voxels()];
    ByteBuffer buffer = ByteBuffer.allocate(PIECE * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    try (Volume4D.FrameReader reader = image.open()) {
      for (int t = 0; t < image.frames(); t++) {
        reader.next(frame);
        for (int at = 0; at < frame.length; at += PIECE) {
          buffer.clear();
          for (int i = at; i < Math.min(at + PIECE, frame.length); i++) {
            put(buffer, type, frame[i], image.name());
          }
          out.write(buffer.array(), 0, buffer.position());
        }
      }
    }
  }

  private static void put(ByteBuffer buffer, NiftiType type, double v, String name) {
    switch (type) {
      case INT16 -> buffer.putShort((short) whole(v, Short.MIN_VALUE, Short.MAX_VALUE, name));
      case INT32 -> buffer.putInt((int) whole(v, Integer.MIN_VALUE, Integer.MAX_VALUE, name));
      case FLOAT32 -> buffer.putFloat((float) v);
      case FLOAT64 -> buffer.putDouble(v);
      default -> throw new IllegalArgumentException(type + " is not written");
    }
  }

  private static double whole(double v, long low, long high, String name) {
    if (v != Math.rint(v) || v < low || v > high) {
      throw new BadInput(
          name + ": the value " + v + " is no whole number from " + low + " to " + high + ".");
    }
    return v;
  }
}
