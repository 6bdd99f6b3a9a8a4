package org.braindyn.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.braindyn.app.BidsApp;
import org.braindyn.app.ParcelRows;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.text.ShellCall;

/**
 * Parcellates on a cluster, every person a task: {@code BIDS OUT participant --labels ...} writes
 * OUT as Parquet, a row per recording and region; with {@code --files} first, the words and files
 * are those of {@link BidsApp}. A scan that failed is a row with its reason and fails nothing else.
 */
public final class Parcellate {
  private Parcellate() {}

  /** Runs from {@code spark-submit}. */
  public static void main(String[] words) {
    List<String> given = new ArrayList<>(List.of(words));
    boolean files = given.remove("--files");
    String[] rest = given.toArray(String[]::new);
    OnSpark.main(
        (spark, work) ->
            files
                ? BidsApp.run(System.err, work, Progress.NONE, rest)
                : ShellCall.run(() -> System.err.println(parquet(spark, work, rest)), System.err));
  }

  /** Writes Parquet; returns what a user should know. */
  static String parquet(JavaSparkContext spark, SparkWork work, String... words)
      throws IOException {
    ParcelRows task = new ParcelRows(List.of(words));
    List<String> people = task.people();
    Path out = new Path(words[1]);
    if (out.getFileSystem(spark.hadoopConfiguration()).exists(out)) {
      throw new BadInput(words[1] + " is there already. Choose another place, or remove it.");
    }
    JavaRDD<Row> rows =
        work.spread(people)
            .flatMap(person -> task.of(person, Progress.NONE).iterator())
            .map(Columns::row);
    SparkSession session = SparkSession.builder().sparkContext(spark.sc()).getOrCreate();
    session.createDataFrame(rows, Columns.SCHEMA).write().parquet(words[1]);
    List<Row> failed =
        session
            .read()
            .parquet(words[1])
            .filter("region is null")
            .select("scan", "message")
            .sort("scan")
            .collectAsList();
    StringBuilder said = new StringBuilder(people.size() + " people: " + words[1]);
    failed.forEach(row -> said.append("\nfailed: ").append(row.get(0) + ": " + row.get(1)));
    return said.toString();
  }
}
