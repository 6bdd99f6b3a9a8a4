package org.braindyn.spark;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.braindyn.app.study.PeopleApp;
import org.braindyn.data.Progress;

/** What the calls on a cluster share. */
final class OnSpark {
  private OnSpark() {}

  /** Something to do on a cluster. */
  interface Task {
    /** Does it; returns the exit code. */
    int run(JavaSparkContext spark, SparkWork work);
  }

  /**
   * Runs from {@code spark-submit}. Partitions are {@code spark.default.parallelism}, else as many
   * as there are cores.
   */
  static void main(Task task) {
    int code;
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("BrainDyn"))) {
      code = task.run(spark, new SparkWork(spark, Math.max(1, spark.defaultParallelism())));
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs one of the calls of {@code PeopleApp}. */
  static void people(String call, String... words) {
    String[] all = Stream.concat(Stream.of(call), Arrays.stream(words)).toArray(String[]::new);
    main((spark, work) -> PeopleApp.run(System.err, work, Progress.NONE, all));
  }
}
