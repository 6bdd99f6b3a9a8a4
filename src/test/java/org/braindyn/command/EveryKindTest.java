package org.braindyn.command;

import static org.braindyn.command.CommandRun.refusal;
import static org.braindyn.command.CommandRun.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braindyn.command.ask.EffectiveConnectivityMap;
import org.braindyn.command.ask.Perturb;
import org.braindyn.command.models.Evaluate;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.ForecastFromFile;
import org.braindyn.command.models.Generate;
import org.braindyn.command.models.Train;
import org.braindyn.command.models.TrainAcrossPeople;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.forecast.Differentiable;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.models.SampleModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every kind of model must do through the ordinary commands: those of the product and the toy
 * of docs/extending.md alike.
 */
class EveryKindTest {
  private static final String NEEDS_GRAPH = "network AR on the graph given";

  @TempDir static Path folder;
  private static File people;

  @BeforeAll
  static void recordings() throws Exception {
    Path data = Files.createDirectory(folder.resolve("people"));
    for (int p = 0; p < 5; p++) {
      TimeSeriesWriter.write(data.resolve("sub-" + p + ".csv"), SampleModels.recording(p, 70), 0);
    }
    people = data.toFile();
  }

  /** All but the one that needs a graph of the user's, which has its own test. */
  static List<String> kinds() {
    return ModelKinds.names().stream().filter(k -> !k.equals(NEEDS_GRAPH)).toList();
  }

  private static ImagePlus recording() {
    return SignalsImage.image(SampleModels.recording(30, 120), "person");
  }

  /** Epochs are few here, for kinds that have any. */
  private static Object[] small(String kind, Object... more) {
    KindSettings settings = ModelKinds.named(kind).defaults();
    Object[] all = Arrays.copyOf(more, more.length + (settings.has("epochs") ? 2 : 0));
    if (settings.has("epochs")) {
      all[more.length] = "epochs";
      all[more.length + 1] = 1;
    }
    return all;
  }

  /** In the table, in the order of their levels, as far ahead as they were calibrated. */
  private static void hasIntervals(File model, String notes) throws Throwable {
    assertTrue(notes.contains("Intervals of 50 and 90 % were calibrated on "), notes);
    var made = run(Forecast.class, "signals", recording(), "model", model, "horizon", 12);
    ResultsTable table = (ResultsTable) made.getOutput("table");
    double[] row =
        Stream.of(" low 90 %", " low 50 %", "", " high 50 %", " high 90 %")
            .mapToDouble(end -> table.getValue("A_R" + end, 0))
            .toArray();
    for (int k = 1; k < row.length; k++) {
      assertTrue(row[k] > row[k - 1], Arrays.toString(row));
    }
    assertTrue(Double.isNaN(table.getValue("A_R low 90 %", 11)), "not calibrated so far ahead");
    assertTrue(((String) made.getOutput("notes")).contains("later frames were not calibrated"));
    assertTrue(made.getOutput("plot") != null);
  }

