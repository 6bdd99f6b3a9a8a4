package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.braindyn.data.Precision;
import org.braindyn.data.Seed;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.attention.Attention;
import org.braindyn.masked.attention.ExactAttention;
import org.braindyn.masked.attention.Groups;
import org.braindyn.masked.network.BatchStep;
import org.braindyn.masked.network.Initialisation;
import org.braindyn.masked.network.Loss;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.Sizes;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;
import org.braindyn.masked.train.AdamKind;
import org.braindyn.masked.train.AdamW;

/**
 * Time and memory of a training step (forward, backward, AdamW; 75 % of the tokens hidden) of a
 * masked autoencoder in float. Without arguments every configuration runs in a Java of its own, the
 * peer {@code src/test/python/masked_step.py} (the same formulas in PyTorch, two threads) after it,
 * and a table is printed; {@code rows 4 9} runs the fourth and the ninth. With {@code regions width
 * middle batch style steps} one configuration runs; style is released, exact or axial (or
 * exact-attention, axial-attention: attention alone, forward and backward).
 */
public final class MaskedStepBenchmark {
  /** Regions, width, middle, batch, style, steps, then Java's heap in MB. */
  private static final String[][] CASES = {
    {"94", "64", "256", "8", "exact", "5", "140"},
    {"94", "64", "256", "8", "released", "5", "160"},
    {"94", "64", "256", "8", "axial", "5", "160"},
    {"100", "128", "512", "8", "exact", "4", "220"},
    {"424", "256", "1024", "1", "exact", "3", "360"},
    {"424", "256", "1024", "1", "axial", "3", "400"},
    {"424", "256", "0", "1", "exact-attention", "3", "300"},
    {"424", "256", "0", "1", "axial-attention", "3", "300"},
    {"424", "512", "1024", "1", "exact", "2", "700"},
    {"424", "256", "1024", "16", "exact", "1", "900"},
    {"424", "512", "1024", "8", "exact", "1", "1500"},
  };

  private MaskedStepBenchmark() {}

