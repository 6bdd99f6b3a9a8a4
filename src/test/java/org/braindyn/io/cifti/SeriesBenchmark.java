package org.braindyn.io.cifti;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.braindyn.data.Volume4D;

/**
 * Processor time to read a {@code .dtseries.nii} frame by frame against the bare read of its
 * numbers, in turns: {@code SeriesBenchmark FILE}.
 */
public final class SeriesBenchmark {
  private SeriesBenchmark() {}

  private static double seconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /** Frames, one after the other. */
  private static double frames(Path file) throws IOException {
    Volume4D scan = new Greyordinates().open(file);
    double[] frame = new double[scan.grid().voxels()];
    double sum = 0;
    try (Volume4D.FrameReader reader = scan.open()) {
      for (int t = 0; t < scan.frames(); t++) {
        reader.next(frame);
        sum += frame[t];
      }
    }
    return sum;
  }

  /** Every number of the file once, kept in memory in the order of the file. */
  private static double bare(Path file) throws IOException {
    byte[] bytes = new byte[1 << 18];
    float[][] kept = new float[(int) (Files.size(file) / bytes.length) + 1][];
    double sum = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int k = 0; k < kept.length; k++) {
        int n = in.readNBytes(bytes, 0, bytes.length) / 4;
        kept[k] = new float[n];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(kept[k], 0, n);
        sum += n == 0 ? 0 : kept[k][0];
      }
    }
    return sum;
  }

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    double read = Double.POSITIVE_INFINITY;
    double bare = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int turn = 0; turn < 12; turn++) {
      double start = seconds();
      sum += bare(file);
      double middle = seconds();
      sum += frames(file);
      bare = Math.min(bare, middle - start);
      read = Math.min(read, seconds() - middle);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %.3f s, bare read %.3f s, %.2f times (sum %g)%n",
        file.getFileName(),
        read,
        bare,
        read / bare,
        sum);
  }
}
