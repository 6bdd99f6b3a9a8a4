package org.braindyn.kind.masked;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.Embedder;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.models.SampleModels;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording in numbers: equal bytes, the average of its windows, mistakes by name. */
class MaskedEmbedderTest {
  private static final MaskedKind KIND = new MaskedKind();
  private static TrainedModel model;
  private static Embedder embedder;

  @BeforeAll
  static void train() {
    List<RegionSignals> people =
        List.of(SampleModels.recording(1, 90), SampleModels.recording(2, 90));
    model =
        KIND.train(
            TrainingSplit.all(people, 12, 6),
            null,
            KIND.defaults().with("epochs=2; width=8; depth=1; windows=16"),
            TrainingWatch.of(Progress.NONE));
    embedder = model.embedder().orElseThrow();
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static double[] numbers(Embedder by, RegionSignals recording) {
    Embedder.Embedding e = by.embed(recording, Progress.NONE);
    double[] all = Arrays.copyOf(e.scan(), 2 * by.width());
    System.arraycopy(e.mean(), 0, all, by.width(), by.width());
    return all;
  }

  @Test
  void theSameScanGivesTheSameBytesBeforeAndAfterOthersAndFromTheFile(@TempDir Path folder) {
    RegionSignals one = SampleModels.recording(3, 100);
    double[] alone = numbers(embedder, one);
    for (int other = 4; other < 7; other++) {
      assertFalse(
          Arrays.equals(alone, numbers(embedder, SampleModels.recording(other, 60 * other))));
    }
    assertArrayEquals(alone, numbers(embedder, one));
    Path file = folder.resolve("model.npz");
    model.write(file);
    try (TrainedModel read = ModelKinds.read(file.toFile())) {
      assertArrayEquals(alone, numbers(read.embedder().orElseThrow(), one));
    }
  }

  @Test
  void itIsTheAverageOfWholeWindows() {
    int frames = embedder.frames();
    RegionSignals two = SampleModels.recording(3, 2 * frames + frames - 1);
    double[] first = numbers(embedder, two.frames(0, frames));
    double[] second = numbers(embedder, two.frames(frames, 2 * frames));
    double[] both = numbers(embedder, two);
    for (int c = 0; c < both.length; c++) {
      assertEquals((first[c] + second[c]) / 2, both[c], 1e-12);
    }
    assertEquals(2, embedder.embed(two, Progress.NONE).windows());
  }

  @Test
  void theUnitDoesNotMatter() {
    RegionSignals one = SampleModels.recording(3, 60);
    double[][] other = new double[one.size()][];
    Arrays.setAll(other, n -> Arrays.stream(one.values()[n]).map(v -> 64 * v).toArray());
    assertArrayEquals(numbers(embedder, one), numbers(embedder, one.withValues(other)), 1e-6);
  }

  /** Where the network's forecasts are not kept, what its encoder has learnt is. */
  @Test
  void theEncoderStaysWhereTheLinearEstimateForecasts() {
    RegionSignals one = SampleModels.recording(1, 90);
    WindowSet train = WindowSet.of(List.of(one), 12, 6, 1);
    WindowSet validation = WindowSet.of(List.of(SampleModels.recording(2, 60)), 12, 6, 1);
    TrainingSplit split = TrainingSplit.ofRecording(one, train, validation, "by hand");
    var settings = KIND.defaults().with("epochs=2; width=8; depth=1; windows=16; rate=0.3");
    TrainingWatch watch = TrainingWatch.of(Progress.NONE);
    try (TrainedModel chosen = KIND.train(split, null, settings, watch);
        TrainedModel network = KIND.train(split, null, settings.with("keep", "network"), watch);
        TrainedModel linear = KIND.train(split, null, settings.with("keep", "estimate"), watch)) {
      assertEquals("estimate", chosen.provenance().again(KIND).word("keep"));
      assertArrayEquals(
          numbers(network.embedder().orElseThrow(), one),
          numbers(chosen.embedder().orElseThrow(), one));
      assertTrue(linear.embedder().isEmpty());
    }
  }

  @Test
  void mistakesAreNamed() {
    RegionSignals good = SampleModels.recording(3, 60);
    double[][] holed = Arrays.stream(good.values()).map(double[]::clone).toArray(double[][]::new);
    holed[2][30] = Double.NaN;
    refused(good.withValues(holed), "B_L");
    refused(good.frames(0, embedder.frames() - 1), "fewer than one window");
  }

  private static void refused(RegionSignals recording, String reason) {
    BadInput e = assertThrows(BadInput.class, () -> embedder.embed(recording, Progress.NONE));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }
}
