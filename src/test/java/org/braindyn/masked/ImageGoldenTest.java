package org.braindyn.masked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Precision;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.file.ReleasedConfig;
import org.braindyn.masked.network.BatchStep;
import org.braindyn.masked.network.ImageMasking;
import org.braindyn.masked.network.ImageNetwork;
import org.braindyn.masked.network.ImageSettings;
import org.braindyn.masked.network.Loss;
import org.braindyn.masked.network.MaskedNetwork;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.PredictionHead;
import org.braindyn.masked.network.SineTable;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The released image family and its prediction head against numbers of the released classes. */
@Tag("real-data")
class ImageGoldenTest {
  private static final String E = "e_vit_padded.npz";
  private static final String F = "f_prediction_head.npz";

  private static ImageSettings settings(Golden golden) {
    int side = (int) golden.get("resize_target_size")[0];
    return ReleasedConfig.parse(golden.text("config"), E).image(side);
  }

  private static List<Window> windows(Golden golden, String mode, ImageSettings settings) {
    int[] shape = golden.shape("image");
    ImageMasking end = new ImageMasking(settings, shape[3]);
    String[] words = mode.split("_(?=[0-9])");
    double ratio = Double.parseDouble(words[1]);
    List<Window> windows = new ArrayList<>();
    for (int w = 0; w < shape[0]; w++) {
      double[] image = golden.part("image", w);
      int[] kept;
      int blank = 0;
      if (words[0].equals("auto_encode")) {
        double[] u = golden.part(mode + "/noise", w);
        kept = Masking.byNoise(u, Masking.keep(u.length, ratio));
      } else {
        double[] ranks = golden.part(mode + "/ids_restore", w);
        int[] ours = words[0].equals("predict_last") ? end.last(ratio) : end.lastPixels(ratio);
        kept = Masking.byNoise(ranks, ours.length);
        Golden.assertArray(doubles(ours), doubles(Masking.natural(kept)), 0, "kept");
        blank = words[0].equals("predict_last") ? 0 : end.blank(ratio);
      }
      windows.add(new Window(shape[2], shape[3], image, null, kept, blank, null, null, null));
    }
    return windows;
  }

  private static double[] doubles(int[] values) {
    return java.util.Arrays.stream(values).asDoubleStream().toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "auto_encode_0.75,DOUBLE,1e-10",
    "auto_encode_0.2,DOUBLE,1e-10",
    "predict_last_0.2,DOUBLE,1e-10",
    "predict_last_pixel_0.2,DOUBLE,1e-10",
    "predict_last_pixel_0.45,DOUBLE,1e-10",
    "auto_encode_0.75,FLOAT,2e-5",
    "predict_last_pixel_0.45,FLOAT,2e-5"
  })
  void modes(String mode, Precision precision, double tolerance) throws IOException {
    Golden golden = Golden.read(E);
    ImageSettings settings = settings(golden);
    ImageNetwork network =
        new ImageNetwork(settings, golden.get("pos/encoder"), golden.get("pos/decoder"));
    List<Window> windows = windows(golden, mode, settings);
    List<String> seen = new ArrayList<>();
    try (Team team = Golden.team(precision)) {
      Vec parameters = golden.parameters(network.layout(), team, "param/");
      var probe = golden.probe(mode + "/", tolerance, seen);
      MaskedNetwork.Encoded encoded = network.encode(team, parameters, windows, probe);
      MaskedNetwork.Decoded decoded = network.decode(team, parameters, encoded, probe);
      for (int w = 0; w < windows.size(); w++) {
        String at = mode + "/logits";
        Golden.assertArray(golden.part(at, w), decoded.prediction()[w], tolerance, at);
        double[] hidden = network.hidden(windows.get(w));
        Golden.assertArray(golden.part(mode + "/mask", w), hidden, 0, "mask");
      }
      Vec gradient = team.first().kernel().vec(network.layout().size());
      BatchStep step = new BatchStep(network, team, Loss.SQUARED);
      double loss = step.run(parameters, windows, gradient);
      assertEquals(golden.get(mode + "/loss")[0], loss, tolerance);
      // these gradients were stored in float
      int arrays =
          golden.assertGradient(network.layout(), gradient, mode + "/grad/", 1e-7 + tolerance);
      assertEquals(mode.equals("auto_encode_0.75") ? network.layout().names().size() : 0, arrays);
    }
    assertTrue(seen.containsAll(List.of("embed/encoder_input", "encoder/layer_1")), "" + seen);
    assertTrue(seen.containsAll(List.of("encoder/latent", "decoder/input")), "" + seen);
  }

  @Test
  void positionTables() throws IOException {
    Golden golden = Golden.read(E);
    Golden.assertArray(golden.get("pos/encoder"), SineTable.image(3, 12), 0, "encoder");
    Golden.assertArray(golden.get("pos/decoder"), SineTable.image(3, 8), 0, "decoder");
  }

  @ParameterizedTest
  @CsvSource({
    "mse,false,false,SQUARED,0.2",
    "mse_mean_pooling,true,false,SQUARED,0.2",
    "mae_sigmoid,false,true,ABSOLUTE,0.2",
    "bce_pos_weight_3,false,false,CROSS_ENTROPY,0.2",
    "mse_no_mask,false,false,SQUARED,0"
  })
  void head(String name, boolean mean, boolean sigmoid, PredictionHead.Target target, double ratio)
      throws IOException {
    Golden golden = Golden.read(F);
    ImageSettings settings = settings(golden);
    ImageNetwork network = new ImageNetwork(settings, SineTable.image(3, 12), null);
    PredictionHead head =
        new PredictionHead(network, 12, new PredictionHead.Settings(mean, sigmoid, target, 3));
    int[] shape = golden.shape("image");
    List<Window> windows = new ArrayList<>();
    for (int w = 0; w < shape[0]; w++) {
      double[] u = golden.part("noise", w);
      int[] kept = Masking.byNoise(u, Masking.keep(u.length, ratio));
      windows.add(Window.of(shape[2], shape[3], golden.part("image", w), null, kept));
    }
    boolean binary = target == PredictionHead.Target.CROSS_ENTROPY;
    double[] labels = golden.get(binary ? "binary_labels" : "labels");
    try (Team team = Golden.team(Precision.DOUBLE)) {
      Vec parameters = golden.parameters(network.layout(), team, "param/");
      Vec gradient = team.first().kernel().vec(network.layout().size());
      double tolerance = 1e-10;
      assertEquals(
          golden.get(name + "/loss")[0],
          head.run(team, parameters, windows, labels, gradient),
          tolerance);
      Golden.assertArray(
          golden.get(name + "/logits"),
          head.predict(team, parameters, windows),
          tolerance,
          "logits");
      int arrays = golden.assertGradient(network.layout(), gradient, name + "/grad/", tolerance);
      assertEquals(7, arrays);
    }
  }
}
