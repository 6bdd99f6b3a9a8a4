package org.braindyn.masked.network;

import java.util.List;
import org.braindyn.kernel.Vec;
import org.braindyn.kernel.attention.PlaceOps;
import org.braindyn.masked.attention.Groups;
import org.braindyn.masked.token.LayerNorm;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Linear;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/** Puts visible and mask tokens into natural order, runs the decoder's blocks and predicts. */
final class RegionDecoder {
  private static final double LEAK = 0.1;

  private final RegionSettings settings;
  private final Linear embed;
  private final Linear anchor;
  private final Places places;
  private final int mask;
  private final Stack stack;
  private final Linear first;
  private final Linear second;

  RegionDecoder(RegionSettings settings, Layout layout, double[] times) {
    this.settings = settings;
    embed = new Linear(layout, "decoder.decoder_embed");
    anchor = settings.style().anchored() ? new Linear(layout, RegionLayout.ANCHOR) : null;
    places = new Places(layout, RegionLayout.DECODER_PLACE, RegionLayout.DECODER_VECTORS, times);
    mask = layout.at(RegionLayout.MASK);
    stack =
        new Stack(
            "decoder",
            RegionLayout.blocks(layout, settings, settings.decoder(), "decoder.decoder_layers."),
            new LayerNorm(layout, "decoder.decoder_norm", settings.style().epsilon()));
    first = new Linear(layout, "decoder.decoder_pred1");
    second = new Linear(layout, RegionNetwork.LAST);
  }

  record Memory(
      Stack.Memory stack, TokenMatrix[] middle, TokenMatrix[] output, double[][] prediction) {}

  /** What a backward pass works with. */
  record Backward(Team team, Vec parameters, Vec gradient) {}

  Memory forward(
      Team team, Vec parameters, List<Window> windows, TokenMatrix[] latent, Probe probe) {
    int n = windows.size();
    TokenMatrix[] input = new TokenMatrix[n];
    for (int w = 0; w < n; w++) {
      TokenMatrix y = embed.forward(team, parameters, latent[w]);
      probe.see("decoder/embed", w, y);
      input[w] = input(team, parameters, windows.get(w), y);
    }
    probe.see("decoder/input", input);
    Stack.Memory memory = stack.forward(team, parameters, input, groups(windows), probe);
    probe.see("decoder/norm", memory.output());
    TokenMatrix[] middle = new TokenMatrix[n];
    TokenMatrix[] output = new TokenMatrix[n];
    double[][] prediction = new double[n][];
    for (int w = 0; w < n; w++) {
      middle[w] = first.forward(team, parameters, memory.output()[w]);
      Vec m = middle[w].values();
      team.first().ops().curves().rectify(m, 0, m.length(), LEAK);
      output[w] = second.forward(team, parameters, middle[w]);
      if (settings.tanh()) {
        Vec o = output[w].values();
        team.first().ops().curves().tanh(o, 0, o.length());
      }
      prediction[w] = prediction(windows.get(w), output[w]);
    }
    return new Memory(memory, middle, output, prediction);
  }

  private Groups[][] groups(List<Window> windows) {
    return RegionNetwork.groups(
        windows.stream().map(w -> all(w).groups(settings.style().axial(), w.regions())).toList());
  }

  private Tokens all(Window window) {
    int patches = window.samples() / settings.patch();
    return Tokens.all(window.regions() * patches, patches);
  }

  private TokenMatrix input(Team team, Vec parameters, Window window, TokenMatrix y) {
    Tokens all = all(window);
    int width = embed.out();
    TokenMatrix z = new TokenMatrix(team.first().kernel(), 1 + all.count(), width);
    PlaceOps.Rows from = RowMoves.run(y, 0, y.rows());
    RowMoves.add(team, y.values(), from, z.values(), kept(window, z), width);
    PlaceOps.Rows hidden = hidden(window, z);
    PlaceOps.Rows token = RowMoves.same(mask, hidden.base().length);
    RowMoves.add(team, parameters, token, z.values(), hidden, width);
    places.addTo(team, parameters, window, all, z);
    if (anchor != null) {
      TokenMatrix mapped = anchor.forward(team, parameters, estimate(team, window));
      PlaceOps.Rows every = RowMoves.run(mapped, 0, all.count());
      PlaceOps.Rows rest = RowMoves.run(z, 1, all.count());
      RowMoves.add(team, mapped.values(), every, z.values(), rest, width);
    }
    Dropout.apply(team, window, "decoder", z);
    return z;
  }

