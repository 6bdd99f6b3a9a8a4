package org.braindyn.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
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
        : spread(items).map(item -> task.of(item, Progress.NONE)).collect();
  }

  @Override
  public <A, S> S sum(List<A> items, int block, Sums<A, S> sums, Progress progress) {
    Cancelled.check(progress, "Spark");
    if (items.isEmpty() || block < 1) {
      throw new BadInput("There is nothing to sum over.");
    }
    List<Tuple2<Integer, ArrayList<A>>> blocks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += block) {
      List<A> few = items.subList(from, Math.min(items.size(), from + block));
      blocks.add(new Tuple2<>(from / block, new ArrayList<>(few)));
    }
    JavaPairRDD<Integer, S> level =
        spark
            .parallelizePairs(blocks, pieces(blocks.size()))
            .mapValues(few -> sums.of(few, Progress.NONE));
    // Neighbours by number, whoever has them: the tree of work.Pairwise.
    for (int parts = blocks.size(); parts > 1; parts = (parts + 1) / 2) {
      level =
          level
              .mapToPair(part -> new Tuple2<>(part._1() / 2, part))
              .groupByKey(pieces((parts + 1) / 2))
              .mapValues(pair -> added(pair.iterator(), sums));
    }
    return level.first()._2();
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
