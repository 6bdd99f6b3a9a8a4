package org.braindyn.command;

import static org.braindyn.command.Commands.refusal;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.braindyn.command.ask.EffectiveConnectivityMap;
import org.braindyn.command.ask.Perturb;
import org.braindyn.command.models.Forecast;
import org.braindyn.command.models.ForecastFromFile;
import org.braindyn.command.models.Generate;
import org.braindyn.command.models.Train;
import org.braindyn.command.regions.Parcellate;
import org.braindyn.data.Grid;
import org.braindyn.data.Labels3D;
import org.braindyn.data.Precision;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.data.Volume4D;
import org.braindyn.fiji.images.LabelImage;
import org.braindyn.fiji.images.MatrixImage;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.model.parameter.Variant;
import org.braindyn.models.SampleModels;
import org.braindyn.scans.ParcellateScan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.CommandModule;

/** Every command that runs a model, with a model file of every kind. */
class ModelCommandsTest {
  private static final Grid GRID = Grid.spaced(4, 3, 2, 2, 2, 2);

  @TempDir static Path folder;

  @BeforeAll
  static void train() {
    SampleModels.plain(
        file("released").toPath(), Variant.RELEASED, Precision.FLOAT, SampleModels.REGIONS);
    SampleModels.plain(
        file("continuous").toPath(), Variant.CONTINUOUS, Precision.DOUBLE, SampleModels.REGIONS);
    SampleModels.skip(file("skip").toPath(), SampleModels.REGIONS);
  }

  private static File file(String kind) {
    return folder.resolve(kind + ".npz").toFile();
  }

  private static ImagePlus recording() {
    return SignalsImage.image(SampleModels.recording(30, 90), "person");
  }

  private static ImagePlus labels() {
    int[] labels = new int[24];
    for (int v = 0; v < 24; v++) {
      labels[v] = v % 4 + 1;
    }
    return LabelImage.image(new Labels3D(GRID, labels, "places"), SampleModels.REGIONS);
  }

