package org.braindyn.models;

import static org.braindyn.model.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.model.Golden;
import org.braindyn.signal.ContextNormalisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model file run on a signals file, as documented, against the released implementation. */
class ForecastFileTest {
  @TempDir Path folder;

  private NpyArray run(String... options) throws IOException {
    ForecastFile.of(options).run(Progress.NONE);
    return Npy.read(folder.resolve("out.npy"));
  }

  private String output() {
    return "output=" + folder.resolve("out.npy");
  }

  @ParameterizedTest
  @CsvSource({
    "a_directed,rk4",
    "b_undirected,euler",
    "c_two_signals_two_layers,midpoint",
    "d_no_lstm,rk4",
    "e_rollout,rk4"
  })
  void windowsOfGoldenFiles(String file, String method) throws IOException {
    Golden golden = Golden.read(file);
    SignalBatch expected = golden.stepsFirst("f64/" + method + "/x_pred");
    String model = "model=" + Golden.path(file);
    String signals = "signals=" + Golden.path(file);
    String horizon = "horizon=" + expected.steps();
    NpyArray out =
        run(
            model,
            signals,
            horizon,
            "method=" + method,
            "precision=double",
            "normalise=none",
            output());
    assertClose(expected.values(), out.numbers(), 1e-12, file);
    int[] shape = {expected.windows(), expected.regions(), expected.steps(), expected.signals()};
    assertArrayEquals(shape, out.shape());
  }

  @Test
  void longForecastsRunInTheFilesChunks() throws IOException {
    Golden golden = Golden.read("e_rollout");
    String file = Golden.path("e_rollout").toString();
    NpyArray out =
        run("model=" + file, "signals=" + file, "horizon=11", "precision=double", output());
    assertClose(golden.stepsFirst("f64/rollout/x_pred").values(), out.numbers(), 1e-10, "rollout");
  }

  /** A bare state_dict, the graph apart, and one region x time matrix longer than the context. */
  @Test
  void bareStateDictAndMatrix() throws IOException {
    Golden golden = Golden.read("a_directed");
    Map<String, NpyArray> bare = new LinkedHashMap<>();
    Npz.read(Golden.path("a_directed"))
        .forEach(
            (name, array) -> {
              if (name.startsWith("param/")) {
                bare.put(name.substring(6), array);
              }
            });
    Path model = folder.resolve("state.npz");
    Npz.write(model, bare);
    Path graph = folder.resolve("edges.npy");
    Npy.write(graph, golden.array("edge_index"));
    SignalBatch window = golden.batch("x_history").slice(1, 2);
    double[] longer = new double[5 * 9];
    Arrays.fill(longer, 77);
    for (int n = 0; n < 5; n++) {
      System.arraycopy(window.values(), n * 6, longer, n * 9 + 3, 6);
    }
    Path signals = folder.resolve("signals.npy");
    Npy.write(signals, NpyArray.of(longer, 5, 9));
    NpyArray out =
        run(
            "model=" + model,
            "signals=" + signals,
            "graph=" + graph,
            "context=6",
            "horizon=4",
            "precision=double",
            output());
    double[] expected = golden.stepsFirst("f64/rk4/x_pred").slice(1, 2).values();
    assertClose(expected, out.numbers(), 1e-12, "bare");
    assertArrayEquals(new int[] {5, 4}, out.shape());
    Path text = folder.resolve("signals.csv");
    StringBuilder csv = new StringBuilder();
    for (int n = 0; n < 5; n++) {
      for (int t = 0; t < 9; t++) {
        csv.append(t > 0 ? "," : "").append(longer[n * 9 + t]);
      }
      csv.append("\n");
    }
    Files.writeString(text, csv);
    NpyArray fromText =
        run(
            "model=" + model,
            "signals=" + text,
            "graph=" + graph,
            "context=6",
            "horizon=4",
            "precision=double",
            output());
    assertArrayEquals(out.numbers(), fromText.numbers());
  }

  @Test
  void normalisesByTheContextAndBack() throws IOException {
    String file = Golden.path("b_undirected").toString();
    Golden golden = Golden.read("b_undirected");
    SignalBatch context = golden.batch("x_history");
    ContextNormalisation norm = ContextNormalisation.of(context);
    Path signals = folder.resolve("z.npy");
    Npy.write(signals, NpyArray.of(norm.normalise(context).values(), 3, 12, 30, 1));
    NpyArray plain = run("model=" + file, "signals=" + signals, "precision=double", output());
    SignalBatch z = new SignalBatch(3, 12, 10, 1, plain.numbers());
    NpyArray scaled =
        run("model=" + file, "signals=" + file, "normalise=context", "precision=double", output());
    assertClose(norm.restore(z).values(), scaled.numbers(), 1e-12, "normalised");
  }

  @Test
  void whatCannotBe() {
    String file = Golden.path("a_directed").toString();
    refused("horizon", "model=" + file, "signals=" + file, "horizon=0", output());
    refused("method", "model=" + file, "signals=" + file, "method=rk5", output());
    refused("fewer than the context", "model=" + file, "signals=" + file, "context=7", output());
    refused("dt", "model=" + file, "signals=" + file, "dt=0", output());
    refused("colour", "model=" + file, "signals=" + file, "colour=red", output());
    refused("output", "model=" + file, "signals=" + file);
    refused("no file", "model=" + file, "signals=none.npy", output());
    String other = Golden.path("b_undirected").toString();
    refused("5 with 1", "model=" + file, "signals=" + other, output());
    refused("no known format", "model=" + file, "signals=" + file, "output=" + folder + "/out.xyz");
    assertFalse(Files.exists(folder.resolve("out.npy")));
    assertEquals(0, folder.toFile().list().length);
  }

  private void refused(String said, String... options) {
    BadInput error =
        assertThrows(BadInput.class, () -> ForecastFile.of(options).run(Progress.NONE));
    assertTrue(error.getMessage().contains(said), error.getMessage());
  }

  @Test
  void theCaseOfAnEndingDoesNotCount() throws IOException {
    Golden golden = Golden.read("a_directed");
    Path signals = Files.copy(Golden.path("a_directed"), folder.resolve("SIGNALS.NPZ"));
    Path out = folder.resolve("F.NPY");
    String model = "model=" + Golden.path("a_directed");
    ForecastFile.of(model, "signals=" + signals, "horizon=2", "normalise=none", "output=" + out)
        .run(Progress.NONE);
    NpyArray read = Npy.read(out);
    assertEquals(golden.stepsFirst("f64/rk4/x_pred").regions(), read.shape()[1]);
    Path arrays = folder.resolve("F.NPZ");
    ForecastFile.of(model, "signals=" + signals, "horizon=2", "normalise=none", "output=" + arrays)
        .run(Progress.NONE);
    assertArrayEquals(read.numbers(), Npz.read(arrays).get("forecast").numbers());
  }
}
