package org.braindyn.masked.network;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.kernel.Vec;
import org.braindyn.kernel.attention.PlaceOps;
import org.braindyn.masked.attention.ExactAttention;
import org.braindyn.masked.attention.Groups;
import org.braindyn.masked.block.Block;
import org.braindyn.masked.block.PreNormBlock;
import org.braindyn.masked.token.LayerNorm;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Linear;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/**
 * The released image family: a window [region, time] is padded to a square picture of patches, and
 * a vision transformer (He et al. 2022, masked autoencoder) reconstructs the hidden ones.
 */
public final class ImageNetwork implements MaskedNetwork {
  private static final String CLS = "vit.embeddings.cls_token";
  private static final String PATCHES = "vit.embeddings.patch_embeddings.projection";
  private static final String MASK = "decoder.mask_token";

  private final ImageSettings settings;
  private final Layout layout = new Layout();
  private final double[] positions;
  private final double[] decoderPositions;
  private final Linear patches;
  private final Linear embed;
  private final Linear predict;
  private final Stack encoder;
  private final Stack decoder;

  /**
   * @param settings sizes
   * @param positions table of the encoder [1 + patches, width]
   * @param decoderPositions table of the decoder [1 + patches, width]; null for an encoder alone,
   *     as under a prediction head
   */
  public ImageNetwork(ImageSettings settings, double[] positions, double[] decoderPositions) {
    this.settings = settings;
    this.positions = positions;
    this.decoderPositions = decoderPositions;
    fill();
    patches = new Linear(layout, PATCHES);
    encoder = stack("encoder", settings.encoder(), "vit.encoder.layer.", "vit.layernorm");
    boolean whole = decoderPositions != null;
    embed = whole ? new Linear(layout, "decoder.decoder_embed") : null;
    predict = whole ? new Linear(layout, "decoder.decoder_pred") : null;
    decoder =
        whole
            ? stack(
                "decoder", settings.decoder(), "decoder.decoder_layers.", "decoder.decoder_norm")
            : null;
  }

  private void fill() {
    Sizes e = settings.encoder();
    int p = settings.patch();
    layout.add(CLS, 1, 1, e.width());
    layout.add(PATCHES + ".weight", e.width(), settings.channels(), p, p);
    layout.add(PATCHES + ".bias", e.width());
    for (int i = 0; i < e.layers(); i++) {
      PreNormBlock.layout(layout, "vit.encoder.layer." + i, List.of(""), e.width(), e.middle());
    }
    layout.norm("vit.layernorm", e.width());
    if (decoderPositions == null) {
      return;
    }
    Sizes d = settings.decoder();
    layout.add(MASK, 1, 1, d.width());
    layout.linear("decoder.decoder_embed", e.width(), d.width());
    for (int i = 0; i < d.layers(); i++) {
      PreNormBlock.layout(
          layout, "decoder.decoder_layers." + i, List.of(""), d.width(), d.middle());
    }
    layout.norm("decoder.decoder_norm", d.width());
    layout.linear("decoder.decoder_pred", d.width(), settings.values());
  }

  private Stack stack(String part, Sizes sizes, String name, String norm) {
    List<Block> blocks = new ArrayList<>();
    ExactAttention attention = new ExactAttention(sizes.heads());
    for (int i = 0; i < sizes.layers(); i++) {
      blocks.add(new PreNormBlock(layout, name + i, List.of(""), attention, settings.epsilon()));
    }
    return new Stack(part, blocks, new LayerNorm(layout, norm, settings.epsilon()));
  }

  /** Sizes. */
  public ImageSettings settings() {
    return settings;
  }

  @Override
  public Layout layout() {
    return layout;
  }

  @Override
  public boolean windowsMeet() {
    return false;
  }

  @Override
  public int tokens(Window window) {
    return settings.grid() * settings.grid();
  }

