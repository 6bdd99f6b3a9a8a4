package org.braindyn.masked.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.Loss;
import org.braindyn.masked.network.MaskedNetwork;
import org.braindyn.masked.network.Probe;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/** Collects what {@link MaskedFile} writes. */
final class MaskedOutput {
  private final MaskedInput input;
  private final List<double[]> predictions = new ArrayList<>();
  private final List<double[]> masks = new ArrayList<>();
  private final List<double[]> scans = new ArrayList<>();
  private double error;
  private double count;

  MaskedOutput(MaskedInput input) {
    this.input = input;
  }

  void add(Team team, Vec parameters, List<Window> windows) {
    MaskedNetwork network = input.loaded().network();
    MaskedNetwork.Encoded encoded = network.encode(team, parameters, windows, Probe.NONE);
    MaskedNetwork.Decoded decoded = network.decode(team, parameters, encoded, Probe.NONE);
    for (int w = 0; w < windows.size(); w++) {
      Window window = windows.get(w);
      double[] hidden = network.hidden(window);
      double[] prediction = decoded.prediction()[w];
      predictions.add(prediction);
      masks.add(hidden);
      scans.add(scan(encoded.latent()[w]));
      for (int i = 0; i < hidden.length; i++) {
        if (hidden[i] != 0) {
          double e = prediction[i] - window.signals()[i];
          error += input.loaded().loss() == Loss.SQUARED ? e * e : Math.abs(e);
          count++;
        }
      }
    }
  }

  private static double[] scan(TokenMatrix latent) {
    double[] scan = new double[latent.width()];
    for (int i = 0; i < scan.length; i++) {
      scan[i] = latent.get(0, i);
    }
    return scan;
  }

  /** The arrays; of the region family by patch, of the image family by sample. */
  Map<String, NpyArray> arrays(boolean single) {
    Window first = input.windows().get(0);
    int windows = input.windows().size();
    int patch = input.loaded().patch();
    int patches = patch == 0 ? 0 : first.samples() / patch;
    int[] shape =
        patch == 0
            ? new int[] {windows, first.regions(), first.samples()}
            : new int[] {windows, first.regions(), patches, patch};
    int[] maskShape = patch == 0 ? shape : new int[] {windows, first.regions(), patches};
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("logits", array(single, join(predictions, 1), shape));
    arrays.put("mask", array(single, join(masks, Math.max(1, patch)), maskShape));
    arrays.put("cls", array(single, join(scans, 1), windows, scans.get(0).length));
    arrays.put("loss", NpyArray.of(new double[] {error / count}));
    return arrays;
  }

  private static NpyArray array(boolean single, double[] values, int... shape) {
    return single ? NpyArray.ofFloats(values, shape) : NpyArray.of(values, shape);
  }

  /** Every step-th value of all parts. */
  private static double[] join(List<double[]> parts, int step) {
    int size = parts.get(0).length / step;
    double[] all = new double[parts.size() * size];
    for (int i = 0; i < all.length; i++) {
      all[i] = parts.get(i / size)[i % size * step];
    }
    return all;
  }
}
