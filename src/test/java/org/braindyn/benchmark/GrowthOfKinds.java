package org.braindyn.benchmark;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.graph.BrainGraph;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.people.PeoplePlan;
import org.braindyn.people.PeopleTask;
import org.braindyn.people.TrainPeople;
import org.braindyn.people.TrainSignals;
import org.braindyn.signal.Split;
import org.braindyn.training.TrainingListener;
import org.braindyn.training.TrainingWatch;
import org.braindyn.training.dataset.DataSet;
import org.braindyn.training.dataset.DataSetEntry;

/**
 * How the processor time of a whole training grows with regions, edges, people and the horizon, for
 * every kind there is: what Train Across People asks of the kind, with its presets but one epoch of
 * 16 windows a step and one member. Generated recordings (seed 1) of 250 frames, context 20, half
 * as many people to validate as train. Sizes are such that a training is more than its start: a
 * table for kinds that learn in epochs, and one of more regions for those that are fitted at once.
 *
 * <p>A time is the least of up to three rounds, each of as many trainings as take 0.15 seconds. The
 * exponent is between the two largest sizes. Kinds that come to rest share a row; "around" is the
 * command around a kind: baselines, intervals, test and files. Arguments: kinds or "around"; all
 * without. All times go to the error output.
 */
public final class GrowthOfKinds {
  private static final int FRAMES = 250;
  private static final int CONTEXT = 20;
  private static final String EPOCHS = "epochs";
  private static final String AROUND = "around";
  private static final double ROUND = 0.15; // s, fifteen ticks of the clock
  private static final int ROUNDS = 3;
  private static final double ENOUGH = 1.5; // s, rounds after which there are no more

  private static final double WARM = 1; // s

  private GrowthOfKinds() {}

  /**
   * A training.
   *
   * @param edges of a region, on average
   * @param people who train; half as many validate, and as many test
   * @param stride from window to window, for kinds that do not take every window
   */
  private record Size(int regions, int edges, int people, int horizon, int stride) {
    private static final Size EPOCHS = new Size(20, 8, 4, 5, 12);
    private static final Size AT_ONCE = new Size(60, 20, 4, 5, 4);

    PeopleTask task() {
      int others = (people + 1) / 2;
      List<RegionSignals> signals = FactorSignals.people(regions, people + 2 * others, FRAMES);
      List<DataSetEntry> entries =
          signals.stream()
              .map(s -> new DataSetEntry(s.source(), "", "", "", Path.of(s.source()), Double.NaN))
              .toList();
      Split split =
          new Split(
              some(0, people),
              some(people, people + others),
              some(people + others, signals.size()));
      return new PeopleTask(
          DataSet.of(entries, signals),
          split,
          PeoplePlan.of(CONTEXT, horizon, stride, Seed.of(1)),
          TrainingListener.NONE,
          null);
    }

    /** Families take no negative weights. */
    BrainGraph graph() {
      RegionSignals one = FactorSignals.people(regions, 1, FRAMES).get(0);
      BrainGraph strongest = QuestionsBenchmark.strongest(one, edges);
      double[] sizes = Arrays.stream(strongest.weight()).map(Math::abs).toArray();
      return new BrainGraph(regions, strongest.source(), strongest.target(), sizes);
    }

    private static List<Integer> some(int from, int to) {
      return IntStream.range(from, to).boxed().toList();
    }
  }

  /** What grows, and how many times what the least is. */
  private enum Growth {
    REGIONS,
    EDGES,
    PEOPLE,
    HORIZON;

    private static final int[] TIMES = {1, 2, 4};

    /** The usual size in all else. */
    Size size(Size usual, int times) {
      int r = usual.regions;
      int e = usual.edges;
      int p = usual.people;
      int h = usual.horizon;
      return switch (this) {
        case REGIONS -> new Size(r * times, e, p, h, usual.stride);
        case EDGES -> new Size(r, e * times / 2, p, h, usual.stride);
        case PEOPLE -> new Size(r, e, p * times, h, usual.stride);
        case HORIZON -> new Size(r, e, p, h * times, usual.stride);
      };
    }

    String title(Size usual) {
      return name().toLowerCase(Locale.ROOT)
          + (this == EDGES ? " a region " : " ")
          + Arrays.stream(TIMES)
              .mapToObj(times -> size(usual, times))
              .map(
                  s ->
                      switch (this) {
                        case REGIONS -> s.regions;
                        case EDGES -> s.edges;
                        case PEOPLE -> s.people;
                        case HORIZON -> s.horizon;
                      })
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
  }

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException {
    Predicate<String> wanted = name -> arguments.length == 0 || List.of(arguments).contains(name);
    double before = Machine.processorSeconds();
    head(Size.EPOCHS);
    for (ModelKind kind : kinds()) {
      if (wanted.test(kind.name()) && kind.defaults().has(EPOCHS)) {
        row(List.of(kind), Size.EPOCHS);
      }
    }
    head(Size.AT_ONCE);
    List<ModelKind> resting = kinds().stream().filter(kind -> !kind.runsFreely()).toList();
    if (resting.stream().map(ModelKind::name).anyMatch(wanted)) {
      row(resting, Size.AT_ONCE);
    }
    for (ModelKind kind : kinds()) {
      boolean shown = resting.contains(kind) || kind.defaults().has(EPOCHS);
      if (wanted.test(kind.name()) && !shown) {
        row(List.of(kind), Size.AT_ONCE);
      }
    }
    if (wanted.test(AROUND)) {
      Path folder = Files.createTempDirectory("braindyn-growth");
      try {
        row(AROUND, false, Size.AT_ONCE, size -> around(size, folder));
      } finally {
        delete(folder);
      }
    }
    System.out.printf(Locale.ROOT, "%.0f processor s%n", Machine.processorSeconds() - before);
  }

