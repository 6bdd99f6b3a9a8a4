package org.braindyn.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.braindyn.kernel.ProductBenchmark;

/**
 * The table of docs/performance.md. Every case runs in a Java of its own, so that its memory is its
 * own. Arguments: none for the whole table; "quick" for the first four cases; cases such as
 * 100,20,16,16,128,64,RELEASED; or "peer" and cases, each then followed by the same step in PyTorch
 * ({@code src/test/python/braindyn_step.py}, two threads). "growth" and a variant: memory over 1000
 * steps.
 */
public final class TrainingStepBenchmark {
  private static final List<String> ISSUE =
      List.of(
          "400,40,16,16,128,64,RELEASED",
          "400,40,16,16,128,8,RELEASED",
          "100,40,16,16,128,64,RELEASED",
          "19,6,128,128,128,64,RELEASED");
  private static final List<String> MORE =
      List.of(
          "94,20,16,16,128,64,CONTINUOUS",
          "400,40,16,16,128,8,CONTINUOUS",
          "4000,40,16,16,128,4,RELEASED",
          // linear in the batch, in regions at fixed degree, in edges
          "100,20,16,16,128,8,RELEASED",
          "100,20,16,16,128,16,RELEASED",
          "100,20,16,16,128,32,RELEASED",
          "200,20,16,16,128,16,RELEASED",
          "400,20,16,16,128,16,RELEASED",
          "400,80,16,16,128,16,RELEASED",
          "400,160,16,16,128,16,RELEASED");

  private static final List<String> PEERS =
      List.of(
          "100,40,16,16,128,64,RELEASED",
          "19,6,128,128,128,64,RELEASED",
          "400,40,16,16,128,8,RELEASED",
          "400,40,16,16,128,8,CONTINUOUS",
          "94,20,16,16,128,64,CONTINUOUS",
          "400,40,16,16,128,64,RELEASED");

  private TrainingStepBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2 && args[0].equals("case")) {
      System.out.println(BenchmarkCase.parse(args[1]).run(Integer.getInteger("repeats", 10)));
      return;
    }
    if (args.length > 0 && args[0].equals("growth")) {
      String variant = args.length > 1 ? args[1] : "RELEASED";
      System.out.println(BenchmarkCase.parse("100,20,16,16,128,8," + variant).growth(1000));
      return;
    }
    if (args.length > 0 && args[0].equals("peer")) {
      peers(args.length > 1 ? Arrays.asList(args).subList(1, args.length) : PEERS);
      return;
    }
    List<String> cases = new ArrayList<>(ISSUE);
    if (args.length == 0) {
      cases.addAll(MORE);
    } else if (!args[0].equals("quick")) {
      cases = Arrays.asList(args);
    }
    System.out.println(ProductBenchmark.peak());
    System.out.println(
        "| regions / edges | H, M, V | batch | variant | step s | processor s | forecast s | peak MB |"
            + " encoder / messages / field / optimiser % | Gflop per processor s |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (String text : cases) {
      fork("case", text);
    }
    if (args.length == 0) {
      fork("growth");
    }
    System.out.println(ProductBenchmark.peak());
  }

  /** Ours and theirs in turn. */
  private static void peers(List<String> cases) throws IOException, InterruptedException {
    for (String text : cases) {
      fork("case", text);
      ProcessBuilder builder =
          new ProcessBuilder(
              System.getProperty("braindyn.python", "/usr/bin/python3"),
              "src/test/python/braindyn_step.py",
              text,
              "4");
      builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
      builder.inheritIO().start().waitFor();
    }
  }

  private static void fork(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + System.getProperty("heap", "256m"));
    command.add("-Drepeats=" + System.getProperty("repeats", "10"));
    String threads = System.getProperty("braindyn.threads");
    if (threads != null) {
      command.add("-Dbraindyn.threads=" + threads);
    }
    command.addAll(List.of("-cp", classPath(), TrainingStepBenchmark.class.getName()));
    command.addAll(Arrays.asList(args));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** Under Maven's exec:java the classes come from a loader, not from the class path. */
  private static String classPath() {
    if (TrainingStepBenchmark.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(url -> new File(url.getPath()).getPath())
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }
}
