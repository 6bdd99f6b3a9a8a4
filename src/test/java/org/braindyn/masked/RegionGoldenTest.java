package org.braindyn.masked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.file.ReleasedConfig;
import org.braindyn.masked.network.BatchStep;
import org.braindyn.masked.network.MaskedNetwork;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.SineTable;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The original BrainLM against numbers of the released classes, stage by stage. */
@Tag("real-data")
class RegionGoldenTest {
  private static final String A = "a_softmax_ratio20.npz";
  private static final String B = "b_softmax_ratio75_mae_tanh.npz";
  private static final String C = "c_nystrom.npz";

  private final List<String> seen = new ArrayList<>();

  private record Case(Golden golden, RegionNetwork network, RegionSettings settings) {
    static Case read(String file) throws IOException {
      Golden golden = Golden.read(file);
      RegionSettings settings = ReleasedConfig.parse(golden.text("config"), file).regions();
      return new Case(
          golden, new RegionNetwork(settings, golden.get("pe"), golden.get("pe")), settings);
    }

    List<Window> windows(String noise) {
      int[] shape = golden.shape("signal_vectors");
      List<Window> windows = new ArrayList<>();
      for (int w = 0; w < shape[0]; w++) {
        double[] u = golden.part(noise, w);
        int[] kept = Masking.byNoise(u, Masking.keep(u.length, settings.ratio()));
        windows.add(
            Window.of(
                shape[1],
                shape[2],
                golden.part("signal_vectors", w),
                golden.part("xyz_vectors", w),
                kept));
      }
      return windows;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {A, B, C})
  void stagesLossAndGradientsInDouble(String file) throws IOException {
    check(Case.read(file), Precision.DOUBLE, 1e-10, 1e-10);
  }

  @ParameterizedTest
  @ValueSource(strings = {A, B, C})
  void stagesLossAndGradientsInFloat(String file) throws IOException {
    // coordinates in mm make scores of hundreds: single stages lose digits that the results regain
    check(Case.read(file), Precision.FLOAT, 2e-5, 1e-4);
  }

  private void check(Case c, Precision precision, double tolerance, double inside) {
    Golden golden = c.golden;
    try (Team team = Golden.team(precision)) {
      Vec parameters = golden.parameters(c.network.layout(), team, "param/");
      List<Window> windows = c.windows("noise");
      MaskedNetwork.Encoded encoded =
          c.network.encode(team, parameters, windows, golden.probe("", inside, seen));
      MaskedNetwork.Decoded decoded =
          c.network.decode(team, parameters, encoded, golden.probe("", inside, seen));
      for (int w = 0; w < windows.size(); w++) {
        Golden.assertArray(golden.part("logits", w), decoded.prediction()[w], tolerance, "logits");
        double[] cls = golden.part("cls", w);
        for (int i = 0; i < cls.length; i++) {
          assertEquals(cls[i], encoded.latent()[w].get(0, i), tolerance);
        }
        double[] mask = golden.part("mask", w);
        double[] hidden = c.network.hidden(windows.get(w));
        for (int i = 0; i < hidden.length; i++) {
          assertEquals(mask[i / c.settings.patch()], hidden[i]);
        }
      }
      Vec gradient = team.first().kernel().vec(c.network.layout().size());
      double loss =
          new BatchStep(c.network, team, c.settings.loss()).run(parameters, windows, gradient);
      assertEquals(golden.get("loss")[0], loss, tolerance);
      int arrays = golden.assertGradient(c.network.layout(), gradient, "grad/", inside);
      assertEquals(c.network.layout().names().size(), arrays);
    }
    for (String stage :
        new String[] {
          "embed/encoder_input",
          "encoder/layer_0_context",
          "encoder/layer_1",
          "encoder/layer_0_after_attention",
          "encoder/latent",
          "decoder/embed",
          "decoder/input",
          "decoder/layer_0",
          "decoder/norm"
        }) {
      assertTrue(seen.contains(stage), stage + " not seen");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {A, B, C})
  void allTokensBeforeMasking(String file) throws IOException {
    Case c = Case.read(file);
    try (Team team = Golden.team(Precision.DOUBLE)) {
      Vec parameters = c.golden.parameters(c.network.layout(), team, "param/");
      int[] shape = c.golden.shape("signal_vectors");
      int count = shape[1] * shape[2] / c.settings.patch();
      int[] all = Masking.visible(new boolean[count]);
      Window w =
          Window.of(
              shape[1],
              shape[2],
              c.golden.part("signal_vectors", 1),
              c.golden.part("xyz_vectors", 1),
              all);
      double[] expected = c.golden.part("embed/before_masking", 1);
      if (c.network.windowsMeet()) {
        return; // landmarks do not divide all tokens
      }
      c.network.encode(
          team,
          parameters,
          List.of(w),
          (stage, window, tokens) -> {
            if (stage.equals("embed/encoder_input")) {
              seen.add(stage);
              for (int i = 0; i < expected.length; i++) {
                int d = tokens.width();
                assertEquals(expected[i], tokens.get(1 + i / d, i % d), 1e-12);
              }
            }
          });
    }
    assertEquals(1, seen.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {A, B, C})
  void anotherOrderOfTheKeptTokensIsAnotherEmbedding(String file) throws IOException {
    Case c = Case.read(file);
    try (Team team = Golden.team(Precision.DOUBLE)) {
      Vec parameters = c.golden.parameters(c.network.layout(), team, "param/");
      List<Window> windows = c.windows("kept_reversed/noise");
      BatchStep step = new BatchStep(c.network, team, c.settings.loss());
      assertEquals(
          c.golden.get("kept_reversed/loss")[0], step.run(parameters, windows, null), 1e-10);
      assertNotEquals(c.golden.get("loss")[0], step.run(parameters, windows, null), 1e-6);
    }
  }

  @ParameterizedTest
  @CsvSource({A + ",4", B + ",10"})
  void timeTable(String file, int patches) throws IOException {
    Case c = Case.read(file);
    double[] table = SineTable.released(patches, c.settings.encoder().width());
    Golden.assertArray(c.golden.get("pe"), table, 6e-8, "pe");
  }
}