  /** Runs. */
  public static void main(String[] args) throws Exception {
    if (args.length > 1 && !args[0].equals("rows")) {
      one(args);
      return;
    }
    for (int row = 0; row < CASES.length; row++) {
      String[] all = CASES[row];
      if (args.length > 0 && !List.of(args).contains(Integer.toString(row + 1))) {
        continue;
      }
      String[] one = Arrays.copyOf(all, 6);
      List<String> command = new ArrayList<>();
      command.add(ProcessHandle.current().info().command().orElse("java"));
      command.addAll(List.of("-Xmx" + all[6] + "m", "-cp", System.getProperty("java.class.path")));
      command.add(MaskedStepBenchmark.class.getName());
      command.addAll(Arrays.asList(one));
      run(command);
      boolean peer =
          (one[4].equals("exact") || one[4].equals("released")) && Integer.parseInt(one[3]) <= 8;
      if (peer && !(one[0].equals("424") && one[3].equals("8"))) {
        List<String> python = new ArrayList<>();
        python.add(System.getProperty("braindyn.python", "/usr/bin/python3"));
        python.add("src/test/python/masked_step.py");
        python.addAll(Arrays.asList(one));
        run(python);
      }
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    builder.start().waitFor();
  }

  private static RegionSettings settings(String[] args) {
    int regions = Integer.parseInt(args[0]);
    int width = Integer.parseInt(args[1]);
    int middle = Integer.parseInt(args[2]);
    boolean released = args[4].equals("released");
    RegionSettings.Style style =
        released
            ? new RegionSettings.Style(true, 65, 0, false, 0, false, false, 1e-12)
            : new RegionSettings.Style(
                false, 0, 0, args[4].equals("axial"), regions, false, false, 1e-6);
    return new RegionSettings(
        new Sizes(width, 4, 4, middle),
        new Sizes(width, 2, 4, middle),
        20,
        3,
        style,
        0.75,
        Loss.SQUARED,
        false);
  }

  private static void one(String[] args) throws IOException {
    int regions = Integer.parseInt(args[0]);
    if (args[4].endsWith("attention")) {
      attention(args, regions * 10, Integer.parseInt(args[5]));
      return;
    }
    Step step = step(args);
    System.out.printf(
        Locale.ROOT,
        "ours   %s regions, width %s, middle %s, batch %s, %-8s %d parameters: %.3f s (CPU %.3f s),"
            + " peak %.2f GB, loss %.4f%n",
        args[0],
        args[1],
        args[2],
        args[3],
        args[4],
        step.parameters(),
        step.seconds(),
        step.cpu(),
        peak(),
        step.loss());
  }

  /**
   * What a step took.
   *
   * @param seconds least by the clock
   * @param cpu least processor seconds
   */
  record Step(int parameters, double seconds, double cpu, double loss) {}

  /** Least of some steps after three to warm up; arguments as on the command line. */
  static Step step(String... args) {
    int steps = Integer.parseInt(args[5]);
    RegionNetwork network = RegionNetwork.own(settings(args), 10, 1);
    try (Team team = Team.of(Precision.FLOAT, 0)) {
      Vec parameters = Initialisation.own(network, team.first().kernel(), Seed.of(1));
      Vec gradient = team.first().kernel().vec(network.layout().size());
      AdamW adam = new AdamW(network.layout(), AdamKind.TORCH, 0.05, 1, team);
      BatchStep step = new BatchStep(network, team, Loss.SQUARED);
      List<Window> windows = windows(Integer.parseInt(args[0]), Integer.parseInt(args[3]));
      double best = Double.POSITIVE_INFINITY;
      double cpu = Double.POSITIVE_INFINITY;
      double loss = 0;
      int warm = steps > 1 ? 3 : 0;
      for (int i = 0; i < warm + steps; i++) {
        long start = System.nanoTime();
        long used = cpu();
        gradient.fill(0, gradient.length(), 0);
        loss = step.run(parameters, windows, gradient);
        adam.step(parameters, gradient, 1e-4);
        double seconds = (System.nanoTime() - start) * 1e-9;
        best = i < warm ? best : Math.min(best, seconds);
        cpu = i < warm ? cpu : Math.min(cpu, (cpu() - used) * 1e-9);
      }
      return new Step(network.layout().size(), best, cpu, loss);
    }
  }

  /** Forward and backward pass of attention alone over all tokens of one window. */
  private static void attention(String[] args, int tokens, int steps) {
    int width = Integer.parseInt(args[1]);
    int[] region = new int[tokens];
    int[] patch = new int[tokens];
    Arrays.setAll(region, i -> i / 10);
    Arrays.setAll(patch, i -> i % 10);
    List<Groups> kinds =
        args[4].startsWith("axial")
            ? List.of(Groups.byLabel(patch, 10), Groups.byLabel(region, tokens / 10))
            : List.of(Groups.all(tokens + 1));
    ExactAttention attention = new ExactAttention(4);
    try (Team team = Team.of(Precision.FLOAT, 0)) {
      Kernel kernel = team.first().kernel();
      TokenMatrix[] qkv = {new TokenMatrix(kernel, tokens + 1, 3 * width)};
      Seed.Stream stream = Seed.of(1).stream("qkv");
      for (int i = 0; i < qkv[0].values().length(); i++) {
        qkv[0].values().set(i, stream.gaussian());
      }
      double best = Double.POSITIVE_INFINITY;
      double cpu = Double.POSITIVE_INFINITY;
      for (int i = 0; i < 3 + steps; i++) {
        long start = System.nanoTime();
        long used = cpu();
        for (Groups kind : kinds) {
          Groups[] groups = {kind};
          TokenMatrix[] context = {new TokenMatrix(kernel, tokens + 1, width)};
          TokenMatrix[] gradient = {qkv[0].zeros(kernel)};
          Attention.Memory memory = attention.forward(team, null, qkv, groups, context);
          Attention.Pass pass = new Attention.Pass(memory, qkv, groups, context);
          attention.backward(team, null, pass, context, gradient, null);
        }
        best = i < 3 ? best : Math.min(best, (System.nanoTime() - start) * 1e-9);
        cpu = i < 3 ? cpu : Math.min(cpu, (cpu() - used) * 1e-9);
      }
      System.out.printf(
          Locale.ROOT,
          "ours   %s regions, width %d, 4 heads, %s alone: %d scores per head, %.3f s (CPU %.3f s)%n",
          args[0],
          width,
          args[4],
          kinds.stream().mapToLong(Groups::scores).sum(),
          best,
          cpu);
    }
  }

  /** CPU time of this process in ns, compiler and garbage collector included. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static List<Window> windows(int regions, int batch) {
    List<Window> windows = new ArrayList<>();
    for (int w = 0; w < batch; w++) {
      Seed.Stream stream = Seed.of(7).derive("window", w).stream("signals");
      double[] x = new double[regions * 200];
      Arrays.setAll(x, i -> stream.gaussian());
      double[] places = new double[regions * 3];
      Arrays.setAll(places, i -> stream.uniform(-0.7, 0.7));
      double[] noise = new double[regions * 10];
      Arrays.setAll(noise, i -> stream.uniform());
      int[] kept = Masking.natural(Masking.byNoise(noise, Masking.keep(noise.length, 0.75)));
      windows.add(Window.of(regions, 200, x, places, kept));
    }
    return windows;
  }

  /** Largest memory of this process so far in GB, from the system. */
  private static double peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(l -> l.startsWith("VmHWM"))
        .mapToDouble(l -> Double.parseDouble(l.replaceAll("[^0-9]", "")) / 1e6)
        .findFirst()
        .orElse(Double.NaN);
  }
}
