package org.braindyn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.braindyn.app.BidsApp;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.work.LocalWork;
import org.braindyn.work.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark gives the bits and the files of this program's own threads. */
class SparkWorkTest {
  private static final Grid GRID = Grid.spaced(6, 1, 1, 2, 2, 2);
  private static final int PEOPLE = 8;

  private static JavaSparkContext spark;

  @TempDir Path dir;

  @BeforeAll
  static void start() {
    spark = new JavaSparkContext(Data.local());
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  /** Sums that depend on the order of adding. */
  record Reciprocals() implements Work.Sums<Integer, Double> {
    @Override
    public Double of(List<Integer> block, Progress progress) {
      return block.stream().mapToDouble(k -> 1.0 / (k + 1)).sum();
    }

    @Override
    public Double plus(Double left, Double right) {
      return left + right;
    }
  }

  @Test
  void sumsHaveTheBitsOfLocalOnes() {
    List<Integer> items = IntStream.range(0, 1001).boxed().toList();
    Set<Long> patterns = new HashSet<>();
    patterns.add(
        Double.doubleToLongBits(
            new LocalWork(3, "test").sum(items, 10, new Reciprocals(), Progress.NONE)));
    for (int partitions : new int[] {1, 2, 7, 16}) {
      for (int repeat = 0; repeat < 5; repeat++) {
        SparkWork work = new SparkWork(spark, partitions);
        double sum = work.sum(items, 10, new Reciprocals(), Progress.NONE);
        patterns.add(Double.doubleToLongBits(sum));
      }
    }
    assertEquals(1, patterns.size());
    List<Integer> squares = new SparkWork(spark, 7).map(items, (k, p) -> k * k, Progress.NONE);
    for (int k = 0; k < 1001; k++) {
      assertEquals(k * k, squares.get(k));
    }
  }

  @Test
  void peopleHaveTheFilesOfOneProcess() throws IOException {
    Data.scans(dir, PEOPLE, GRID, 60);
    assertEquals(0, run(null, "here", "participant"));
    assertEquals(0, run(null, "here", "group"));
    Map<String, String> wanted = Data.content(dir.resolve("here"));
    assertTrue(wanted.size() > 6 * PEOPLE, wanted.keySet().toString());
    for (int partitions : new int[] {1, 2, 7, 32}) {
      String out = "spark" + partitions;
      assertEquals(0, run(new SparkWork(spark, partitions), out, "participant"));
      assertEquals(0, run(new SparkWork(spark, partitions), out, "group"));
      assertEquals(wanted, Data.content(dir.resolve(out)), partitions + " partitions");
    }
    Path broken = dir.resolve("bids/sub-3/func/sub-3_task-rest_bold.nii.gz");
    Files.write(broken, new byte[] {1, 2, 3});
    assertEquals(BidsApp.INCOMPLETE, run(new SparkWork(spark, 3), "broken", "participant"));
    assertEquals(BidsApp.INCOMPLETE, run(new SparkWork(spark, 3), "broken", "group"));
    assertEquals(wanted.size() - 8, Data.content(dir.resolve("broken")).size());
  }

  private int run(Work work, String out, String level) {
    PrintStream log = new PrintStream(new ByteArrayOutputStream());
    return BidsApp.run(
        log,
        work,
        Progress.NONE,
        dir.resolve("bids").toString(),
        dir.resolve(out).toString(),
        level,
        "--labels",
        dir.resolve("labels.nii").toString(),
        "--band",
        "0.01",
        "0.1");
  }
}
