package org.braindyn.masked.network;

import org.braindyn.kernel.Vec;
import org.braindyn.kernel.attention.PlaceOps;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Linear;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/**
 * Says to tokens where and when they are: a linear map of the region's coordinates, a vector of the
 * region if there is one, and sine-cosine of the patch's time.
 */
final class Places {
  private final Linear map;
  private final int vectors;
  private final double[] table;

  /**
   * @param map name of the map of coordinates
   * @param vectors name of the vectors of regions; ignored if there are none
   * @param table time positions [patch, width]
   */
  Places(Layout layout, String map, String vectors, double[] table) {
    this.map = new Linear(layout, map);
    this.vectors = layout.has(vectors) ? layout.at(vectors) : -1;
    this.table = table;
  }

  private TokenMatrix features(Team team, Window window) {
    TokenMatrix features = new TokenMatrix(team.first().kernel(), window.regions(), map.in());
    for (int n = 0; n < window.regions(); n++) {
      for (int c = 0; c < map.in(); c++) {
        features.set(n, c, window.positions()[n * map.in() + c]);
      }
    }
    return features;
  }

  /** Adds to rows {@code 1 ..} of {@code x} what belongs to these tokens. */
  void addTo(Team team, Vec parameters, Window window, Tokens tokens, TokenMatrix x) {
    TokenMatrix mapped = map.forward(team, parameters, features(team, window));
    PlaceOps.Rows rows = RowMoves.run(x, 1, tokens.count());
    int width = map.out();
    RowMoves.add(team, mapped.values(), mapped.places(tokens.regions()), x.values(), rows, width);
    Vec times = team.first().kernel().vec(table);
    PlaceOps.Rows patches = RowMoves.table(0, width, tokens.patches());
    RowMoves.add(team, times, patches, x.values(), rows, width);
    if (vectors >= 0) {
      PlaceOps.Rows own = RowMoves.table(vectors, width, tokens.regions());
      RowMoves.add(team, parameters, own, x.values(), rows, width);
    }
  }

  /** Gradients for the parameters, from that of x. */
  void backward(Team team, Window window, Tokens tokens, TokenMatrix grad, Vec gradient) {
    TokenMatrix mapped = new TokenMatrix(team.first().kernel(), window.regions(), map.out());
    PlaceOps.Rows rows = RowMoves.run(grad, 1, tokens.count());
    int width = map.out();
    RowMoves.add(
        team, grad.values(), rows, mapped.values(), mapped.places(tokens.regions()), width);
    map.backwardWeights(team, features(team, window), mapped, gradient);
    if (vectors >= 0) {
      PlaceOps.Rows own = RowMoves.table(vectors, width, tokens.regions());
      RowMoves.add(team, grad.values(), rows, gradient, own, width);
    }
  }
}
