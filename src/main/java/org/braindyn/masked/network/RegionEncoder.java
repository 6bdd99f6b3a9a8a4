package org.braindyn.masked.network;

import java.util.List;
import org.braindyn.kernel.Vec;
import org.braindyn.kernel.attention.PlaceOps;
import org.braindyn.masked.token.LayerNorm;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Linear;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/** Embeds the visible tokens, puts the scan token before them and runs the encoder's blocks. */
final class RegionEncoder {
  private final RegionSettings settings;
  private final Linear signal;
  private final Places places;
  private final int cls;
  private final Stack stack;

  RegionEncoder(RegionSettings settings, Layout layout, double[] times) {
    this.settings = settings;
    signal = new Linear(layout, RegionLayout.SIGNAL);
    places = new Places(layout, RegionLayout.PLACE, RegionLayout.VECTORS, times);
    cls = layout.at(RegionLayout.CLS);
    stack =
        new Stack(
            "encoder",
            RegionLayout.blocks(layout, settings, settings.encoder(), "vit.encoder.layer."),
            new LayerNorm(layout, "vit.layernorm", settings.style().epsilon()));
  }

  record Memory(TokenMatrix[] patches, Stack.Memory stack) {
    TokenMatrix[] latent() {
      return stack.output();
    }
  }

  Memory forward(Team team, Vec parameters, List<Window> windows, Probe probe) {
    int n = windows.size();
    TokenMatrix[] patches = new TokenMatrix[n];
    TokenMatrix[] input = new TokenMatrix[n];
    for (int w = 0; w < n; w++) {
      Window window = windows.get(w);
      Tokens tokens = tokens(window);
      patches[w] = patches(team, window, tokens);
      TokenMatrix mapped = signal.forward(team, parameters, patches[w]);
      TokenMatrix x = new TokenMatrix(team.first().kernel(), 1 + tokens.count(), signal.out());
      int width = signal.out();
      PlaceOps.Rows first = RowMoves.run(x, 0, 1);
      RowMoves.add(team, parameters, RowMoves.same(cls, 1), x.values(), first, width);
      PlaceOps.Rows rest = RowMoves.run(x, 1, tokens.count());
      PlaceOps.Rows all = RowMoves.run(mapped, 0, tokens.count());
      RowMoves.add(team, mapped.values(), all, x.values(), rest, width);
      places.addTo(team, parameters, window, tokens, x);
      Dropout.apply(team, window, "encoder", x);
      input[w] = x;
    }
    probe.see("embed/encoder_input", input);
    List<org.braindyn.masked.attention.Groups[]> groups =
        windows.stream().map(w -> tokens(w).groups(settings.style().axial(), w.regions())).toList();
    Stack.Memory memory =
        stack.forward(team, parameters, input, RegionNetwork.groups(groups), probe);
    probe.see("encoder/latent", memory.output());
    return new Memory(patches, memory);
  }

  private Tokens tokens(Window window) {
    return new Tokens(window.kept(), window.samples() / settings.patch());
  }

  private TokenMatrix patches(Team team, Window window, Tokens tokens) {
    int p = settings.patch();
    TokenMatrix patches = new TokenMatrix(team.first().kernel(), tokens.count(), p);
    for (int i = 0; i < tokens.count(); i++) {
      for (int j = 0; j < p; j++) {
        // region by region, patch by patch: token i begins at value i p
        patches.set(i, j, window.signals()[tokens.ids()[i] * p + j]);
      }
    }
    return patches;
  }

  void backward(
      Team team,
      Vec parameters,
      List<Window> windows,
      Memory memory,
      TokenMatrix[] grad,
      Vec gradient) {
    TokenMatrix[] dInput = stack.backward(team, parameters, memory.stack, grad, gradient);
    for (int w = 0; w < dInput.length; w++) {
      Tokens tokens = tokens(windows.get(w));
      int width = signal.out();
      TokenMatrix d = dInput[w];
      Dropout.apply(team, windows.get(w), "encoder", d);
      PlaceOps.Rows first = RowMoves.run(d, 0, 1);
      RowMoves.add(team, d.values(), first, gradient, RowMoves.same(cls, 1), width);
      TokenMatrix mapped = new TokenMatrix(team.first().kernel(), tokens.count(), width);
      PlaceOps.Rows all = RowMoves.run(mapped, 0, tokens.count());
      PlaceOps.Rows rest = RowMoves.run(d, 1, tokens.count());
      RowMoves.add(team, d.values(), rest, mapped.values(), all, width);
      signal.backwardWeights(team, memory.patches[w], mapped, gradient);
      places.backward(team, windows.get(w), tokens, d, gradient);
    }
  }
}
