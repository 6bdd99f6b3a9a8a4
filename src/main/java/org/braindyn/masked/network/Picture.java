package org.braindyn.masked.network;

import org.braindyn.kernel.Kernel;
import org.braindyn.masked.token.TokenMatrix;

/** A window padded with -1 to a square picture, cut into patches. */
final class Picture {
  private static final double PADDING = -1;

  private final ImageSettings settings;
  private final Window window;
  private final int above;
  private final int before;

  Picture(ImageSettings settings, Window window) {
    this.settings = settings;
    this.window = window;
    above = (settings.side() - window.regions()) / 2;
    before = (settings.side() - window.samples()) / 2;
  }

  /** The token that holds a value. */
  int token(int region, int sample) {
    int p = settings.patch();
    return (above + region) / p * settings.grid() + (before + sample) / p;
  }

  private double pixel(int row, int column) {
    int n = row - above;
    int t = column - before;
    // As released, blank samples are 0 in the padding above and below as well.
    if (t >= window.samples() - window.blank() && t < window.samples()) {
      return 0;
    }
    if (n < 0 || n >= window.regions() || t < 0 || t >= window.samples()) {
      return PADDING;
    }
    return window.signals()[n * window.samples() + t];
  }

  /** Patches [token, channel row column] of these tokens. */
  TokenMatrix patches(Kernel kernel, int[] tokens) {
    int p = settings.patch();
    TokenMatrix patches = new TokenMatrix(kernel, tokens.length, settings.values());
    for (int i = 0; i < tokens.length; i++) {
      int top = tokens[i] / settings.grid() * p;
      int left = tokens[i] % settings.grid() * p;
      for (int j = 0; j < settings.values(); j++) {
        int inside = j % (p * p);
        patches.set(i, j, pixel(top + inside / p, left + inside % p));
      }
    }
    return patches;
  }

  /** Mean over channels of the predicted patches [1 + token, row column channel], cropped. */
  double[] crop(TokenMatrix output) {
    int channels = settings.channels();
    double[] values = new double[window.regions() * window.samples()];
    for (int i = 0; i < values.length; i++) {
      int at = inside(i) * channels;
      double sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += output.get(1 + token(i / window.samples(), i % window.samples()), at + c);
      }
      values[i] = sum / channels;
    }
    return values;
  }

  /** The gradient of {@link #crop}. */
  void uncrop(double[] grad, TokenMatrix output) {
    int channels = settings.channels();
    for (int i = 0; i < grad.length; i++) {
      int at = inside(i) * channels;
      for (int c = 0; c < channels; c++) {
        int row = 1 + token(i / window.samples(), i % window.samples());
        output.set(row, at + c, grad[i] / channels);
      }
    }
  }

  /** Place of a value inside its patch. */
  private int inside(int i) {
    int p = settings.patch();
    int row = above + i / window.samples();
    int column = before + i % window.samples();
    return row % p * p + column % p;
  }
}