  private TokenMatrix estimate(Team team, Window window) {
    int p = settings.patch();
    int count = all(window).count();
    TokenMatrix estimate =
        new TokenMatrix(team.first().kernel(), count, RegionLayout.perSample(settings) * p);
    boolean deviations = settings.style().gains() && window.deviation() != null;
    for (int i = 0; i < count * p; i++) {
      estimate.set(i / p, i % p, window.anchor()[i]);
      if (deviations) {
        estimate.set(i / p, p + i % p, window.deviation()[i]);
      }
    }
    return estimate;
  }

  /** The scan token and the visible tokens where they belong. */
  private static PlaceOps.Rows kept(Window window, TokenMatrix z) {
    int[] rows = new int[1 + window.kept().length];
    for (int i = 1; i < rows.length; i++) {
      rows[i] = 1 + window.kept()[i - 1];
    }
    return z.places(rows);
  }

  private PlaceOps.Rows hidden(Window window, TokenMatrix z) {
    int[] rows = Masking.others(window.kept(), all(window).count());
    for (int i = 0; i < rows.length; i++) {
      rows[i]++;
    }
    return z.places(rows);
  }

  private double[] prediction(Window window, TokenMatrix output) {
    int p = settings.patch();
    double[] prediction = new double[window.regions() * window.samples()];
    for (int i = 0; i < prediction.length; i++) {
      double estimate = anchor == null ? 0 : window.anchor()[i];
      double gain = settings.style().gains() ? output.get(1 + i / p, p + i % p) : 0;
      prediction[i] = estimate * (1 + gain) + output.get(1 + i / p, i % p);
    }
    return prediction;
  }

  /** Gradients of the latent tokens. */
  TokenMatrix[] backward(
      Backward work, List<Window> windows, TokenMatrix[] latent, Memory memory, double[][] grad) {
    Team team = work.team;
    int n = windows.size();
    TokenMatrix[] d = new TokenMatrix[n];
    for (int w = 0; w < n; w++) {
      TokenMatrix dOutput = memory.output[w].zeros(team.first().kernel());
      int p = settings.patch();
      for (int i = 0; i < grad[w].length; i++) {
        dOutput.set(1 + i / p, i % p, grad[w][i]);
        if (settings.style().gains()) {
          dOutput.set(1 + i / p, p + i % p, grad[w][i] * windows.get(w).anchor()[i]);
        }
      }
      Vec g = dOutput.values();
      if (settings.tanh()) {
        Vec o = memory.output[w].values();
        team.first().ops().curves().tanhGradient(o, 0, g, 0, g.length());
      }
      TokenMatrix dMiddle =
          second.backward(team, work.parameters, memory.middle[w], dOutput, work.gradient);
      Vec m = memory.middle[w].values();
      team.first().ops().curves().rectifyGradient(m, 0, dMiddle.values(), 0, m.length(), LEAK);
      TokenMatrix end = memory.stack.output()[w];
      d[w] = first.backward(team, work.parameters, end, dMiddle, work.gradient);
    }
    TokenMatrix[] dInput = stack.backward(team, work.parameters, memory.stack, d, work.gradient);
    TokenMatrix[] dLatent = new TokenMatrix[n];
    for (int w = 0; w < n; w++) {
      dLatent[w] = inputBackward(work, windows.get(w), latent[w], dInput[w]);
    }
    return dLatent;
  }

  private TokenMatrix inputBackward(
      Backward work, Window window, TokenMatrix latent, TokenMatrix d) {
    Team team = work.team;
    int width = embed.out();
    Dropout.apply(team, window, "decoder", d);
    Tokens all = all(window);
    PlaceOps.Rows hidden = hidden(window, d);
    PlaceOps.Rows token = RowMoves.same(mask, hidden.base().length);
    RowMoves.add(team, d.values(), hidden, work.gradient, token, width);
    places.backward(team, window, all, d, work.gradient);
    if (anchor != null) {
      TokenMatrix mapped = new TokenMatrix(team.first().kernel(), all.count(), width);
      PlaceOps.Rows every = RowMoves.run(mapped, 0, all.count());
      PlaceOps.Rows rest = RowMoves.run(d, 1, all.count());
      RowMoves.add(team, d.values(), rest, mapped.values(), every, width);
      anchor.backwardWeights(team, estimate(team, window), mapped, work.gradient);
    }
    TokenMatrix dy = new TokenMatrix(team.first().kernel(), latent.rows(), width);
    PlaceOps.Rows to = RowMoves.run(dy, 0, dy.rows());
    RowMoves.add(team, d.values(), kept(window, d), dy.values(), to, width);
    return embed.backward(team, work.parameters, latent, dy, work.gradient);
  }
}
