package org.braindyn.benchmark;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.data.Volume4D;
import org.braindyn.fiji.images.ScanImage;
import org.braindyn.io.nifti.Nifti;
import org.braindyn.io.nifti.NiftiType;
import org.braindyn.io.nifti.NiftiWriter;

/**
 * Opens a generated int16 scan of 1.05 GB (91 x 109 x 91 voxels, 582 frames) in a Java of its own
 * with a heap of 1.5 GB, and one of 3 GB, which no longer fits and becomes a virtual stack. Says
 * the time, processor seconds and the largest resident memory.
 */
public final class OpenScanBenchmark {
  private static final String HEAP = "1536m";
  private static final int[] FRAMES = {582, 1664};

  private OpenScanBenchmark() {}

  /** Runs the benchmark, or with "open" and a file one case of it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2) {
      open(Path.of(arguments[1]));
      return;
    }
    for (int frames : FRAMES) {
      Path file = Files.createTempFile("braindyn-scan", ".nii");
      try {
        NiftiWriter.write(file, new Waves(frames), NiftiType.INT16);
        System.out.printf(Locale.ROOT, "%.2f GB: ", Files.size(file) / 1e9);
        OwnJava.run(OpenScanBenchmark.class, HEAP, "open", file.toString());
      } finally {
        Files.delete(file);
      }
    }
  }

  private static void open(Path file) throws IOException {
    long start = System.nanoTime();
    double before = Machine.processorSeconds();
    ImagePlus image = ScanImage.image(Nifti.open(file), Progress.NONE);
    System.out.printf(
        Locale.ROOT,
        "%.1f s (%.1f processor s), %d-bit%s, heap at most %.2f GB, resident at most %.2f GB%n",
        (System.nanoTime() - start) / 1e9,
        Machine.processorSeconds() - before,
        image.getBitDepth(),
        image.getStack().isVirtual() ? " virtual stack" : "",
        Runtime.getRuntime().maxMemory() / 1e9,
        Machine.peakMegabytes() / 1e3);
  }

  /** Whole numbers from 0 to 10 000 that differ between voxels and frames. */
  private record Waves(int frames) implements Volume4D {
    @Override
    public Grid grid() {
      return Grid.spaced(91, 109, 91, 2, 2, 2);
    }

    @Override
    public double interval() {
      return 0.72;
    }

    @Override
    public String name() {
      return "generated";
    }

    @Override
    public FrameReader open() {
      int[] t = {0};
      return new FrameReader() {
        @Override
        public void next(double[] frame) {
          t[0]++;
          for (int i = 0; i < frame.length; i++) {
            frame[i] = (i * 31L + t[0] * 977L) % 10_001;
          }
        }

        @Override
        public void close() {}
      };
    }
  }
}
