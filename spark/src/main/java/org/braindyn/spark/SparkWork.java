package org.braindyn.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.work.Pairwise;
import org.braindyn.work.Work;
import scala.Tuple2;

/**
 * Work by the executors of a Spark cluster. Items, tasks and results are sent by Java's
 * serialization.
 *
 * @param spark the open context
 * @param partitions pieces that the items are cut into; results do not depend on it
 */
public record SparkWork(JavaSparkContext spark, int partitions) implements Work {
  /** Checks the number of partitions. */
  public SparkWork {
    if (partitions < 1) {
      throw new BadInput("partitions=" + partitions + " is out of range. It must be at least 1.");
    }
  }

  /** Items on the executors. */
  <A> JavaRDD<A> spread(List<A> items) {
    return spark.parallelize(new ArrayList<>(items), Math.max(1, pieces(items.size())));
  }

  @Override
  public <A, B> List<B> map(List<A> items, Task<A, B> task, Progress progress) {
    Cancelled.check(progress, "Spark");
    return items.isEmpty()
        ? List.of()
        : told(() -> spread(items).map(item -> task.of(item, Progress.NONE)).collect());
  }

  @Override
  public <A, S> S sum(List<A> items, int block, Sums<A, S> sums, Progress progress) {
    Cancelled.check(progress, "Spark");
    if (items.isEmpty() || block < 1) {
      throw new BadInput("There is nothing to sum over.");
    }
    int blocks = (items.size() + block - 1) / block;
    int per = 1; // blocks whose tree is whole within one partition: a power of two
    while ((blocks + per - 1) / per > partitions) {
      per *= 2;
    }
    int some = (int) Math.min(items.size(), (long) per * block);
    List<Tuple2<Integer, ArrayList<A>>> parts = new ArrayList<>();
    for (int from = 0; from < items.size(); from += some) {
      List<A> own = items.subList(from, Math.min(items.size(), from + some));
      parts.add(new Tuple2<>(parts.size(), new ArrayList<>(own)));
    }
    JavaPairRDD<Integer, S> level =
        spark
            .parallelizePairs(parts, pieces(parts.size()))
            .mapValues(own -> tree(own, block, sums));
    // Neighbours by number, whoever has them: the rest of the tree of work.Pairwise.
    for (int left = parts.size(); left > 1; left = (left + 1) / 2) {
      level =
          level
              .mapToPair(part -> new Tuple2<>(part._1() / 2, part))
              .groupByKey(pieces((left + 1) / 2))
              .mapValues(pair -> added(pair.iterator(), sums));
    }
    JavaPairRDD<Integer, S> root = level;
    return told(() -> root.first()._2());
  }

  /** A branch of the tree, of items that stand one after the other. */
  private static <A, S> S tree(List<A> items, int block, Sums<A, S> sums) {
    int blocks = (items.size() + block - 1) / block;
    Pairwise<S> branch = new Pairwise<>(blocks, sums::plus);
    for (int k = 0; k < blocks; k++) {
      List<A> few = items.subList(k * block, Math.min(items.size(), (k + 1) * block));
      branch.put(k, sums.of(few, Progress.NONE));
    }
    return branch.total();
  }

  /** What an executor says of bad input is told as here, without Spark's words around it. */
  private static <T> T told(Callable<T> job) {
    try {
      return job.call();
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BadInput bad) {
          throw new BadInput(bad.getMessage(), e);
        }
      }
      throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }

  private static <A, S> S added(Iterator<Tuple2<Integer, S>> parts, Sums<A, S> sums) {
    Tuple2<Integer, S> one = parts.next();
    if (!parts.hasNext()) {
      return one._2();
    }
    Tuple2<Integer, S> other = parts.next();
    return one._1() < other._1()
        ? sums.plus(one._2(), other._2())
        : sums.plus(other._2(), one._2());
  }

  private int pieces(int items) {
    return Math.min(partitions, items);
  }
}
