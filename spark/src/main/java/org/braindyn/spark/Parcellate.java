package org.braindyn.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.braindyn.app.BidsApp;
import org.braindyn.data.Progress;

/**
 * {@code BidsApp} on a cluster: the same words, the same files. Every person is a task; Spark's
 * partitions are {@code spark.default.parallelism}, else as many as there are cores.
 */
public final class Parcellate {
  private Parcellate() {}

  /** Runs from {@code spark-submit}; ends with 0 only if everything is done. */
  public static void main(String[] words) {
    int code;
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("BrainDyn"))) {
      SparkWork work = new SparkWork(spark, Math.max(1, spark.defaultParallelism()));
      code = BidsApp.run(System.err, work, Progress.NONE, words);
    }
    if (code != 0) {
      System.exit(code);
    }
  }
}
