package org.braindyn.masked.network;

import org.braindyn.data.Seed;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.token.Layout;

/** Starting values of parameters. */
public final class Initialisation {
  private static final double SMALL = 0.02;

  private Initialisation() {}

  /**
   * Our start: linear maps normal with variance 1 / inputs, so that signal, place and time come in
   * with like weight (as released, .4 % of the encoder's input is signal); biases 0; tokens and
   * vectors of regions normal with deviation .02; the last layer 0 where the network is anchored,
   * so that it begins at the linear estimate.
   */
  public static Vec own(RegionNetwork network, Kernel kernel, Seed seed) {
    Layout layout = network.layout();
    Vec values = kernel.vec(layout.size());
    for (String name : layout.names()) {
      int[] shape = layout.shape(name);
      boolean last = name.startsWith(RegionNetwork.LAST);
      if (norm(name)) {
        values.fill(layout.at(name), layout.at(name) + shape[0], 1);
      } else if (name.endsWith(".weight") && !(last && network.settings().style().anchored())) {
        normal(values, layout, name, seed, 1 / Math.sqrt(Layout.count(shape) / shape[0]));
      } else if (!name.endsWith(".bias") && !name.endsWith(".weight")) {
        normal(values, layout, name, seed, SMALL);
      }
    }
    return values;
  }

  /**
   * The released start: encoder normal with deviation .02, linear maps of the decoder uniform after
   * Xavier, its convolutions uniform within one over the root of the taps.
   */
  public static Vec released(MaskedNetwork network, Kernel kernel, Seed seed) {
    Layout layout = network.layout();
    Vec values = kernel.vec(layout.size());
    for (String name : layout.names()) {
      int[] shape = layout.shape(name);
      if (norm(name)) {
        values.fill(layout.at(name), layout.at(name) + shape[0], 1);
      } else if (name.endsWith("conv.weight") && name.startsWith("decoder")) {
        uniform(values, layout, name, seed, 1 / Math.sqrt(shape[2]));
      } else if (name.endsWith(".weight") && name.startsWith("decoder")) {
        int in = Layout.count(shape) / shape[0];
        uniform(values, layout, name, seed, Math.sqrt(6.0 / (in + shape[0])));
      } else if (!name.endsWith(".bias")) {
        normal(values, layout, name, seed, SMALL);
      }
    }
    return values;
  }

  private static boolean norm(String name) {
    return name.matches("(?i).*(layernorm|decoder_norm)[a-z_]*\\.weight");
  }

  private static void normal(Vec values, Layout layout, String name, Seed seed, double deviation) {
    Seed.Stream stream = seed.stream("initialisation " + name);
    int n = Layout.count(layout.shape(name));
    for (int i = 0; i < n; i++) {
      values.set(layout.at(name) + i, deviation * stream.gaussian());
    }
  }

  private static void uniform(Vec values, Layout layout, String name, Seed seed, double bound) {
    Seed.Stream stream = seed.stream("initialisation " + name);
    int n = Layout.count(layout.shape(name));
    for (int i = 0; i < n; i++) {
      values.set(layout.at(name) + i, stream.uniform(-bound, bound));
    }
  }
}