  @Override
  public double[] hidden(Window window) {
    boolean[] kept = Masking.flags(window.kept(), tokens(window));
    double[] hidden = new double[window.regions() * window.samples()];
    Picture picture = new Picture(settings, window);
    for (int n = 0; n < window.regions(); n++) {
      for (int t = 0; t < window.samples(); t++) {
        boolean seen = kept[picture.token(n, t)] && t < window.samples() - window.blank();
        hidden[n * window.samples() + t] = seen ? 0 : 1;
      }
    }
    return hidden;
  }

  private record Visible(
      List<Window> windows, TokenMatrix[] patches, Stack.Memory memory, TokenMatrix[] latent)
      implements Encoded {}

  @Override
  public Encoded encode(Team team, Vec parameters, List<Window> windows, Probe probe) {
    int n = windows.size();
    TokenMatrix[] pixels = new TokenMatrix[n];
    TokenMatrix[] input = new TokenMatrix[n];
    Vec table = team.first().kernel().vec(positions);
    int width = settings.encoder().width();
    for (int w = 0; w < n; w++) {
      Window window = windows.get(w);
      if (window.regions() > settings.side() || window.samples() > settings.side()) {
        throw new BadInput(
            String.format(
                "A window of %d regions and %d samples does not fit into a picture of %d x %d.",
                window.regions(), window.samples(), settings.side(), settings.side()));
      }
      int[] kept = window.kept();
      pixels[w] = new Picture(settings, window).patches(team.first().kernel(), kept);
      TokenMatrix mapped = patches.forward(team, parameters, pixels[w]);
      TokenMatrix x = new TokenMatrix(team.first().kernel(), 1 + kept.length, width);
      PlaceOps.Rows first = RowMoves.run(x, 0, 1);
      int cls = layout.at(CLS);
      RowMoves.add(team, parameters, RowMoves.same(cls, 1), x.values(), first, width);
      PlaceOps.Rows all = RowMoves.run(mapped, 0, kept.length);
      PlaceOps.Rows rest = RowMoves.run(x, 1, kept.length);
      RowMoves.add(team, mapped.values(), all, x.values(), rest, width);
      PlaceOps.Rows places = RowMoves.table(0, width, behindScanToken(kept));
      RowMoves.add(team, table, places, x.values(), RowMoves.run(x, 0, x.rows()), width);
      input[w] = x;
    }
    probe.see("embed/encoder_input", input);
    Stack.Memory memory = encoder.forward(team, parameters, input, groups(input), probe);
    probe.see("encoder/latent", memory.output());
    return new Visible(windows, pixels, memory, memory.output());
  }

  /** Rows of a table with the scan token first. */
  private static int[] behindScanToken(int[] tokens) {
    int[] rows = new int[tokens.length + 1];
    for (int i = 0; i < tokens.length; i++) {
      rows[i + 1] = tokens[i] + 1;
    }
    return rows;
  }

  private static Groups[][] groups(TokenMatrix[] x) {
    Groups[][] groups = new Groups[1][x.length];
    for (int w = 0; w < x.length; w++) {
      groups[0][w] = Groups.all(x[w].rows());
    }
    return groups;
  }

  @Override
  public void encodeBackward(
      Team team, Vec parameters, Encoded encoded, TokenMatrix[] grad, Vec gradient) {
    Visible visible = (Visible) encoded;
    TokenMatrix[] d = encoder.backward(team, parameters, visible.memory, grad, gradient);
    int width = settings.encoder().width();
    for (int w = 0; w < d.length; w++) {
      PlaceOps.Rows first = RowMoves.run(d[w], 0, 1);
      PlaceOps.Rows cls = RowMoves.same(layout.at(CLS), 1);
      RowMoves.add(team, d[w].values(), first, gradient, cls, width);
      int count = d[w].rows() - 1;
      TokenMatrix mapped = new TokenMatrix(team.first().kernel(), count, width);
      PlaceOps.Rows rest = RowMoves.run(d[w], 1, count);
      PlaceOps.Rows all = RowMoves.run(mapped, 0, count);
      RowMoves.add(team, d[w].values(), rest, mapped.values(), all, width);
      patches.backwardWeights(team, visible.patches[w], mapped, gradient);
    }
  }

