package org.braindyn.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingLog;
import org.braindyn.training.TrainingWatch;

/**
 * A whole training beside a linear skip on many regions of short scans: fewer windows than
 * features. Two people more choose the epoch. Arguments: regions (462), people (18), frames (100),
 * heap (4g).
 */
public final class ShortScansBenchmark {
  private static final int CONTEXT = 30;
  private static final int HORIZON = 10;

  private ShortScansBenchmark() {}

  /** Runs the benchmark in a Java of its own. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String regions = arguments.length > 0 ? arguments[0] : "462";
    String people = arguments.length > 1 ? arguments[1] : "18";
    String frames = arguments.length > 2 ? arguments[2] : "100";
    if (arguments.length == 4 && arguments[3].equals("here")) {
      here(Integer.parseInt(regions), Integer.parseInt(people), Integer.parseInt(frames));
      return;
    }
    String heap = arguments.length > 3 ? arguments[3] : "4g";
    System.out.printf("%s regions, %s people, %s frames, heap %s%n", regions, people, frames, heap);
    OwnJava.run(ShortScansBenchmark.class, heap, regions, people, frames, "here");
  }

  private static void here(int regions, int people, int frames) {
    List<RegionSignals> all = FactorSignals.people(regions, people + 2, frames);
    WindowSet train = windows(all.subList(0, people));
    WindowSet validation = windows(all.subList(people, people + 2));
    ModelKind kind = ModelKinds.named("linear skip");
    Clock clock = new Clock();
    TrainingWatch watch = new TrainingWatch(clock, null, Progress.NONE);
    DataIdentity none =
        new DataIdentity(
            all.get(0).regions(), 0.72, "context", "", List.of(), List.of(), List.of(), Map.of());
    TrainingSplit split =
        TrainingSplit.ofPeople(train, validation, all.get(0).regions(), () -> none);
    try (TrainedModel model = kind.train(split, null, kind.defaults(), watch)) {
      say(
          "%d windows, %d members, %d edges: whole training %s; first step after %s",
          train.size(),
          model.logs().size(),
          model.graph().orElseThrow().edges(),
          clock.now(),
          clock.first);
    }
    say("largest resident memory %.0f MB", Machine.peakMegabytes());
  }

  private static WindowSet windows(List<RegionSignals> people) {
    List<Recording> each = people.stream().map(p -> Recording.of(p, p.source())).toList();
    return new WindowSet(each, CONTEXT, HORIZON, 1);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** Hears of the first step. */
  private static final class Clock implements TrainingListener {
    private final long start = System.nanoTime();
    private final double before = Machine.processorSeconds();
    private String first;

    private String now() {
      return String.format(
          Locale.ROOT,
          "%.1f s (%.1f processor s)",
          (System.nanoTime() - start) * 1e-9,
          Machine.processorSeconds() - before);
    }

    @Override
    public synchronized void stepDone(double epochs, double loss) {
      first = first == null ? now() : first;
    }

    @Override
    public void epochDone(TrainingLog.Epoch epoch) {}
  }
}
