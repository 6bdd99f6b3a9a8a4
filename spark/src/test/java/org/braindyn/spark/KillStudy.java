package org.braindyn.spark;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.braindyn.app.BidsApp;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.work.Work;

/**
 * Kills executors of its own at random moments while people are parcellated, and compares every
 * file with those of one process: {@code KillStudy BIDS LABELS OUT TIMES}. Needs {@code SPARK_HOME}
 * with a folder {@code jars}.
 */
public final class KillStudy {
  private KillStudy() {}

  public static void main(String[] arguments) throws Exception {
    Path out = Path.of(arguments[2]);
    run(null, arguments, out.resolve("here"));
    Map<String, String> wanted = Data.content(out.resolve("here"));
    Seed.Stream random = Seed.of(19).stream("moments");
    for (int k = 0; k < Integer.parseInt(arguments[3]); k++) {
      Path folder = out.resolve("killed" + k);
      long started = System.nanoTime();
      AtomicInteger killed = new AtomicInteger();
      String said;
      try (JavaSparkContext spark = new JavaSparkContext(settings())) {
        spark
            .parallelize(java.util.List.of(1, 2, 3, 4), 4)
            .map(i -> i)
            .collect(); // executors are up
        long wait = 100 + random.integer(4000);
        CountDownLatch over = new CountDownLatch(1);
        Thread killer = new Thread(() -> kill(wait, over, killed));
        killer.start();
        said = run(new SparkWork(spark, 32), arguments, folder);
        over.countDown();
        killer.join();
      }
      Map<String, String> made = Data.content(folder);
      long differ =
          wanted.keySet().stream().filter(f -> !wanted.get(f).equals(made.get(f))).count();
      System.out.printf(
          "%d: %d executor killed, %d of %d files differ, %d more, %.0f s, %s%n",
          k,
          killed.get(),
          differ,
          wanted.size(),
          made.size() - wanted.size(),
          (System.nanoTime() - started) / 1e9,
          said);
    }
  }

  private static SparkConf settings() {
    return new SparkConf()
        .setMaster("local-cluster[2,1,700]")
        .setAppName("kill")
        .set("spark.executor.memory", "600m")
        .set("spark.speculation", "true")
        .set("spark.ui.enabled", "false")
        .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1");
  }

  /** Ends one executor: this process starts no other Java. */
  private static void kill(long wait, CountDownLatch over, AtomicInteger killed) {
    try {
      if (over.await(wait, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      return;
    }
    Optional<ProcessHandle> executor =
        ProcessHandle.current()
            .descendants()
            .filter(p -> p.info().command().orElse("").endsWith("java"))
            .findAny();
    executor.ifPresent(p -> killed.addAndGet(p.destroyForcibly() ? 1 : 0));
  }

  private static String run(Work work, String[] arguments, Path out) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(log, true, StandardCharsets.UTF_8);
    int code =
        BidsApp.run(
            to,
            work,
            Progress.NONE,
            arguments[0],
            out.toString(),
            "participant",
            "--labels",
            arguments[1],
            "--band",
            "0.01",
            "0.1");
    return "exit code " + code + ": " + log.toString(StandardCharsets.UTF_8).strip();
  }
}