  private static double[] values(Object image) {
    double[][] rows = SignalsImage.signals((ImagePlus) image).values();
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "continuous", "skip"})
  void forecastSaysWhoseModelItIsAndPaints(String kind) throws Throwable {
    CommandModule ahead =
        run(
            Forecast.class,
            "signals",
            recording(),
            "model",
            file(kind),
            "labels",
            labels(),
            "start",
            60,
            "horizon",
            7);
    String notes = (String) ahead.getOutput("notes");
    assertTrue(notes.contains("trained on person 0;"), notes);
    assertTrue(notes.contains("4 regions, one sample every 2.000 s"), notes);
    assertTrue(notes.contains("person 30 is not among the recordings it was trained on"), notes);
    assertTrue(notes.contains("Mean squared error of these 7 frames"), notes);
    RegionSignals forecast = SignalsImage.signals((ImagePlus) ahead.getOutput("forecast"));
    assertEquals(7, forecast.frames());
    ImagePlus map = (ImagePlus) ahead.getOutput("map");
    assertEquals(7, map.getNFrames());
    assertEquals(2, map.getNSlices());
    double[] context = Arrays.copyOfRange(SampleModels.recording(30, 90).values()[2], 48, 60);
    double mean = Arrays.stream(context).average().orElse(0);
    double squares = Arrays.stream(context).map(v -> (v - mean) * (v - mean)).sum();
    double expected = (forecast.values()[2][3] - mean) / Math.sqrt(squares / context.length);
    float painted = map.getStack().getProcessor(map.getStackIndex(1, 1, 4)).getf(2, 0);
    assertEquals(expected, painted, 2e-3, "region 3, frame 4");
    assertTrue(notes.contains("has no intervals: train it again"), notes);
    assertEquals(120, ((ResultsTable) ahead.getOutput("table")).getValue("Time (s)", 0), 1e-9);
  }

  @Test
  void aModelKnowsTheRecordingItWasTrainedOn() throws Throwable {
    File own = folder.resolve("own.npz").toFile();
    run(Train.class, "signals", recording(), "model", own, "epochs", 1, "context", 8, "horizon", 3);
    String known =
        (String) run(Forecast.class, "signals", recording(), "model", own).getOutput("notes");
    assertTrue(known.contains("trained on person 30;"), known);
    assertTrue(known.contains("It was trained on this recording."), known);
    ImagePlus other = SignalsImage.image(SampleModels.recording(31, 90), "other");
    String unknown =
        (String) run(Forecast.class, "signals", other, "model", own).getOutput("notes");
    assertTrue(unknown.contains("person 31 is not among"), unknown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "continuous", "skip"})
  void generatedScansAreSeededBoundedAndPaintedForParcellate(String kind) throws Throwable {
    Object[] how = {
      "signals", recording(), "model", file(kind), "labels", labels(), "frames", 500, "seed", 3L
    };
    CommandModule made = run(Generate.class, how);
    double[] values = values(made.getOutput("generated"));
    assertEquals(4 * 500, values.length);
    assertTrue(Arrays.stream(values).allMatch(v -> Math.abs(v - 100) < 150), "bounded");
    assertArrayEquals(values, values(run(Generate.class, how).getOutput("generated")));
    how[9] = 4L;
    assertFalse(Arrays.equals(values, values(run(Generate.class, how).getOutput("generated"))));
    String notes = (String) made.getOutput("notes");
    assertTrue(notes.contains("blocks of 3 frames of all regions that the model missed"), notes);
    ImagePlus painted = (ImagePlus) made.getOutput("painted");
    CommandModule cut = run(Parcellate.class, "scan", painted, "labels", labels());
    assertArrayEquals(values, values(cut.getOutput("signals")), 1e-4);
    ImagePlus comparison = (ImagePlus) made.getOutput("comparison");
    assertEquals(24, comparison.getBitDepth());
    assertEquals(4, MatrixImage.matrix((ImagePlus) made.getOutput("connectivity")).length);
  }

  @Test
  void paintedFramesGoToAFile() throws Throwable {
    File scan = folder.resolve("made.nii.gz").toFile();
    Object[] how = {
      "signals", recording(), "model", file("skip"), "frames", 40, "file", scan, "labels", labels()
    };
    CommandModule made = run(Generate.class, how);
    assertNull(made.getOutput("painted"));
    Volume4D volume = ParcellateScan.open(scan);
    assertEquals(40, volume.frames());
    assertEquals(2, volume.interval(), 1e-6);
    double[] frame = new double[24];
    try (Volume4D.FrameReader reader = volume.open()) {
      reader.next(frame);
    }
    RegionSignals generated = SignalsImage.signals((ImagePlus) made.getOutput("generated"));
    assertEquals(generated.values()[1][0], frame[5], 1e-4);
    how[9] = null;
    assertTrue(refusal(Generate.class, how).contains("labels is missing"));
    how[9] = labels();
    how[7] = folder.resolve("made.tif").toFile();
    assertTrue(refusal(Generate.class, how).contains(".nii or .nii.gz"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "continuous", "skip"})
  void perturbationsOfContextAndForecastWorkWithEveryKind(String kind) throws Throwable {
    for (String plan :
        new String[] {
          "impulse on A_L size 1 onset -1", "step on B_R size 2 duration 2", "silence on A_R"
        }) {
      CommandModule effect =
          run(
              Perturb.class,
              "signals",
              recording(),
              "model",
              file(kind),
              "labels",
              labels(),
              "plan",
              plan,
              "horizon",
              6);
      double[] values = values(effect.getOutput("effect"));
      assertTrue(Arrays.stream(values).allMatch(Double::isFinite));
      assertTrue(Arrays.stream(values).anyMatch(v -> v != 0), plan);
      assertEquals(6, ((ImagePlus) effect.getOutput("map")).getNFrames());
    }
  }

  @Test
  void theSkipModelHasNoStateToPushAndSaysSo() {
    String message =
        refusal(
            Perturb.class,
            "signals",
            recording(),
            "model",
            file("skip"),
            "plan",
            "step on A_L size 1 duration 2 into state");
    assertTrue(message.contains("BrainDyn + linear skip"), message);
    assertTrue(message.contains("into state"), message);
  }

  @Test
  void theSkipModelIsRefittedForPValues() throws Throwable {
    CommandModule effect =
        run(
            Perturb.class,
            "signals",
            recording(),
            "model",
            file("skip"),
            "region",
            "B_L",
            "horizon",
            4,
            "surrogates",
            19);
    ResultsTable table = (ResultsTable) effect.getOutput("table");
    for (int r : new int[] {0, 1, 3}) {
      double p = table.getValue("p", r);
      assertTrue(p >= 0.05 - 1e-9 && p <= 1, "p " + p);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "continuous", "skip"})
  void effectiveConnectivityOfEveryKind(String kind) throws Throwable {
    CommandModule links =
        run(
            EffectiveConnectivityMap.class,
            "signals",
            SignalsImage.image(SampleModels.recording(32, 90), "person"),
            "model",
            file(kind),
            "size",
            0.5,
            "summary",
            "mean",
            "horizon",
            3);
    double[][] matrix = MatrixImage.matrix((ImagePlus) links.getOutput("matrix"));
    assertEquals(4, matrix.length);
    assertTrue(matrix[1][0] != 0, "region 2 drives region 1");
    CommandModule exact =
        run(
            EffectiveConnectivityMap.class,
            "signals",
            SignalsImage.image(SampleModels.recording(32, 90), "person"),
            "model",
            file(kind),
            "exact",
            true,
            "summary",
            "mean",
            "horizon",
            3);
    double[][] derivative = MatrixImage.matrix((ImagePlus) exact.getOutput("matrix"));
    for (int u = 0; u < 4; u++) {
      for (int v = 0; v < 4; v++) {
        assertEquals(matrix[u][v], derivative[u][v], 0.05, u + " to " + v);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "continuous", "skip"})
  void aFileOfSignalsGivesTheSameForecastAsAnImage(String kind) throws Throwable {
    RegionSignals signals = SampleModels.recording(30, 90);
    Path table = folder.resolve("signals.csv");
    TimeSeriesWriter.write(table, signals);
    File output = folder.resolve(kind + "_forecast.npy").toFile();
    run(
        ForecastFromFile.class,
        "model",
        file(kind),
        "signals",
        table.toFile(),
        "horizon",
        7,
        "output",
        output);
    double[] written = org.braindyn.io.arrays.Npy.read(output.toPath()).numbers();
    CommandModule ahead =
        run(Forecast.class, "signals", recording(), "model", file(kind), "horizon", 7);
    assertArrayEquals(values(ahead.getOutput("forecast")), written, 1e-3);
    Files.delete(output.toPath());
    for (RegionSignals wrong :
        new RegionSignals[] {
          new RegionSignals(
              Regions.named(List.of("A_L", "A_R", "C_L", "C_R")), signals.values(), 2, ""),
          new RegionSignals(signals.regions(), signals.values(), 3, "")
        }) {
      TimeSeriesWriter.write(table, wrong);
      String message =
          refusal(
              ForecastFromFile.class,
              "model",
              file(kind),
              "signals",
              table.toFile(),
              "output",
              output);
      assertTrue(message.contains("The model was trained on"), message);
      assertTrue(message.contains("signals.csv"), message);
    }
    signals.values()[2][85] = Double.NaN;
    TimeSeriesWriter.write(table, signals);
    String message =
        refusal(
            ForecastFromFile.class,
            "model",
            file(kind),
            "signals",
            table.toFile(),
            "output",
            output);
    assertTrue(message.contains("NaN in the last 12 samples"), message);
    assertFalse(output.exists());
  }
}
