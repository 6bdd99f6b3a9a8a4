package org.braindyn.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.braindyn.data.BadInput;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Volume4D;

/** Writes little-endian NIfTI-1 files, .nii or .nii.gz, frame by frame. */
public final class NiftiWriter {
  private static final int OFFSET = 352;
  private static final int PIECE = 1 << 13;

  private NiftiWriter() {}

  /** Writes 32-bit floating point voxels, in mm and s. */
  public static void write(Path path, Volume4D image) throws IOException {
    write(path, image, NiftiType.FLOAT32);
  }

  /**
   * Writes an image.
   *
   * @param path ends in .nii or .nii.gz
   * @param type INT16, INT32, FLOAT32 or FLOAT64; values that whole-number types cannot hold are
   *     refused
   */
  public static void write(Path path, Volume4D image, NiftiType type) throws IOException {
    String name = NiftiFiles.name(path).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".nii") && !name.endsWith(".nii.gz")) {
      throw new BadInput("Cannot write " + path + ": the name must end in .nii or .nii.gz.");
    }
    byte[] header = header(image, type, path);
    AtomicFile.write(
        path,
        out -> {
          if (name.endsWith(".gz")) {
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
    write(path, asVolume(labels), max > Short.MAX_VALUE ? NiftiType.INT32 : NiftiType.INT16);
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

  private static byte[] header(Volume4D image, NiftiType type, Path path) {
    Grid grid = image.grid();
    ByteBuffer b = ByteBuffer.allocate(OFFSET).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(0, 348);
    int[] size = {grid.size()[0], grid.size()[1], grid.size()[2], image.frames()};
    b.putShort(40, (short) (image.frames() > 1 ? 4 : 3));
    for (int i = 1; i < 8; i++) {
      int n = i <= 4 ? size[i - 1] : 1;
      if (n > Short.MAX_VALUE) {
        throw new BadInput(
            "Cannot write " + path + ": " + n + " along one axis; NIfTI-1 holds up to 32767.");
      }
      b.putShort(40 + 2 * i, (short) n);
    }
    b.putShort(70, (short) type.code());
    b.putShort(72, (short) (8 * type.bytes()));
    boolean timed = image.frames() > 1 && image.interval() > 0;
    for (int i = 0; i < 3; i++) {
      b.putFloat(76 + 4 * (i + 1), (float) grid.spacing(i));
    }
    b.putFloat(92, timed ? (float) image.interval() : 0);
    b.putFloat(108, OFFSET);
    b.putFloat(112, 1);
    boolean unknown = grid.source() == Grid.AffineSource.NONE;
    b.put(123, (byte) ((unknown ? 0 : 2) + (timed ? 8 : 0)));
    byte[] text = "BrainDyn".getBytes(StandardCharsets.US_ASCII);
    b.position(148).put(text);
    NiftiAffine.put(b, grid);
    b.position(344).put("n+1\0".getBytes(StandardCharsets.US_ASCII));
    return b.array();
  }
}
