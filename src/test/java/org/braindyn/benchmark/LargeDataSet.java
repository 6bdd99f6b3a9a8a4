package org.braindyn.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.braindyn.command.models.TrainAcrossPeople;
import org.braindyn.data.Seed;
import org.braindyn.fiji.bridge.SciJavaContext;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.scijava.command.CommandService;

/**
 * The command Train Across People on 1000 recordings x 400 regions x 1200 frames; run with -Xmx2g.
 * Arguments: a folder with 6 GB of room (recordings that are there already are used again),
 * recordings (1000), stride of the windows (100), epochs (1).
 */
public final class LargeDataSet {
  private static final int REGIONS = 400;
  private static final int FRAMES = 1200;
  private static final int NETWORK = 20; // regions that share a signal

  private LargeDataSet() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int people = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    IntStream.rangeClosed(1, people).parallel().forEach(p -> write(folder, p));
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("data", folder.toFile());
    inputs.put("pattern", "sub-*.npy");
    inputs.put("interval", 0.72);
    inputs.put("stride", args.length > 2 ? Integer.parseInt(args[2]) : 100);
    inputs.put("variant", "released");
    inputs.put("epochs", args.length > 3 ? Integer.parseInt(args[3]) : 1);
    inputs.put("model", folder.resolve("large.npz").toFile());
    long began = System.nanoTime();
    Object notes =
        SciJavaContext.get()
            .service(CommandService.class)
            .run(TrainAcrossPeople.class, false, inputs)
            .get()
            .getOutput("notes");
    System.out.println(notes);
    System.out.println(Files.readString(folder.resolve("large_scores.csv")));
    double heap = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() / 1e6 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%.0f s; most heap used %.0f MB (sum over pools) of %.0f MB%n",
        (System.nanoTime() - began) / 1e9,
        heap,
        Runtime.getRuntime().maxMemory() / 1e6);
  }

  /** One person: every region follows its own past and the signal of its network, in float. */
  private static void write(Path folder, int person) {
    Path file = folder.resolve(String.format(Locale.ROOT, "sub-%04d_bold.npy", person));
    if (Files.exists(file)) {
      return;
    }
    Seed.Stream random = Seed.of(person).stream("signals");
    double[] values = new double[REGIONS * FRAMES];
    double[] network = new double[REGIONS / NETWORK];
    for (int t = 1; t < FRAMES; t++) {
      for (int k = 0; k < network.length; k++) {
        network[k] = 0.9 * network[k] + random.gaussian();
      }
      for (int n = 0; n < REGIONS; n++) {
        double own = values[n * FRAMES + t - 1];
        values[n * FRAMES + t] = 0.6 * own + network[n / NETWORK] + random.gaussian();
      }
    }
    try {
      Npy.write(file, NpyArray.ofFloats(values, REGIONS, FRAMES));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
