package org.braindyn.spark;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.braindyn.app.BidsApp;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.work.Work;

/**
 * Seconds of the same people by two threads of this program and by Spark's {@code local[2]}, in
 * turn: {@code SpeedStudy FOLDER PEOPLE TIMES}. Every scan is 64 x 64 x 36 voxels of 150 frames.
 */
public final class SpeedStudy {
  private static Path folder;

  private SpeedStudy() {}

  public static void main(String[] arguments) throws Exception {
    folder = Path.of(arguments[0]).toAbsolutePath();
    int people = Integer.parseInt(arguments[1]);
    int times = Integer.parseInt(arguments[2]);
    Path first = folder.resolve("bids/sub-1/func/sub-1_task-rest_bold.nii.gz");
    if (!Files.exists(first)) {
      Data.scans(folder, 1, Grid.spaced(64, 64, 36, 3, 3, 3), 150);
      for (int p = 2; p <= people; p++) {
        Path func = Files.createDirectories(folder.resolve("bids/sub-" + p + "/func"));
        Files.createLink(func.resolve("sub-" + p + "_task-rest_bold.nii.gz"), first);
      }
    }
    double[] threads = new double[times];
    double[] spark = new double[times];
    double start = System.nanoTime();
    try (JavaSparkContext context = new JavaSparkContext(Data.local())) {
      double started = (System.nanoTime() - start) / 1e9;
      run(null, "warm");
      run(new SparkWork(context, people), "warmed");
      for (int k = 0; k < times; k++) {
        threads[k] = run(null, "threads" + k);
        spark[k] = run(new SparkWork(context, people), "spark" + k);
      }
      Arrays.sort(threads);
      Arrays.sort(spark);
      System.out.printf(
          Locale.ROOT,
          "%d scans of %.0f MB: two threads %.1f s (best %.1f), local[2] %.1f s (best %.1f): %+.0f"
              + " %% (best %+.0f %%); starting Spark takes %.1f s more%n",
          people,
          Files.size(first) / 1e6,
          threads[times / 2],
          threads[0],
          spark[times / 2],
          spark[0],
          100 * (spark[times / 2] / threads[times / 2] - 1),
          100 * (spark[0] / threads[0] - 1),
          started);
    }
  }

  private static double run(Work work, String out) {
    long start = System.nanoTime();
    PrintStream log = new PrintStream(new ByteArrayOutputStream());
    String[] words = {
      folder.resolve("bids").toString(),
      folder.resolve(out + System.nanoTime()).toString(),
      "participant",
      "--labels",
      folder.resolve("labels.nii").toString(),
      "--threads",
      work == null ? "2" : "1"
    };
    int code = BidsApp.run(log, work, Progress.NONE, words);
    if (code != 0) {
      throw new IllegalStateException("exit code " + code);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
