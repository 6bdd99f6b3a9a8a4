package org.braindyn.models;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Region;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.graph.Correlation;
import org.braindyn.graph.Threshold;
import org.braindyn.io.model.ModelFile;
import org.braindyn.io.model.ModelInfo;
import org.braindyn.kind.DataIdentity;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Variant;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.Trainer;
import org.braindyn.training.TrainingSettings;
import org.braindyn.training.TrainingWatch;

/** Small models of every kind, trained for a moment on four regions that drive each other. */
public final class SampleModels {
  public static final Regions REGIONS =
      new Regions(
          List.of(
              Region.named(1, "A_L"),
              Region.named(2, "A_R"),
              Region.named(3, "B_L"),
              Region.named(4, "B_R")));
  public static final double INTERVAL = 2;
  static final int CONTEXT = 12;
  static final int HORIZON = 3;

  private SampleModels() {}

  /** A recording: a ring of regions with a common input, around 100. */
  public static RegionSignals recording(int person, int frames) {
    Seed.Stream random = Seed.of(person).stream("person");
    double[][] x = new double[4][frames];
    for (int t = 0; t < frames; t++) {
      double common = 5 * random.gaussian();
      for (int n = 0; n < 4; n++) {
        double before = t == 0 ? 100 : x[n][t - 1];
        double next = t == 0 ? 100 : x[(n + 1) % 4][t - 1];
        x[n][t] = 100 + 0.5 * (before - 100) + 0.2 * (next - 100) + common + 3 * random.gaussian();
      }
    }
    return new RegionSignals(REGIONS, x, INTERVAL, "person " + person);
  }

  static WindowSet windows(int first, int people, int stride) {
    List<RegionSignals> list =
        java.util.stream.IntStream.range(first, first + people)
            .mapToObj(p -> recording(p, 120))
            .toList();
    return WindowSet.of(list, CONTEXT, HORIZON, stride);
  }

  /**
   * @param regions null for a model that does not know its regions and interval
   */
  static ModelInfo info(Regions regions) {
    return new ModelInfo(
        regions,
        regions == null ? Double.NaN : INTERVAL,
        "context",
        5,
        "test",
        Map.of("person 0", "00ff"),
        Map.of("epochs", 1.0, "people", List.of("p0", "p1")));
  }

  /** Writes BrainDyn alone. */
  public static File plain(Path file, Variant variant, Precision precision, Regions regions) {
    WindowSet train = windows(0, 3, 2);
    ModelSettings settings =
        ModelSettings.builder(4)
            .hidden(4)
            .maps(4)
            .width(8)
            .context(CONTEXT)
            .horizon(HORIZON)
            .variant(variant)
            .precision(precision)
            .build();
    try (BrainDyn model =
        BrainDyn.create(
            settings, Threshold.atLeast(Correlation.ofContexts(train), 0.1), Seed.of(5))) {
      new Trainer(TrainingSettings.defaults().withEpochs(2).withLearningRate(5e-3))
          .train(model, train, null, Progress.NONE);
      ModelFile.write(file, model, info(regions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toFile();
  }

  /** Writes BrainDyn beside a linear skip. */
  public static File skip(Path file, Regions regions) {
    ModelKind kind = ModelKinds.named("linear skip");
    Map<String, String> hashes = Map.of("person 0", "00ff");
    DataIdentity data =
        new DataIdentity(
            regions,
            regions == null ? Double.NaN : INTERVAL,
            "context",
            "by person",
            List.of(),
            List.of(),
            List.of(),
            hashes);
    TrainingSplit split =
        TrainingSplit.ofPeople(windows(0, 3, 1), windows(7, 1, 3), REGIONS, () -> data);
    KindSettings settings = kind.defaults().with("members", 2).with(Seed.of(5));
    try (TrainedModel trained =
        kind.train(split, null, settings, TrainingWatch.of(Progress.NONE))) {
      trained.write(file);
    }
    return file.toFile();
  }
}