  /** All kinds of the plugin; the tests register one more, as an example. */
  private static List<ModelKind> kinds() {
    return ModelKinds.all().stream()
        .filter(kind -> place(kind.getClass()).equals(place(ModelKinds.class)))
        .toList();
  }

  private static URL place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static void head(Size usual) {
    System.out.println(
        Stream.of(Growth.values())
            .map(growth -> growth.title(usual))
            .collect(Collectors.joining(" | ", "| kind | ", " |")));
    System.out.println("|---|---|---|---|---|");
  }

  private static void row(List<ModelKind> kinds, Size usual) {
    String name = kinds.stream().map(ModelKind::name).collect(Collectors.joining(", "));
    boolean linked = kinds.stream().anyMatch(GrowthOfKinds::linked);
    row(name, linked, usual, size -> trainings(kinds, size));
  }

  /** One row of the table: "exponent (seconds at the largest size)". */
  private static void row(String name, boolean linked, Size usual, ToDoubleFunction<Size> measure) {
    warm(() -> measure.applyAsDouble(usual));
    List<String> cells = new ArrayList<>(List.of(name));
    for (Growth growth : Growth.values()) {
      if (growth == Growth.EDGES && !linked) {
        cells.add("");
        continue;
      }
      double[] seconds =
          Arrays.stream(Growth.TIMES)
              .mapToDouble(t -> measure.applyAsDouble(growth.size(usual, t)))
              .toArray();
      int last = seconds.length - 1;
      double exponent = Math.log(seconds[last] / seconds[last - 1]) / Math.log(2);
      exponent = Math.round(10 * exponent) / 10.0; // no -0.0
      cells.add(String.format(Locale.ROOT, "%.1f (%.2g s)", exponent + 0.0, seconds[last]));
      System.err.println(
          Arrays.stream(seconds)
              .mapToObj(s -> String.format(Locale.ROOT, "%.4f", s))
              .collect(Collectors.joining(", ", name + ", " + growth.title(usual) + ": ", " s")));
    }
    System.out.println("| " + String.join(" | ", cells) + " |");
  }

  /** Whether models of this kind keep a graph that was given. */
  private static boolean linked(ModelKind kind) {
    Size least = new Size(12, 4, 2, 5, 12);
    try (TrainedModel model = train(kind, least.task(), least.graph())) {
      return model.graph().isPresent();
    }
  }

  private static double trainings(List<ModelKind> kinds, Size size) {
    PeopleTask task = size.task();
    BrainGraph graph = size.graph();
    return least(() -> kinds.forEach(kind -> train(kind, task, graph).close()));
  }

  private static TrainedModel train(ModelKind kind, PeopleTask task, BrainGraph graph) {
    KindSettings settings = kind.defaults();
    settings = settings.has(EPOCHS) ? settings.with("epochs=1; batch=16") : settings;
    settings = settings.has("members") ? settings.with("members", 1) : settings;
    return kind.train(task.learning(), graph, settings, TrainingWatch.of(Progress.NONE));
  }

  /** The command with a kind that takes no time. */
  private static double around(Size size, Path folder) {
    PeopleTask task = size.task();
    ModelKind zero = ModelKinds.named("zero");
    TrainSignals.Wanted wanted = new TrainSignals.Wanted(zero, zero.defaults(), null);
    Path model = folder.resolve("model.npz");
    return least(() -> TrainPeople.run(wanted, task, model, false, Progress.NONE));
  }

  /** The compiler works in the same process: a size after the first one would look cheap. */
  private static void warm(Runnable measured) {
    double begun = Machine.processorSeconds();
    do {
      measured.run();
    } while (Machine.processorSeconds() - begun < WARM);
  }

  /** Least processor seconds of a training. */
  private static double least(Runnable training) {
    double begun = Machine.processorSeconds();
    double least = round(training);
    for (int i = 1; i < ROUNDS && (i < 2 || Machine.processorSeconds() - begun < ENOUGH); i++) {
      least = Math.min(least, round(training));
    }
    return least;
  }

  private static double round(Runnable training) {
    double before = Machine.processorSeconds();
    int done = 0;
    double used;
    do {
      training.run();
      done++;
      used = Machine.processorSeconds() - before;
    } while (used < ROUND);
    return used / done;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
