package org.braindyn.io.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.SignalBatch;
import org.braindyn.graph.BrainGraph;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.Golden;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.Names;
import org.braindyn.model.parameter.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
  @TempDir Path folder;

  private static BrainDyn small(Precision precision) {
    ModelSettings settings =
        ModelSettings.builder(3)
            .hidden(4)
            .maps(2)
            .width(5)
            .context(4)
            .horizon(3)
            .variant(Variant.CONTINUOUS)
            .precision(precision)
            .build();
    BrainGraph graph =
        new BrainGraph(3, new int[] {0, 2}, new int[] {1, 0}, new double[] {0.5, -1});
    return BrainDyn.create(settings, graph, Seed.of(7));
  }

  private static final ModelInfo INFO =
      new ModelInfo(
          Regions.named(List.of("V1", "µ \"x\"", "S1")),
          0.72,
          "context",
          Long.MAX_VALUE,
          "0.1.0",
          Map.of("a.nii", "00ff"),
          Map.of("epochs", 3.0));

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT", "DOUBLE"})
  void comesBackAsItWas(Precision precision) throws IOException {
    Path file = folder.resolve("model.npz");
    SignalBatch context = new SignalBatch(2, 3, 4);
    context.set(1, 2, 3, 0.25);
    try (BrainDyn model = small(precision)) {
      ModelFile.write(file, model, INFO);
      StoredModel stored = ModelFile.read(file);
      assertEquals(model.settings(), stored.settings());
      assertEquals(INFO.regions().names(), stored.info().regions().names());
      assertEquals(INFO.seed(), stored.info().seed());
      assertEquals(INFO.interval(), stored.info().interval());
      assertEquals(INFO.recipe(), stored.info().recipe());
      assertArrayEquals(model.graph().weight(), stored.graph().weight());
      try (BrainDyn again = stored.open()) {
        assertArrayEquals(model.forecast(context, 5).values(), again.forecast(context, 5).values());
      }
      Path second = folder.resolve("again.npz");
      ModelFile.write(second, model, INFO);
      assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(second));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_directed",
        "b_undirected",
        "c_two_signals_two_layers",
        "d_no_lstm",
        "e_rollout"
      })
  void readsWhatNumPySaved(String golden) throws IOException {
    StoredModel stored = ModelFile.read(Golden.path(golden));
    ModelSettings expected = Golden.read(golden).settings("rk4", Precision.FLOAT);
    assertEquals(expected, stored.settings());
  }

  @Test
  void withoutPrefixOrSettingsShapesDecide() throws IOException {
    Map<String, NpyArray> bare = stateDict();
    Path file = folder.resolve("bare.npz");
    Npz.write(file, bare);
    ModelSettings settings = ModelFile.read(file).settings();
    assertEquals(7, settings.regions());
    assertEquals(2, settings.signals());
    assertEquals(2, settings.lstmLayers());
    assertEquals(30, settings.context());
  }

  private static Map<String, NpyArray> stateDict() throws IOException {
    Map<String, NpyArray> bare = new LinkedHashMap<>();
    Npz.read(Golden.path("c_two_signals_two_layers"))
        .forEach(
            (k, v) -> {
              if (k.startsWith("param/")) {
                bare.put(k.substring(6), v);
              } else if (k.equals("edge_index")) {
                bare.put(k, v);
              }
            });
    return bare;
  }

  private String refusal(Map<String, NpyArray> arrays) throws IOException {
    Path file = folder.resolve("bad.npz");
    Npz.write(file, arrays);
    return assertThrows(BadInput.class, () -> ModelFile.read(file)).getMessage();
  }

  @Test
  void missingArray() throws IOException {
    Map<String, NpyArray> arrays = stateDict();
    arrays.remove(Names.SOURCE_GATES);
    assertTrue(refusal(arrays).contains(Names.SOURCE_GATES));
  }

  @Test
  void extraArray() throws IOException {
    Map<String, NpyArray> arrays = stateDict();
    arrays.put("dynamics.surplus", NpyArray.of(new double[1], 1));
    assertTrue(refusal(arrays).contains("dynamics.surplus"));
  }

  @Test
  void shapesThatDisagree() throws IOException {
    Map<String, NpyArray> arrays = stateDict();
    arrays.put(Names.field(1, "bias"), NpyArray.of(new double[3], 3));
    assertTrue(refusal(arrays).contains(Names.field(1, "bias")));
  }

  @Test
  void edgeToARegionThatIsNotThere() throws IOException {
    Map<String, NpyArray> arrays = stateDict();
    arrays.put("edge_index", NpyArray.ofIntegers(new double[] {0, 7}, 2, 1));
    assertTrue(refusal(arrays).contains("region 7"));
  }

  @Test
  void noGraphAndNoModel() throws IOException {
    Map<String, NpyArray> arrays = stateDict();
    arrays.remove("edge_index");
    assertTrue(refusal(arrays).contains("edge_index"));
    assertTrue(refusal(Map.of("x", NpyArray.of(new double[1], 1))).contains("no model"));
  }

  @Test
  void damagedFile() throws IOException {
    Path file = folder.resolve("cut.npz");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThrows(BadInput.class, () -> ModelFile.read(file));
    assertThrows(BadInput.class, () -> ModelFile.read(folder.resolve("none.npz")));
  }
}
