package org.braindyn.kind;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.family.Tiny;
import org.braindyn.forecast.family.interval.Coverage;
import org.braindyn.forecast.family.interval.LeftOutErrors;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.model.parameter.Variant;
import org.braindyn.models.ForecastFile;
import org.braindyn.models.SampleModels;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.Windows;
import org.braindyn.training.TrainingWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals of models: that they hold, are kept, and are not needed. */
class ModelIntervalsTest {
  private static final int REGIONS = 4;
  private static final List<Recording> PEOPLE = Tiny.people(24, REGIONS, 300, 0.3);

  @TempDir Path folder;

  private static WindowSet windows(int from, int to, int horizon, int stride) {
    return new WindowSet(PEOPLE.subList(from, to), 15, horizon, stride);
  }

  private static TrainingSplit split(int horizon) {
    DataIdentity nobody =
        new DataIdentity(
            null, Double.NaN, "context", "", List.of(), List.of(), List.of(), Map.of());
    return TrainingSplit.ofPeople(
        windows(0, 8, horizon, 3),
        windows(8, 14, horizon, 5),
        Regions.numbered("R", REGIONS),
        () -> nobody);
  }

  private static TrainedModel trained(String name, int horizon) {
    ModelKind kind = ModelKinds.named(name);
    TrainingSplit split = split(horizon);
    TrainedModel bare = kind.train(split, null, kind.defaults(), TrainingWatch.of(Progress.NONE));
    return ModelIntervals.calibrate(bare, split, Progress.NONE);
  }

  /** People of an autoregression whom neither training nor calibration has seen. */
  @ParameterizedTest
  @ValueSource(strings = {"VAR on whole recordings", "auto", "damped persistence"})
  void holdOnNewPeople(String name) {
    TrainedModel model = trained(name, 3);
    ModelIntervals intervals = model.intervals().orElseThrow();
    int steps = name.equals("auto") ? 3 : 10; // others further than they forecast at once
    assertEquals(steps, intervals.widths().horizon());
    Windows fresh = windows(14, 24, steps, 1).all();
    SignalBatch forecast = model.forecaster().forecast(fresh.context(), steps, Progress.NONE);
    LeftOutErrors errors = LeftOutErrors.of(forecast, fresh.target(), new int[fresh.size()]);
    double ninety = Coverage.of(intervals.widths(), errors, 1).all();
    assertTrue(ninety > 0.88 && ninety < 0.92, "90 % hold " + ninety);
    double fifty = Coverage.of(intervals.widths(), errors, 0).all();
    assertTrue(fifty > 0.47 && fifty < 0.53, "50 % hold " + fifty);
    for (double step : Coverage.of(intervals.widths(), errors, 1).byStep()) {
      assertTrue(step > 0.87 && step < 0.93, "a step holds " + step);
    }
    assertTrue(intervals.from().contains("drift"), intervals.from());
  }

  @Test
  void surviveTheFile() throws Exception {
    TrainedModel model = trained("VAR on windows", 10);
    Path file = folder.resolve("m.npz");
    model.write(file);
    TrainedModel read = ModelKinds.read(file.toFile());
    ModelIntervals now = read.intervals().orElseThrow();
    ModelIntervals then = model.intervals().orElseThrow();
    assertEquals(then.from(), now.from());
    for (int level = 0; level < 2; level++) {
      assertArrayEquals(then.widths().halves()[level], now.widths().halves()[level]);
    }
    assertArrayEquals(then.widths().quantiles()[7], now.widths().quantiles()[7]);
    Path again = folder.resolve("again.npz");
    read.write(again);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
  }

  @Test
  void areTheSameOnOneThreadAndOnMany() throws Exception {
    Path many = folder.resolve("many.npz");
    trained("auto", 3).write(many);
    Path one = folder.resolve("one.npz");
    ForkJoinPool pool = new ForkJoinPool(1);
    pool.submit(() -> trained("auto", 3).write(one)).get();
    pool.shutdown();
    assertArrayEquals(Files.readAllBytes(many), Files.readAllBytes(one));
  }

  /** Another context is another forecast, whose errors are not known. */
  @Test
  void holdForTheContextTheyWereCalibratedWith() {
    Path file = folder.resolve("plain.npz");
    SampleModels.plain(file, Variant.CONTINUOUS, Precision.DOUBLE, SampleModels.REGIONS);
    ModelIntervals some = trained("zero", 3).intervals().orElseThrow();
    try (TrainedModel model = ModelIntervals.of(ModelKinds.read(file.toFile()), some)) {
      ModelChange faster = new ModelChange(null, 3, "euler", null, Precision.FLOAT);
      assertTrue(model.with(faster).intervals().isPresent());
      ModelChange shorter = new ModelChange(8, 3, null, null, null);
      assertTrue(model.with(shorter).intervals().isEmpty());
      ModelChange slower = new ModelChange(null, 3, null, 2.0, null);
      assertTrue(model.with(slower).intervals().isEmpty());
    }
  }

  /** In the signals' unit, in the file's form. */
  @Test
  void standBesideTheForecastInAFile() throws Exception {
    Path file = folder.resolve("m.npz");
    TrainedModel model = trained("VAR on windows", 3);
    model.write(file);
    double[] x = new double[REGIONS * 15];
    Arrays.setAll(x, i -> 500 + 7 * Math.sin(i * i));
    Npy.write(folder.resolve("x.npy"), NpyArray.of(x, REGIONS, 15));
    Path out = folder.resolve("out.npz");
    ForecastFile.of(
            "model=" + file, "signals=" + folder.resolve("x.npy"), "horizon=12", "output=" + out)
        .run(Progress.NONE);
    Map<String, NpyArray> made = Npz.read(out);
    double[] row = Arrays.copyOfRange(x, 2 * 15, 3 * 15);
    double mean = Arrays.stream(row).average().orElse(0);
    double sd = Math.sqrt(Arrays.stream(row).map(v -> (v - mean) * (v - mean)).sum() / 15);
    int cell = 2 * 12 + 4; // region 3, step 5
    double width = made.get("high90").numbers()[cell] - made.get("low90").numbers()[cell];
    double half = model.intervals().orElseThrow().widths().half(1, 2, 4);
    assertEquals(2 * half * sd, width, 1e-6);
    double middle = (made.get("high50").numbers()[cell] + made.get("low50").numbers()[cell]) / 2;
    assertEquals(made.get("forecast").numbers()[cell], middle, 1e-6);
    assertTrue(Double.isNaN(made.get("low90").numbers()[2 * 12 + 11]), "step 12 of 10");
  }

  @Test
  void fewWindowsGiveNone() {
    ModelKind kind = ModelKinds.named("zero");
    TrainingSplit split = split(10);
    TrainedModel bare = kind.train(split, null, kind.defaults(), TrainingWatch.of(Progress.NONE));
    SignalBatch few = new SignalBatch(19, REGIONS, 10);
    assertSame(bare, ModelIntervals.of(bare, new LeftOutErrors(few, new int[19])));
  }
}
