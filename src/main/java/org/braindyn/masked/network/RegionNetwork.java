package org.braindyn.masked.network;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.attention.Groups;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/**
 * The family whose token is one region times one patch of time: the original BrainLM (Ortega Caro
 * et al., ICLR 2024) exactly, or our own variant of it ({@link RegionSettings.Style}).
 */
public final class RegionNetwork implements MaskedNetwork {
  /** Beginning of the names of the last layer's parameters; zeros predict the anchor alone. */
  public static final String LAST = "decoder.decoder_pred2";

  private final RegionSettings settings;
  private final Layout layout;
  private final RegionEncoder encoder;
  private final RegionDecoder decoder;

  /**
   * @param settings sizes and style
   * @param times time positions of the encoder [patch, width] and of the decoder
   */
  public RegionNetwork(RegionSettings settings, double[] times, double[] decoderTimes) {
    this.settings = settings;
    layout = RegionLayout.of(settings);
    encoder = new RegionEncoder(settings, layout, times);
    decoder = new RegionDecoder(settings, layout, decoderTimes);
  }

  /** The released network with its own time table for windows of that many patches. */
  public static RegionNetwork released(RegionSettings settings, int patches) {
    double[] times = SineTable.released(patches, settings.encoder().width());
    return new RegionNetwork(settings, times, times);
  }

  /**
   * Our network for windows of that many patches.
   *
   * @param spacing duration of a patch over 14.4 s, which is that of the released network
   */
  public static RegionNetwork own(RegionSettings settings, int patches, double spacing) {
    return new RegionNetwork(
        settings,
        SineTable.rows(patches, settings.encoder().width(), spacing),
        SineTable.rows(patches, settings.decoder().width(), spacing));
  }

  /** Sizes and style. */
  public RegionSettings settings() {
    return settings;
  }

  @Override
  public Layout layout() {
    return layout;
  }

  @Override
  public boolean windowsMeet() {
    return settings.style().landmarks() > 0;
  }

  @Override
  public int tokens(Window window) {
    return window.regions() * patches(window);
  }

  private int patches(Window window) {
    if (window.samples() % settings.patch() != 0 || window.samples() == 0) {
      throw new BadInput(
          String.format(
              "A window of %d samples is not made of patches of %d samples. Cut it to %d.",
              window.samples(),
              settings.patch(),
              window.samples() / settings.patch() * settings.patch()));
    }
    return window.samples() / settings.patch();
  }

  @Override
  public double[] hidden(Window window) {
    boolean[] kept = Masking.flags(window.kept(), tokens(window));
    double[] hidden = new double[window.regions() * window.samples()];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = kept[i / settings.patch()] ? 0 : 1;
    }
    return hidden;
  }

  /** A forward pass of the encoder. */
  record Visible(List<Window> windows, RegionEncoder.Memory memory, TokenMatrix[] latent)
      implements Encoded {}

  @Override
  public Encoded encode(Team team, Vec parameters, List<Window> windows, Probe probe) {
    windows.forEach(this::check);
    RegionEncoder.Memory memory = encoder.forward(team, parameters, windows, probe);
    return new Visible(windows, memory, memory.latent());
  }

  private void check(Window window) {
    int regions = settings.style().regionVectors();
    if (regions > 0 && window.regions() != regions) {
      throw new BadInput(
          String.format(
              "The window has %d regions, but the network holds a vector for each of %d regions.",
              window.regions(), regions));
    }
    if (window.positions() == null
        || window.positions().length != window.regions() * settings.features()) {
      throw new BadInput(
          String.format(
              "The network needs %d position values for each of the %d regions.",
              settings.features(), window.regions()));
    }
    if (settings.style().anchored() && window.anchor() == null) {
      throw new BadInput("The network is anchored on a linear estimate, but none was given.");
    }
    tokens(window);
  }

  @Override
  public void encodeBackward(
      Team team, Vec parameters, Encoded encoded, TokenMatrix[] grad, Vec gradient) {
    Visible visible = (Visible) encoded;
    encoder.backward(team, parameters, visible.windows, visible.memory, grad, gradient);
  }

  /** A forward pass of the decoder. */
  record Whole(Visible visible, RegionDecoder.Memory memory, double[][] prediction)
      implements Decoded {}

  @Override
  public Decoded decode(Team team, Vec parameters, Encoded encoded, Probe probe) {
    Visible visible = (Visible) encoded;
    RegionDecoder.Memory memory =
        decoder.forward(team, parameters, visible.windows, visible.latent, probe);
    return new Whole(visible, memory, memory.prediction());
  }

  @Override
  public void backward(Team team, Vec parameters, Decoded decoded, double[][] grad, Vec gradient) {
    Whole whole = (Whole) decoded;
    Visible visible = whole.visible;
    TokenMatrix[] dLatent =
        decoder.backward(
            new RegionDecoder.Backward(team, parameters, gradient),
            visible.windows,
            visible.latent,
            whole.memory,
            grad);
    encodeBackward(team, parameters, visible, dLatent, gradient);
  }

  /** For each attention of a block, the groups of each window. */
  static Groups[][] groups(List<Groups[]> windows) {
    Groups[][] groups = new Groups[windows.get(0).length][windows.size()];
    for (int a = 0; a < groups.length; a++) {
      for (int w = 0; w < windows.size(); w++) {
        groups[a][w] = windows.get(w)[a];
      }
    }
    return groups;
  }
}
