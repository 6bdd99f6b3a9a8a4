package org.braindyn.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Regions;
import org.braindyn.eeg.DetectorFile;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.kind.ModelChange;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.TrainedModel;
import org.braindyn.model.parameter.Variant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedModelTest {
  @TempDir static Path folder;

  @BeforeAll
  static void train() {
    Regions regions = SampleModels.REGIONS;
    SampleModels.plain(path("released"), Variant.RELEASED, Precision.FLOAT, regions);
    SampleModels.plain(path("continuous"), Variant.CONTINUOUS, Precision.DOUBLE, regions);
    SampleModels.skip(path("skip"), regions);
  }

  private static Path path(String kind) {
    return folder.resolve(kind + ".npz");
  }

  private static TrainedModel model(String kind) {
    return ModelKinds.read(path(kind).toFile());
  }

  private static double[][] forecast(TrainedModel model, RegionSignals signals) {
    return ForecastSignals.of(model, signals, 0, 7, Progress.NONE).forecast().values();
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "continuous", "skip"})
  void everyKindSaysWhatItIsAndForecasts(String kind) {
    TrainedModel model = model(kind);
    assertEquals(SampleModels.REGIONS.names(), model.provenance().data().regions().names());
    assertEquals(2, model.provenance().data().interval());
    assertEquals(5, model.provenance().seed());
    assertEquals("context", model.provenance().data().normalisation());
    assertEquals(Map.of("person 0", "00ff"), model.provenance().data().hashes());
    assertEquals(4, model.regions());
    assertEquals(1, model.signals());
    assertEquals(12, model.context());
    assertEquals(3, model.horizon());
    assertTrue(model.graph().orElseThrow().edges() > 0);
    double[][] values = forecast(model, SampleModels.recording(20, 60));
    // in the units of the recording: its level is 100, its sd about 8
    assertEquals(
        100, Arrays.stream(values).flatMapToDouble(Arrays::stream).average().orElse(0), 24);
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "continuous", "skip"})
  void otherRegionsOrIntervalsAreRefusedInTheSameWords(String kind) {
    RegionSignals own = SampleModels.recording(20, 60);
    RegionSignals renamed =
        new RegionSignals(
            Regions.named(List.of("A_L", "A_R", "C_L", "C_R")), own.values(), 2, "others");
    RegionSignals slow = new RegionSignals(own.regions(), own.values(), 3, "slow");
    RegionSignals fewer =
        new RegionSignals(Regions.numbered("r", 3), Arrays.copyOf(own.values(), 3), 2, "fewer");
    assertEquals(
        "The model was trained on other regions: its region 3 is \"B_L\", that of others is"
            + " \"C_L\". Use signals of the same parcellation, or train a model on these.",
        refusal(kind, renamed));
    assertEquals(
        "The model was trained on samples every 2.000 s, but slow has one every 3.000 s. Resample the"
            + " signals, or train a model on these.",
        refusal(kind, slow));
    assertEquals(
        "The model was trained on 4 regions, but fewer has 3. Use signals of the same"
            + " parcellation, or train a model on these.",
        refusal(kind, fewer));
  }

  private static String refusal(String kind, RegionSignals signals) {
    return assertThrows(BadInput.class, () -> forecast(model(kind), signals)).getMessage();
  }

  @Test
  void aModelWithoutNamesTakesAnySignalsOfItsSize() {
    Path plain = path("unnamed");
    SampleModels.plain(plain, Variant.RELEASED, Precision.FLOAT, null);
    SampleModels.skip(path("unnamed_skip"), null);
    RegionSignals own = SampleModels.recording(20, 60);
    RegionSignals other = new RegionSignals(Regions.numbered("r", 4), own.values(), 0.7, "any");
    for (String kind : List.of("unnamed", "unnamed_skip")) {
      assertArrayEquals(forecast(model(kind), own), forecast(model(kind), other));
    }
  }

  @Test
  void theSkipModelComputesInEitherPrecisionAndByAnyMethod() {
    TrainedModel model = model("skip");
    assertEquals(Precision.FLOAT, model.precision());
    TrainedModel wide = model.with(new ModelChange(null, null, null, null, Precision.DOUBLE));
    TrainedModel fine = model.with(new ModelChange(12, 3, "rk4", 1.0, Precision.DOUBLE));
    RegionSignals signals = SampleModels.recording(20, 60);
    double[] narrow = flat(forecast(model, signals));
    double[] exact = flat(forecast(wide, signals));
    assertArrayEquals(narrow, exact, 1e-3);
    assertTrue(!Arrays.equals(narrow, exact));
    assertTrue(!Arrays.equals(exact, flat(forecast(fine, signals))));
    assertThrows(BadInput.class, () -> model.with(new ModelChange(20, null, null, null, null)));
    assertThrows(BadInput.class, () -> model.with(new ModelChange(null, 5, null, null, null)));
    assertThrows(BadInput.class, () -> model.with(new ModelChange(null, null, null, 2.0, null)));
  }

  private static double[] flat(double[][] values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
  }

  /** A file of the first release: its own JSON entry, names and interval only. */
  @Test
  void aSkipFileOfTheFirstReleaseIsRead() throws Exception {
    Map<String, NpyArray> arrays = new LinkedHashMap<>(Npz.read(path("skip")));
    arrays.remove("braindyn");
    arrays.put(
        "json",
        NpyArray.of(
            "{\"kind\":\"BrainDyn beside a linear skip\",\"regions\":[\"A_L\",\"A_R\",\"B_L\","
                + "\"B_R\"],\"interval\":2.0,\"context\":12,\"horizon\":3,\"average\":true,"
                + "\"linear\":true,\"descriptors\":true,\"coupling\":\"SHEAF\",\"hidden\":32,"
                + "\"maps\":8,\"width\":32,\"state\":3,\"embedding\":8,\"method\":\"midpoint\","
                + "\"members\":2}"));
    Npz.write(path("old"), arrays);
    TrainedModel old = model("old");
    assertEquals(SampleModels.REGIONS.names(), old.provenance().data().regions().names());
    assertEquals(2, old.provenance().data().interval());
    RegionSignals signals = SampleModels.recording(20, 60);
    assertArrayEquals(forecast(model("skip"), signals), forecast(old, signals));
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "skip"})
  void aFileCutAnywhereIsRefused(String kind) throws Exception {
    byte[] whole = Files.readAllBytes(path(kind));
    for (int part = 0; part < 20; part++) {
      File cut = folder.resolve("cut.npz").toFile();
      Files.write(cut.toPath(), Arrays.copyOf(whole, whole.length * part / 20));
      String message = assertThrows(BadInput.class, () -> ModelKinds.read(cut)).getMessage();
      assertTrue(message.contains("cut.npz"), message);
    }
  }

  /** Refused, or damaged only where a zip repeats itself (names, times): then nothing changes. */
  @ParameterizedTest
  @ValueSource(strings = {"released", "skip"})
  void aDamagedFileIsRefusedOrGivesTheSameNumbers(String kind) throws Exception {
    byte[] whole = Files.readAllBytes(path(kind));
    Map<String, NpyArray> right = Npz.read(path(kind));
    File damaged = folder.resolve("damaged.npz").toFile();
    int refused = 0;
    for (int part = 0; part < 20; part++) {
      byte[] bytes = whole.clone();
      int at = whole.length * part / 20;
      for (int i = at; i < Math.min(whole.length, at + 40); i++) {
        bytes[i] ^= (byte) (0x5a + i);
      }
      Files.write(damaged.toPath(), bytes);
      try {
        ModelKinds.read(damaged).close();
      } catch (BadInput e) {
        assertTrue(e.getMessage().contains("damaged"), e.getMessage());
        refused++;
        continue;
      }
      Map<String, NpyArray> read = Npz.read(damaged.toPath());
      assertEquals(right.keySet(), read.keySet());
      right.forEach(
          (name, array) -> {
            assertEquals(array.text(), read.get(name).text(), name);
            if (array.text() == null) {
              assertArrayEquals(array.numbers(), read.get(name).numbers(), name);
            }
          });
    }
    assertTrue(refused >= 15, refused + " of 20 refused");
  }

  @Test
  void anotherFileIsRefusedByName() throws Exception {
    Path text = folder.resolve("notes.npz");
    Files.writeString(text, "no model at all");
    assertTrue(message(text).contains("is not an .npz file"));
    Path foreign = folder.resolve("foreign.npz");
    Npz.write(foreign, Map.of("x", NpyArray.of(new double[] {1}, 1)));
    assertTrue(message(foreign).contains("holds no model"));
    assertTrue(message(folder.resolve("none.npz")).contains("there is no such file"));
    Map<String, NpyArray> arrays = new LinkedHashMap<>(Npz.read(path("skip")));
    for (String name : List.of("linear", "descriptor_centre", "source", "member_1", "braindyn")) {
      Map<String, NpyArray> less = new LinkedHashMap<>(arrays);
      less.remove(name);
      Npz.write(foreign, less);
      message(foreign);
      less.put(name, NpyArray.of(new double[] {1e9, Double.NaN}, 2));
      Npz.write(foreign, less);
      message(foreign);
    }
  }

  private static String message(Path file) {
    return assertThrows(BadInput.class, () -> ModelKinds.read(file.toFile())).getMessage();
  }

  @Test
  void namesThatAreNotTheArraysAreRefused() {
    Regions three = Regions.numbered("r", 3);
    SampleModels.plain(path("three"), Variant.RELEASED, Precision.FLOAT, three);
    SampleModels.skip(path("three_skip"), three);
    assertTrue(message(path("three")).contains("names 3 regions, but its arrays are of 4"));
    assertTrue(message(path("three_skip")).contains("names 3 regions, but its arrays are of 4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"released", "skip"})
  void aForecastingModelIsNoSeizureDetector(String kind) {
    RegionSignals signals = SampleModels.recording(20, 60);
    String message =
        assertThrows(BadInput.class, () -> DetectorFile.read(path(kind), signals)).getMessage();
    assertTrue(message.contains("is a forecasting model, not a seizure detector"), message);
  }

  @Test
  void theKindsAreTold() {
    assertEquals("linear skip", model("skip").kind().name());
    assertEquals("BrainDyn + linear skip", model("skip").title());
    assertEquals("released", model("released").kind().name());
    assertEquals("continuous", model("continuous").kind().name());
    assertEquals(List.of("p0", "p1"), model("released").provenance().more().get("people"));
  }
}
