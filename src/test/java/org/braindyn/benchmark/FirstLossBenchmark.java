package org.braindyn.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.people.TimeSplit;
import org.braindyn.people.TrainSignals;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingLog;

/**
 * How long a user of Train waits for the first loss: one generated recording, context 30, horizon
 * 10, 16 windows per step as the dialog says, each kind in a fresh Java, classes that are not
 * loaded yet included. Arguments: regions (400), frames (1200), then kinds (released, continuous,
 * linear skip).
 */
public final class FirstLossBenchmark {
  private FirstLossBenchmark() {}

  /** Runs the benchmark, or one case of it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 4 && arguments[0].equals("case")) {
      one(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), arguments[3]);
      return;
    }
    String regions = arguments.length > 0 ? arguments[0] : "400";
    String frames = arguments.length > 1 ? arguments[1] : "1200";
    String[] kinds = {"released", "continuous", "linear skip"};
    if (arguments.length > 2) {
      kinds = java.util.Arrays.copyOfRange(arguments, 2, arguments.length);
    }
    System.out.printf("%s regions, %s frames%n", regions, frames);
    for (String kind : kinds) {
      OwnJava.run(FirstLossBenchmark.class, "3g", "case", regions, frames, kind);
    }
  }

  private static void one(int regions, int frames, String name) throws IOException {
    TimeSplit split = TimeSplit.of(FactorSignals.people(regions, 1, frames).get(0), 30, 10, 1);
    ModelKind kind = ModelKinds.named(name);
    Path file = Files.createTempFile("braindyn-first", ".npz");
    Clock clock = new Clock();
    try {
      KindSettings settings = kind.defaults().with("batch=16");
      TrainSignals.run(
          split,
          new TrainSignals.Wanted(kind, settings, null),
          clock,
          new TrainSignals.Written(file, null, null),
          clock);
    } catch (Cancelled e) {
      // as meant
    } finally {
      Files.delete(file);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %sfirst loss after %.2f s (%.2f processor s), stopped %.2f s later%n",
        name,
        clock.linear,
        clock.first,
        clock.busy,
        clock.seconds() - clock.first);
  }

  /** Stops at the first loss. */
  private static final class Clock implements TrainingListener, Progress {
    private final long start = System.nanoTime();
    private final double before = Machine.processorSeconds();
    private volatile double first = Double.NaN;
    private volatile double busy;
    private volatile String linear = "";

    private double seconds() {
      return (System.nanoTime() - start) * 1e-9;
    }

    @Override
    public void linearDone(double loss) {
      if (linear.isEmpty()) {
        double used = Machine.processorSeconds() - before;
        linear =
            String.format(
                Locale.ROOT,
                "linear part's first left-out loss after %.2f s (%.2f processor s), ",
                seconds(),
                used);
      }
    }

    @Override
    public void stepDone(double epochs, double loss) {
      if (Double.isNaN(first)) {
        first = seconds();
        busy = Machine.processorSeconds() - before;
      }
    }

    @Override
    public void epochDone(TrainingLog.Epoch epoch) {}

    @Override
    public void report(double fraction, String message) {
      if (Boolean.getBoolean("verbose")) {
        System.out.printf(Locale.ROOT, "%.2f s: %s%n", seconds(), message);
      }
    }

    @Override
    public boolean cancelled() {
      return !Double.isNaN(first);
    }
  }
}
