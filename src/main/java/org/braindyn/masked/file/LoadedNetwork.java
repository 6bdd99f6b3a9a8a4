package org.braindyn.masked.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.network.ImageNetwork;
import org.braindyn.masked.network.ImageSettings;
import org.braindyn.masked.network.Loss;
import org.braindyn.masked.network.MaskedNetwork;
import org.braindyn.masked.network.RegionNetwork;
import org.braindyn.masked.network.RegionSettings;
import org.braindyn.masked.network.SineTable;
import org.braindyn.masked.token.Layout;

/** A network built from a weights file, for windows of a given size. */
final class LoadedNetwork {
  private static final String[] TIMES = {"vit.embeddings.pos_embedding.pe", "pe"};
  private static final String[] DECODER_TIMES = {"decoder.pos_embedding.pe", "pe"};
  private static final String[] GRID = {"vit.embeddings.position_embeddings", "pos/encoder"};
  private static final String[] DECODER_GRID = {"decoder.decoder_pos_embed", "pos/decoder"};

  private final StoredWeights stored;
  private final ReleasedConfig config;
  private final MaskedNetwork network;
  private final Loss loss;
  private final boolean own;

  private LoadedNetwork(StoredWeights stored, int regions, int samples) throws IOException {
    this.stored = stored;
    config = stored.config();
    own = config.word("model_type", "").equals(OwnConfig.TYPE);
    int least = Math.max(regions, samples);
    // Shapes of weights say more than those of tables, so they are checked first.
    check(image() ? imageNetwork(least, false) : regionNetwork(samples, false));
    network = image() ? imageNetwork(least, true) : regionNetwork(samples, true);
    loss = network instanceof RegionNetwork r ? r.settings().loss() : Loss.SQUARED;
  }

  /**
   * Reads a file and builds its network.
   *
   * @param weights safetensors, torch file or .npz
   * @param config its configuration; null if it is in the file or beside it as config.json
   * @param regions regions of the windows
   * @param samples samples of the windows
   * @throws BadInput if sizes and shapes disagree, or something is missing
   */
  public static LoadedNetwork read(Path weights, Path config, int regions, int samples)
      throws IOException {
    return new LoadedNetwork(StoredWeights.read(weights, config), regions, samples);
  }

  private boolean image() {
    String type = config.word("model_type", "");
    return type.equals("vit_mae")
        || !own && stored.has("vit.embeddings.patch_embeddings.projection.weight");
  }

  private MaskedNetwork regionNetwork(int samples, boolean tables) throws IOException {
    RegionSettings settings = own ? OwnConfig.read(config) : config.regions();
    int patches = Math.max(1, samples / settings.patch());
    if (own) {
      return RegionNetwork.own(settings, patches, config.number("patch_spacing", 1.0));
    }
    int width = settings.encoder().width();
    double[] computed = SineTable.released(patches, width);
    if (!tables) {
      return new RegionNetwork(settings, computed, computed);
    }
    return new RegionNetwork(
        settings,
        table(TIMES, patches, width, computed),
        table(DECODER_TIMES, patches, width, computed));
  }

  private MaskedNetwork imageNetwork(int least, boolean tables) throws IOException {
    ImageSettings settings = config.image(side(least));
    int rows = 1 + settings.grid() * settings.grid();
    int width = settings.encoder().width();
    int wide = settings.decoder().width();
    double[] first = SineTable.image(settings.grid(), width);
    double[] second = SineTable.image(settings.grid(), wide);
    if (tables) {
      first = table(GRID, rows, width, first);
      second = table(DECODER_GRID, rows, wide, second);
    }
    return new ImageNetwork(settings, first, second);
  }

  /** Side of the picture: what the table of positions says, or 0 for the usual one. */
  private int side(int least) {
    int patch = config.whole("patch_size", 16);
    for (String name : GRID) {
      if (stored.has(name)) {
        int[] shape = stored.shapes().get(name);
        int grid = (int) Math.round(Math.sqrt(Math.max(0, shape[shape.length - 2] - 1)));
        return grid * patch;
      }
    }
    int usual = patch == 14 ? 434 : 432;
    return least <= usual ? usual : (least + patch - 1) / patch * patch;
  }

  /** The first rows of the first of these tables that the file holds. */
  private double[] table(String[] names, int rows, int width, double[] otherwise)
      throws IOException {
    for (String name : names) {
      if (stored.has(name)) {
        int[] shape = stored.shapes().get(name);
        double[] values = stored.values(name);
        if (shape[shape.length - 1] != width || values.length < rows * width) {
          throw new BadInput(
              String.format(
                  "%s: the table %s has shape %s, but %d rows of %d are needed.",
                  stored.file(), name, Arrays.toString(shape), rows, width));
        }
        return Arrays.copyOf(values, rows * width);
      }
    }
    return otherwise;
  }

  /** Every array of the network must be there with the right shape, and no further layer. */
  private void check(MaskedNetwork checked) {
    Layout layout = checked.layout();
    for (String name : layout.names()) {
      int[] shape = stored.shapes().get(name);
      if (shape == null) {
        throw new BadInput(
            String.format(
                "%s has no array \"%s\", which the configuration in %s asks for.",
                stored.file(), layout.describe(name), config.source()));
      }
      if (!Arrays.equals(shape, layout.shape(name))) {
        throw new BadInput(
            String.format(
                "The configuration in %s and the weights disagree: array \"%s\" should be %s, but"
                    + " in %s it is %s.",
                config.source(),
                name,
                Arrays.toString(layout.shape(name)),
                stored.file(),
                Arrays.toString(shape)));
      }
    }
    for (Map.Entry<String, int[]> e : stored.shapes().entrySet()) {
      boolean layer = e.getKey().matches("(vit\\.encoder\\.layer|decoder\\.decoder_layers)\\..*");
      if (layer && !layout.has(e.getKey())) {
        throw new BadInput(
            String.format(
                "%s holds \"%s\", but the network of the configuration in %s has no such array.",
                stored.file(), e.getKey(), config.source()));
      }
    }
  }

  /** The network. */
  public MaskedNetwork network() {
    return network;
  }

  /** The configuration. */
  public ReleasedConfig config() {
    return config;
  }

  /** Texts that the file carries, by name: scaling, region names and so on; empty if none. */
  public Map<String, String> metadata() {
    return stored.metadata();
  }

  /** The error that it was trained with. */
  public Loss loss() {
    return loss;
  }

  /** True for a network of ours, false for a released one. */
  public boolean own() {
    return own;
  }

  /** Features of a region's position, 3 for coordinates; 0 for the image family. */
  public int features() {
    return network instanceof RegionNetwork r ? r.settings().features() : 0;
  }

  /** Samples of a patch of the region family; 0 for the image family. */
  public int patch() {
    return network instanceof RegionNetwork r ? r.settings().patch() : 0;
  }

  /** The weights, in the precision of a kernel. */
  public Vec parameters(Kernel kernel) throws IOException {
    Layout layout = network.layout();
    Vec parameters = kernel.vec(layout.size());
    for (String name : layout.names()) {
      double[] values = stored.values(name);
      parameters.read(layout.at(name), values, 0, values.length);
    }
    return parameters;
  }
}
