package org.braindyn.masked;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.file.ReleasedConfig;
import org.braindyn.masked.network.BatchStep;
import org.braindyn.masked.network.ImageNetwork;
import org.braindyn.masked.network.ImageSettings;
import org.braindyn.masked.network.Loss;
import org.braindyn.masked.network.MaskedNetwork;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.train.AdamKind;
import org.braindyn.masked.train.AdamW;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five steps of both optimisers against the released classes and PyTorch. */
@Tag("real-data")
class OptimiserGoldenTest {
  @ParameterizedTest
  @CsvSource({
    "a_softmax_ratio20.npz,TORCH,torch_adamw",
    "a_softmax_ratio20.npz,RELEASED,hf_adamw",
    "b_softmax_ratio75_mae_tanh.npz,TORCH,torch_adamw",
    "b_softmax_ratio75_mae_tanh.npz,RELEASED,hf_adamw",
    "c_nystrom.npz,TORCH,torch_adamw",
    "c_nystrom.npz,RELEASED,hf_adamw"
  })
  void fiveStepsOfTheOriginal(String file, AdamKind kind, String prefix) throws IOException {
    Golden golden = Golden.read(file);
    RegionSettings settings = ReleasedConfig.parse(golden.text("config"), file).regions();
    RegionNetwork network = new RegionNetwork(settings, golden.get("pe"), golden.get("pe"));
    int[] shape = golden.shape("signal_vectors");
    List<Window> windows = new ArrayList<>();
    for (int w = 0; w < shape[0]; w++) {
      double[] u = golden.part("noise", w);
      int[] kept = Masking.byNoise(u, Masking.keep(u.length, settings.ratio()));
      double[] x = golden.part("signal_vectors", w);
      windows.add(Window.of(shape[1], shape[2], x, golden.part("xyz_vectors", w), kept));
    }
    steps(golden, network, settings.loss(), windows, kind, prefix);
  }

  @ParameterizedTest
  @CsvSource({"TORCH,torch_adamw", "RELEASED,hf_adamw"})
  void fiveStepsOfTheImageFamily(AdamKind kind, String prefix) throws IOException {
    Golden golden = Golden.read("e_vit_padded.npz");
    ImageSettings settings = ReleasedConfig.parse(golden.text("config"), "e").image(48);
    ImageNetwork network =
        new ImageNetwork(settings, golden.get("pos/encoder"), golden.get("pos/decoder"));
    int[] shape = golden.shape("image");
    List<Window> windows = new ArrayList<>();
    for (int w = 0; w < shape[0]; w++) {
      double[] u = golden.part("auto_encode_0.75/noise", w);
      int[] kept = Masking.byNoise(u, Masking.keep(u.length, 0.75));
      windows.add(Window.of(shape[2], shape[3], golden.part("image", w), null, kept));
    }
    steps(golden, network, Loss.SQUARED, windows, kind, "auto_encode_0.75/" + prefix);
  }

  private static void steps(
      Golden golden,
      MaskedNetwork network,
      Loss loss,
      List<Window> windows,
      AdamKind kind,
      String prefix) {
    double[] losses = golden.get(prefix + "/losses");
    double[] norms = golden.get(prefix + "/grad_norms");
    try (Team team = Golden.team(Precision.DOUBLE)) {
      Vec parameters = golden.parameters(network.layout(), team, "param/");
      BatchStep step = new BatchStep(network, team, loss);
      AdamW adam = new AdamW(network.layout(), kind, 0.05, 1, team);
      for (int i = 0; i < 5; i++) {
        Vec gradient = team.first().kernel().vec(network.layout().size());
        assertEquals(losses[i], step.run(parameters, windows, gradient), 1e-7, "loss " + i);
        double norm = adam.step(parameters, gradient, 1e-2);
        assertEquals(norms[i], norm, 1e-7 * Math.max(1, norms[i]), "norm " + i);
      }
      assertEquals(losses[5], step.run(parameters, windows, null), 1e-7, "loss 5");
    }
  }
}
