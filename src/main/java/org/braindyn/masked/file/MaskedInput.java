package org.braindyn.masked.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.masked.network.ImageMasking;
import org.braindyn.masked.network.ImageNetwork;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.Window;

/**
 * What {@link MaskedFile} computes on.
 *
 * @param loaded the network
 * @param windows windows with their masks
 */
record MaskedInput(LoadedNetwork loaded, List<Window> windows) {
  /** Coordinates in mm are divided by this for our own networks. */
  private static final double MILLIMETRES = 100;

  static MaskedInput read(MaskedOptions options) throws IOException {
    Frame signals = Frame.of(array(options, "signals"));
    Path config = options.has("config") ? options.path("config") : null;
    LoadedNetwork loaded =
        LoadedNetwork.read(options.path("weights"), config, signals.regions, signals.samples);
    NpyArray positions = options.has("coordinates") ? array(options, "coordinates") : null;
    NpyArray anchor = options.has("anchor") ? array(options, "anchor") : null;
    if (anchor != null) {
      checkSize("anchor", anchor, signals.windows * signals.size());
    }
    if (options.has("regions")) {
      StoredRegions.checkNames(loaded.metadata(), names(options), options.path("weights"));
    }
    if (positions != null && loaded.own()) {
      StoredRegions.checkCoordinates(
          loaded.metadata(), positions.numbers(), options.path("weights"));
    }
    List<Window> windows = new ArrayList<>();
    for (int w = 0; w < signals.windows; w++) {
      double[] places = positions(loaded, positions, signals, w);
      double[] x = Frame.part(signals.array, w, signals.size());
      double[] estimate = anchor == null ? null : Frame.part(anchor, w, signals.size());
      Window bare =
          new Window(
              signals.regions, signals.samples, x, places, new int[0], 0, estimate, null, null);
      windows.add(masked(options, loaded, bare, w));
    }
    return new MaskedInput(loaded, windows);
  }

  private static List<String> names(MaskedOptions options) throws IOException {
    Path file = options.path("regions");
    if (!Files.isRegularFile(file)) {
      throw new BadInput("regions=" + file + ": there is no such file.");
    }
    return Files.readAllLines(file).stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  private static NpyArray array(MaskedOptions options, String key) throws IOException {
    Path file = options.path(key);
    if (!Files.isRegularFile(file)) {
      throw new BadInput(key + "=" + file + ": there is no such file.");
    }
    NpyArray array = Npy.read(file);
    if (array.numbers() == null) {
      throw new BadInput(key + "=" + file + " holds no numbers.");
    }
    for (double v : array.numbers()) {
      if (!Double.isFinite(v)) {
        throw new BadInput(key + "=" + file + " holds " + v + ". Fill or leave out such values.");
      }
    }
    return array;
  }

  /**
   * Windows [window, region, time]; [region, time] is one window, [window, 1, region, time] too.
   */
  private record Frame(NpyArray array, int windows, int regions, int samples) {
    static Frame of(NpyArray array) {
      int[] s = array.shape();
      int n = s.length;
      boolean image = n == 4 && s[1] == 1;
      if (n != 2 && n != 3 && !image || array.size() == 0) {
        throw new BadInput(
            "signals has shape "
                + Arrays.toString(s)
                + ". It must be [window, region, time] or [region, time].");
      }
      return new Frame(array, n == 2 ? 1 : s[0], s[n - 2], s[n - 1]);
    }

    int size() {
      return regions * samples;
    }

    static double[] part(NpyArray array, int w, int size) {
      return Arrays.copyOfRange(array.numbers(), w * size, (w + 1) * size);
    }
  }

  private static void checkSize(String key, NpyArray array, long wanted) {
    if (array.size() != wanted) {
      throw new BadInput(
          String.format(
              "%s has shape %s, that is %d values. The signals need %d.",
              key, Arrays.toString(array.shape()), array.size(), wanted));
    }
  }

  private static double[] positions(
      LoadedNetwork loaded, NpyArray positions, Frame signals, int w) {
    if (loaded.features() == 0) {
      return null;
    }
    if (positions == null) {
      throw new BadInput("The option coordinates=FILE.npy is missing: this network needs them.");
    }
    int size = signals.regions * loaded.features();
    boolean shared = positions.size() == size;
    if (!shared) {
      checkSize("coordinates", positions, (long) signals.windows * size);
    }
    double[] places = Frame.part(positions, shared ? 0 : w, size);
    boolean scale = loaded.own() && loaded.features() == 3;
    return scale ? Arrays.stream(places).map(v -> v / MILLIMETRES).toArray() : places;
  }

  private static Window masked(MaskedOptions options, LoadedNetwork loaded, Window window, int w)
      throws IOException {
    double ratio = options.ratio(loaded.config().ratio());
    if (options.mode() != MaskedOptions.Mode.AUTO_ENCODE) {
      return atTheEnd(options, loaded, window, ratio);
    }
    int tokens = loaded.network().tokens(window);
    int[] kept = Masking.byNoise(noise(options, tokens, w), Masking.keep(tokens, ratio));
    int[] order = options.natural(loaded.own()) ? Masking.natural(kept) : kept;
    return with(window, order, 0);
  }

  private static double[] noise(MaskedOptions options, int tokens, int w) throws IOException {
    if (!options.has("noise")) {
      Seed.Stream stream = Seed.of(options.seed()).derive("window", w).stream("mask");
      double[] noise = new double[tokens];
      Arrays.setAll(noise, i -> stream.uniform());
      return noise;
    }
    NpyArray noise = array(options, "noise");
    if (noise.size() == tokens) {
      return noise.numbers();
    }
    if (noise.size() % tokens != 0 || noise.size() < (w + 1) * tokens) {
      throw new BadInput(
          String.format(
              "noise has shape %s. Each window has %d tokens, each of which needs a number.",
              Arrays.toString(noise.shape()), tokens));
    }
    return Frame.part(noise, w, tokens);
  }

  private static Window atTheEnd(
      MaskedOptions options, LoadedNetwork loaded, Window window, double ratio) {
    Masking.keep(1, ratio);
    if (loaded.network() instanceof ImageNetwork image) {
      ImageMasking end = new ImageMasking(image.settings(), window.samples());
      boolean pixels = options.mode() == MaskedOptions.Mode.PREDICT_LAST_PIXEL;
      int[] kept = pixels ? end.lastPixels(ratio) : end.last(ratio);
      return with(window, kept, pixels ? end.blank(ratio) : 0);
    }
    if (options.mode() == MaskedOptions.Mode.PREDICT_LAST_PIXEL) {
      throw new BadInput("mode=predict_last_pixel is one of the image family (vit_mae) alone.");
    }
    int patches = window.samples() / loaded.patch();
    int seen = (window.samples() - (int) (ratio * window.samples())) / loaded.patch();
    boolean[] hidden = new boolean[loaded.network().tokens(window)];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = i % patches >= seen;
    }
    return with(window, Masking.visible(hidden), 0);
  }

  private static Window with(Window w, int[] kept, int blank) {
    return new Window(
        w.regions(),
        w.samples(),
        w.signals(),
        w.positions(),
        kept,
        blank,
        w.anchor(),
        w.deviation(),
        null);
  }
}
