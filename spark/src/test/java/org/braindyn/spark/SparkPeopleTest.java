package org.braindyn.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.braindyn.api.Model;
import org.braindyn.api.Signals;
import org.braindyn.app.study.PeopleApp;
import org.braindyn.data.Progress;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.people.spread.SourceText;
import org.braindyn.people.spread.SpreadPeople;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.work.LocalWork;
import org.braindyn.work.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits, nulls, folds and connectivity on Spark have the bytes of one process. */
class SparkPeopleTest {
  private static final int PEOPLE = 16;
  private static final int PARTITIONS = 16;
  private static final int REPEATS = 5;

  @TempDir static Path dir;
  private static JavaSparkContext spark;

  @BeforeAll
  static void start() throws IOException {
    Data.signals(dir, PEOPLE, 5, 120);
    spark = new JavaSparkContext(Data.local());
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  private static void call(Work work, String... words) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(log, true, StandardCharsets.UTF_8);
    int code = PeopleApp.run(to, work, Progress.NONE, words);
    assertEquals(0, code, log.toString(StandardCharsets.UTF_8));
  }

  private static Path fit(Work work, String kind, String name) {
    Path model = dir.resolve(name);
    List<String> words = new ArrayList<>(List.of("fit", dir.resolve("data").toString()));
    words.addAll(List.of(model.toString(), "--kind", kind, "--context", "10", "--horizon", "3"));
    words.addAll(List.of("--fc", model + ".fc.tsv", "--train", "12", "--validation", "2"));
    call(work, words.toArray(String[]::new));
    return model;
  }

  @Test
  void sumsOfSixteenPeopleHaveOneBitPattern() {
    SourceText source = new SourceText(dir.resolve("data").toString(), "*", Double.NaN);
    DataSet data = SpreadPeople.read(source, new SparkWork(spark, 2), Progress.NONE);
    Set<String> patterns = new HashSet<>();
    patterns.add(var(data, new LocalWork(2, "test")));
    for (int partitions = 1; partitions <= PARTITIONS; partitions++) {
      for (int repeat = 0; repeat < REPEATS; repeat++) {
        patterns.add(var(data, new SparkWork(spark, partitions)));
      }
    }
    assertEquals(1, patterns.size());
  }

  /** Every digit of a fit. */
  private static String var(DataSet data, Work work) {
    double[] ridge = {10};
    return Arrays.deepToString(
        VectorAutoregression.fitRuns(data.recordings(), 2, ridge, work, Progress.NONE)
            .get(0)
            .coefficients());
  }

  @Test
  void modelsOpenAndForecastAsThoseOfOneProcess() throws IOException {
    for (String kind :
        List.of("VAR on windows", "network AR on correlations", "direct ridge", "own past AR")) {
      Path there = fit(new SparkWork(spark, 5), kind, "there.npz");
      Path here = fit(new LocalWork(2, "test"), kind, "here.npz");
      assertArrayEquals(Files.readAllBytes(here), Files.readAllBytes(there), kind);
      assertEquals(
          Files.readString(Path.of(here + ".fc.tsv")),
          Files.readString(Path.of(there + ".fc.tsv")));
      Signals test = Signals.open(dir.resolve("data/sub-15.csv").toString());
      try (Model a = Model.read(here.toString());
          Model b = Model.read(there.toString())) {
        double[][] wanted = a.forecast(test, 6).signals().values();
        assertArrayEquals(wanted, b.forecast(test, 6).signals().values());
        assertTrue(wanted[0][0] != 0);
      }
    }
  }

  @Test
  void nullAndFoldsAreBitIdentical() throws IOException {
    Path model = fit(new LocalWork(2, "test"), "VAR on whole recordings", "asked.npz");
    List<String> found = new ArrayList<>();
    for (Work work : List.of(new LocalWork(1, "test"), new SparkWork(spark, 7))) {
      String n = Integer.toString(found.size());
      String data = dir.resolve("data").toString();
      String links = dir.resolve("links" + n + ".csv").toString();
      call(work, "null", model.toString(), data, links, "--surrogates", "20", "--horizon", "3");
      Path folds = dir.resolve("folds" + n);
      call(
          work,
          "evaluate",
          data,
          folds.toString(),
          "--kinds",
          "network AR on correlations",
          "direct ridge",
          "--folds",
          "5",
          "--context",
          "10",
          "--horizon",
          "3",
          "--stride",
          "5");
      Path each = dir.resolve("each" + n);
      call(work, "connect", model.toString(), data, each.toString(), "--horizon", "3");
      try (Stream<Path> files = Files.list(each)) {
        assertEquals(2L * (PEOPLE + 1), files.count());
      }
      found.add(
          Files.readString(Path.of(links))
              + Files.readString(folds.resolve("scores_seed-1.csv"))
              + Data.content(each));
    }
    assertEquals(found.get(0), found.get(1));
  }

  @Test
  void whatAnExecutorCannotReadIsOneLine() throws IOException {
    Data.signals(dir.resolve("bad"), 4, 3, 60);
    Files.writeString(dir.resolve("bad/data/sub-2.csv"), "Time (s),R1,R2,R3\n0,1,2,x\n");
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(log, true, StandardCharsets.UTF_8);
    String data = dir.resolve("bad/data").toString();
    String model = dir.resolve("bad.npz").toString();
    int code =
        PeopleApp.run(
            to,
            new SparkWork(spark, 3),
            Progress.NONE,
            "fit",
            data,
            model,
            "--kind",
            "own past AR");
    assertEquals(2, code);
    String said = log.toString(StandardCharsets.UTF_8);
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.contains("sub-2.csv"), said);
  }
}
