package org.braindyn.masked.token;

/** Runs of tiles that are worked on side by side; how many depends on the matrix alone. */
final class Parts {
  private static final int MOST = 4;

  private Parts() {}

  static int count(TokenMatrix x) {
    return Math.min(MOST, x.tiles());
  }

  static int start(TokenMatrix x, int part) {
    return x.tiles() * part / count(x);
  }
}