  private static double[] values(Object image) {
    double[][] rows = SignalsImage.signals((ImagePlus) image).values();
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isTrainedSavedReadForecastGeneratedAndPerturbed(String kind) throws Throwable {
    File model = folder.resolve("one " + kind + ".npz").toFile();
    var trained =
        run(
            Train.class,
            small(
                kind,
                "signals",
                recording(),
                "model",
                model,
                "variant",
                kind,
                "context",
                12,
                "horizon",
                3));
    ResultsTable table = (ResultsTable) trained.getOutput("table");
    TrainedModel read = ModelKinds.read(model);
    assertEquals(kind, read.kind().name());
    assertEquals(read.forecaster().name(), table.getStringValue("Forecaster", 0), "stands first");
    assertEquals(SampleModels.REGIONS.names(), read.provenance().data().regions().names());
    assertEquals(1, read.provenance().data().hashes().size());
    isTheSameWrittenAgain(model);
    String notes =
        (String) run(Forecast.class, "signals", recording(), "model", model).getOutput("notes");
    assertTrue(notes.contains("It was trained on this recording."), notes);
    hasIntervals(model, notes);

    double[] ahead =
        values(
            run(Forecast.class, "signals", recording(), "model", model, "horizon", 7)
                .getOutput("forecast"));
    assertEquals(4 * 7, ahead.length);
    Path csv = folder.resolve("signals.csv");
    TimeSeriesWriter.write(csv, SampleModels.recording(30, 120));
    File output = folder.resolve("forecast.npy").toFile();
    run(
        ForecastFromFile.class,
        "model",
        model,
        "signals",
        csv.toFile(),
        "horizon",
        7,
        "output",
        output);
    assertArrayEquals(ahead, Npy.read(output.toPath()).numbers(), 1e-3);

    double[] made =
        values(
            run(Generate.class, "signals", recording(), "model", model, "frames", 60)
                .getOutput("generated"));
    assertTrue(Arrays.stream(made).allMatch(Double::isFinite));
    if (kind.equals("auto") && read.title().equals("auto: zero")) {
      String why = refusal(Perturb.class, "signals", recording(), "model", model);
      assertTrue(why.startsWith("Nothing here can be forecast"), why);
      assertEquals(
          why, refusal(EffectiveConnectivityMap.class, "signals", recording(), "model", model));
      read.close();
      return; // a sentence in place of a blank map
    }
    var answered =
        run(Perturb.class, "signals", recording(), "model", model, "region", "A_L", "horizon", 4);
    double[] effect = values(answered.getOutput("effect"));
    assertTrue(Arrays.stream(effect).allMatch(Double::isFinite));
    assertEquals(read.otherAnswers().isEmpty(), answered.getOutput("other") == null);
    if (!read.otherAnswers().isEmpty()) {
      double[] other = values(answered.getOutput("other"));
      assertTrue(Arrays.stream(other).allMatch(Double::isFinite));
      String said = (String) answered.getOutput("notes");
      assertTrue(said.contains("Its likeness to the first is "), said);
    }
    double[][] links =
        MatrixImage.matrix(
            (ImagePlus)
                run(
                        EffectiveConnectivityMap.class,
                        "signals",
                        recording(),
                        "model",
                        model,
                        "horizon",
                        3)
                    .getOutput("matrix"));
    assertEquals(4, links.length);
    if (read.responder().as(Differentiable.class).isPresent()) {
      double[][] small = links(model, "size", 0.001);
      double[][] exact = links(model, "exact", true);
      for (int u = 0; u < 4; u++) {
        assertArrayEquals(small[u], exact[u], 0.02, "from region " + u);
      }
    }
    read.close();
  }

  private static double[][] links(File model, String key, Object value) throws Throwable {
    Object matrix =
        run(
                EffectiveConnectivityMap.class,
                "signals",
                recording(),
                "model",
                model,
                "horizon",
                3,
                "summary",
                "mean",
                key,
                value)
            .getOutput("matrix");
    return MatrixImage.matrix((ImagePlus) matrix);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isTrainedAcrossPeopleAndEvaluated(String kind) throws Throwable {
    File model = folder.resolve("many " + kind + ".npz").toFile();
    run(
        TrainAcrossPeople.class,
        small(
            kind,
            "data",
            people,
            "train",
            3,
            "validation",
            1,
            "model",
            model,
            "variant",
            kind,
            "context",
            12,
            "horizon",
            3));
    try (TrainedModel read = ModelKinds.read(model)) {
      assertEquals(List.of("sub-0", "sub-1", "sub-2"), read.provenance().data().trained());
      assertEquals(List.of("sub-3"), read.provenance().data().chose());
    }
    var study =
        run(
            Evaluate.class,
            "data",
            people,
            "train",
            3,
            "validation",
            1,
            "models",
            kind,
            "epochs",
            1,
            "context",
            12,
            "horizon",
            3,
            "model",
            model);
    ResultsTable table = (ResultsTable) study.getOutput("table");
    List<String> names =
        IntStream.range(0, table.size())
            .mapToObj(row -> table.getStringValue("Forecaster", row))
            .toList();
    assertTrue(names.contains(model.getName()), names.toString());
    assertEquals(6, names.size(), "itself, its file, and four baselines");
  }

  /** The same arrays, settings and provenance give the same file and forecasts, to the bit. */
  private static void isTheSameWrittenAgain(File model) throws Exception {
    File copy = folder.resolve("copy.npz").toFile();
    SignalBatch context = new SignalBatch(1, 4, 12);
    Arrays.setAll(context.values(), Math::sin);
    try (TrainedModel first = ModelKinds.read(model)) {
      first.write(copy.toPath());
      assertArrayEquals(
          Files.readAllBytes(model.toPath()), Files.readAllBytes(copy.toPath()), "written again");
      try (TrainedModel second = ModelKinds.read(copy)) {
        assertArrayEquals(
            first.forecaster().forecast(context, 7, Progress.NONE).values(),
            second.forecaster().forecast(context, 7, Progress.NONE).values());
        assertEquals(first.provenance().settings(), second.provenance().settings());
      }
    }
  }

  @Test
  void aSettingOfAnotherKindIsRefusedWhereItWouldBeInVain() {
    File model = folder.resolve("none.npz").toFile();
    String message =
        refusal(
            Train.class,
            "signals",
            recording(),
            "model",
            model,
            "variant",
            "VAR on windows",
            "hidden",
            8);
    assertTrue(message.contains("hidden") && message.contains("order, ridge"), message);
    message =
        refusal(
            Train.class,
            "signals",
            recording(),
            "model",
            model,
            "variant",
            "fading",
            "further",
            "factor=9");
    assertTrue(message.contains("factor=9 is out of range") && message.contains("0 to 2"), message);
  }

  @Test
  void aModelWithoutAGraphAsksForTheRegion() throws Throwable {
    File model = folder.resolve("fading.npz").toFile();
    run(
        Train.class,
        "signals",
        recording(),
        "model",
        model,
        "variant",
        "fading",
        "context",
        12,
        "further",
        "factor=0.5");
    assertEquals(0.5, ModelKinds.read(model).provenance().settings().get("factor"));
    String message = refusal(Perturb.class, "signals", recording(), "model", model);
    assertTrue(message.contains("has no graph. Name a region."), message);
  }

  @Test
  void whatNeedsAGraphSaysSoAndTakesIt() throws Throwable {
    File model = folder.resolve("network.npz").toFile();
    Object[] how = {
      "signals", recording(), "model", model, "variant", NEEDS_GRAPH, "context", 12, "graph", null
    };
    assertTrue(refusal(Train.class, how).contains("needs a given graph"));
    double[][] ring = new double[4][4];
    for (int n = 0; n < 4; n++) {
      ring[(n + 1) % 4][n] = 1;
    }
    how[9] = MatrixImage.image(ring, SampleModels.REGIONS, "ring");
    run(Train.class, how);
    try (TrainedModel read = ModelKinds.read(model)) {
      assertEquals(NEEDS_GRAPH, read.kind().name());
      assertTrue(((Number) read.provenance().settings().get("order")).intValue() > 0, "chosen");
      assertEquals(4, read.graph().orElseThrow().edges());
      List<RegionSignals> fakes = List.of(SampleModels.recording(8, 60));
      read.refit().fit(fakes, Seed.of(1), Progress.NONE).close(); // on the same graph
    }
  }

  /** A choice says how sure it is, in the notes of the training and in its file. */
  @Test
  void autoTellsItsVerdict() throws Throwable {
    File model = folder.resolve("auto.npz").toFile();
    var trained =
        run(
            Train.class,
            "signals",
            recording(),
            "model",
            model,
            "variant",
            "auto",
            "context",
            12,
            "horizon",
            3);
    String notes = (String) trained.getOutput("notes");
    assertTrue(notes.contains("forecasts best") || notes.contains("Nothing here"), notes);
    try (TrainedModel read = ModelKinds.read(model)) {
      assertTrue(notes.contains(read.provenance().more().get("verdict").toString()), notes);
    }
  }

  @Test
  void everyKindSaysWhatItIs() {
    for (ModelKind kind : ModelKinds.all()) {
      assertTrue(kind.sentence().length() > 10 && !kind.sentence().endsWith("."), kind.name());
      kind.settings().forEach(s -> assertTrue(!s.sentence().isBlank(), kind.name() + s.name()));
    }
  }
}