  private record Whole(
      Visible visible, Stack.Memory memory, TokenMatrix[] output, double[][] prediction)
      implements Decoded {}

  @Override
  public Decoded decode(Team team, Vec parameters, Encoded encoded, Probe probe) {
    Visible visible = (Visible) encoded;
    int n = visible.windows.size();
    TokenMatrix[] input = new TokenMatrix[n];
    for (int w = 0; w < n; w++) {
      TokenMatrix y = embed.forward(team, parameters, visible.latent[w]);
      input[w] = input(team, parameters, visible.windows.get(w), y);
    }
    probe.see("decoder/input", input);
    Stack.Memory memory = decoder.forward(team, parameters, input, groups(input), probe);
    TokenMatrix[] output = new TokenMatrix[n];
    double[][] prediction = new double[n][];
    for (int w = 0; w < n; w++) {
      output[w] = predict.forward(team, parameters, memory.output()[w]);
      prediction[w] = new Picture(settings, visible.windows.get(w)).crop(output[w]);
    }
    return new Whole(visible, memory, output, prediction);
  }

  private TokenMatrix input(Team team, Vec parameters, Window window, TokenMatrix y) {
    int width = settings.decoder().width();
    int count = tokens(window);
    TokenMatrix z = new TokenMatrix(team.first().kernel(), 1 + count, width);
    PlaceOps.Rows kept = z.places(behindScanToken(window.kept()));
    RowMoves.add(team, y.values(), RowMoves.run(y, 0, y.rows()), z.values(), kept, width);
    PlaceOps.Rows hidden = hiddenRows(window, z);
    PlaceOps.Rows mask = RowMoves.same(layout.at(MASK), hidden.base().length);
    RowMoves.add(team, parameters, mask, z.values(), hidden, width);
    Vec table = team.first().kernel().vec(decoderPositions);
    PlaceOps.Rows every = RowMoves.run(z, 0, z.rows());
    PlaceOps.Rows places = RowMoves.table(0, width, behindScanToken(Tokens.all(count, 1).ids()));
    RowMoves.add(team, table, places, z.values(), every, width);
    return z;
  }

  private PlaceOps.Rows hiddenRows(Window window, TokenMatrix z) {
    int[] rows = Masking.others(window.kept(), tokens(window));
    for (int i = 0; i < rows.length; i++) {
      rows[i]++;
    }
    return z.places(rows);
  }

  @Override
  public void backward(Team team, Vec parameters, Decoded decoded, double[][] grad, Vec gradient) {
    Whole whole = (Whole) decoded;
    Visible visible = whole.visible;
    int n = grad.length;
    TokenMatrix[] d = new TokenMatrix[n];
    for (int w = 0; w < n; w++) {
      TokenMatrix dOutput = whole.output[w].zeros(team.first().kernel());
      new Picture(settings, visible.windows.get(w)).uncrop(grad[w], dOutput);
      TokenMatrix end = whole.memory.output()[w];
      d[w] = predict.backward(team, parameters, end, dOutput, gradient);
    }
    TokenMatrix[] dInput = decoder.backward(team, parameters, whole.memory, d, gradient);
    TokenMatrix[] dLatent = new TokenMatrix[n];
    int width = settings.decoder().width();
    for (int w = 0; w < n; w++) {
      TokenMatrix z = dInput[w];
      Window window = visible.windows.get(w);
      PlaceOps.Rows hidden = hiddenRows(window, z);
      PlaceOps.Rows mask = RowMoves.same(layout.at(MASK), hidden.base().length);
      RowMoves.add(team, z.values(), hidden, gradient, mask, width);
      TokenMatrix latent = visible.latent[w];
      TokenMatrix dy = new TokenMatrix(team.first().kernel(), latent.rows(), width);
      PlaceOps.Rows kept = z.places(behindScanToken(window.kept()));
      RowMoves.add(team, z.values(), kept, dy.values(), RowMoves.run(dy, 0, dy.rows()), width);
      dLatent[w] = embed.backward(team, parameters, latent, dy, gradient);
    }
    encodeBackward(team, parameters, visible, dLatent, gradient);
  }
}
