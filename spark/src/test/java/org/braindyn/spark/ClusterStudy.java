package org.braindyn.spark;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.braindyn.app.BidsApp;
import org.braindyn.data.Grid;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.work.Work;

/**
 * A standalone cluster of its own on loopback parcellates 32 people, and every file is compared
 * with those of one process: {@code ClusterStudy FOLDER MODE TIMES}. MODE {@code none}: 1, 2, 7 and
 * 32 partitions on one executor and on two; {@code executor}: one is killed at a random moment,
 * {@code worker}: with its worker, TIMES times each. Needs {@code SPARK_HOME} with a folder {@code
 * jars}; executors have the class path of the property {@code executors}, else this one. Ends only
 * processes that it started.
 */
public final class ClusterStudy {
  private static final int PEOPLE = 32;
  private static final int PORT = 17077;
  private static final Seed.Stream RANDOM = Seed.of(19).stream("moments");

  private static Path folder;
  private static Map<String, String> wanted;

  private ClusterStudy() {}

  public static void main(String[] arguments) throws Exception {
    folder = Path.of(arguments[0]).toAbsolutePath();
    if (!Files.isDirectory(folder.resolve("bids"))) {
      Data.scans(folder, PEOPLE, Grid.spaced(32, 32, 16, 3, 3, 3), 120);
    }
    run(null, folder.resolve("here"));
    wanted = Data.content(folder.resolve("here"));
    String mode = arguments[1];
    if (mode.equals("none")) {
      for (int executors = 1; executors <= 2; executors++) {
        cluster(mode, executors, List.of(1, 2, 7, PEOPLE));
      }
    } else {
      cluster(mode, 2, Collections.nCopies(Integer.parseInt(arguments[2]), PEOPLE));
    }
  }

  /** Some jobs on one cluster; what was killed is started again. */
  private static void cluster(String mode, int executors, List<Integer> partitions)
      throws Exception {
    List<Process> workers = new ArrayList<>();
    Process master = start("master.Master", "--host", "127.0.0.1", "--port", "" + PORT);
    try {
      for (int w = 0; w < executors; w++) {
        workers.add(worker(w));
      }
      try (JavaSparkContext spark = new JavaSparkContext(settings())) {
        for (int k = 0; k < partitions.size(); k++) {
          for (int w = 0; w < executors; w++) {
            workers.set(w, workers.get(w).isAlive() ? workers.get(w) : worker(w));
          }
          await(spark, executors);
          one(spark, mode, workers, partitions.get(k), mode + executors + "-" + k);
        }
      }
    } finally {
      workers.forEach(ClusterStudy::end);
      end(master);
    }
  }

  private static void await(JavaSparkContext spark, int executors) throws InterruptedException {
    for (int tries = 0; spark.sc().getExecutorMemoryStatus().size() <= executors; tries++) {
      if (tries > 600) {
        throw new IllegalStateException("Executors do not come up.");
      }
      Thread.sleep(100);
    }
  }

  private static void one(
      JavaSparkContext spark, String mode, List<Process> workers, int partitions, String name)
      throws Exception {
    long started = System.nanoTime();
    Path out = folder.resolve(name);
    int[] killed = new int[1];
    CountDownLatch over = new CountDownLatch(1);
    Thread killer = new Thread(() -> kill(mode, workers, over, killed));
    killer.start();
    String said = run(new SparkWork(spark, partitions), out);
    over.countDown();
    killer.join();
    Map<String, String> made = Data.content(out);
    long differ = wanted.keySet().stream().filter(f -> !wanted.get(f).equals(made.get(f))).count();
    System.out.printf(
        "%s: %d partitions, %d executors, %d killed, %d of %d files differ, %d more, %.0f s, %s%n",
        name,
        partitions,
        workers.size(),
        killed[0],
        differ,
        wanted.size(),
        made.size() - wanted.size(),
        (System.nanoTime() - started) / 1e9,
        said);
  }

  private static Process worker(int number) throws IOException {
    String work = folder.resolve("work" + number).toString();
    String master = "spark://127.0.0.1:" + PORT;
    return start(
        "worker.Worker",
        "--host",
        "127.0.0.1",
        "--cores",
        "1",
        "--memory",
        "700M",
        "--work-dir",
        work,
        master);
  }

  private static Process start(String main, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getenv("SPARK_HOME") + "/jars/*"));
    for (String module : new String[] {"java.nio", "java.lang", "java.util", "sun.nio.ch"}) {
      command.add("--add-opens=java.base/" + module + "=ALL-UNNAMED");
    }
    command.add("-Dspark.deploy.maxExecutorRetries=-1"); // they are killed on purpose
    command.addAll(List.of("org.apache.spark.deploy." + main, "--webui-port", "0"));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // as its shell scripts do
    builder.redirectOutput(folder.resolve(main + ".log").toFile());
    return builder.start();
  }

  /** Absolute, since executors work in folders of their own. */
  private static String classPath() {
    String given = System.getProperty("executors", System.getProperty("java.class.path"));
    return Arrays.stream(given.split(File.pathSeparator))
        .map(path -> Path.of(path).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static SparkConf settings() {
    return new SparkConf()
        .setMaster("spark://127.0.0.1:" + PORT)
        .setAppName("cluster")
        .set("spark.executor.memory", "600m")
        .set("spark.executor.cores", "1")
        .set("spark.speculation", "true")
        .set("spark.ui.enabled", "false")
        .set("spark.executor.extraClassPath", classPath())
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1");
  }

  /** Ends an executor, or a worker and its executor, at a random moment. */
  private static void kill(String mode, List<Process> workers, CountDownLatch over, int[] killed) {
    if (mode.equals("none")) {
      return;
    }
    try {
      if (over.await(100 + RANDOM.integer(4000), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      return;
    }
    Process chosen = workers.get(RANDOM.integer(workers.size()));
    List<ProcessHandle> own = new ArrayList<>(chosen.descendants().toList());
    if (mode.equals("worker")) {
      own.add(0, chosen.toHandle());
    }
    own.forEach(p -> killed[0] += p.destroyForcibly() ? 1 : 0);
  }

  private static void end(Process process) {
    List<ProcessHandle> own = process.descendants().toList();
    process.destroyForcibly();
    own.forEach(ProcessHandle::destroyForcibly);
  }

  private static String run(Work work, Path out) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(log, true, StandardCharsets.UTF_8);
    int code =
        BidsApp.run(
            to,
            work,
            Progress.NONE,
            folder.resolve("bids").toString(),
            out.toString(),
            "participant",
            "--labels",
            folder.resolve("labels.nii").toString(),
            "--band",
            "0.01",
            "0.1");
    int group =
        BidsApp.run(to, Progress.NONE, folder.resolve("bids").toString(), out.toString(), "group");
    return "exit codes "
        + code
        + " and "
        + group
        + ": "
        + log.toString(StandardCharsets.UTF_8).strip().replace("\n", "; ");
  }
}
