package org.braindyn.masked.network;

import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/**
 * Sets embeddings to 0 at random and raises the others, so that their mean stays (Srivastava et al.
 * 2014): behind the sum of signal, place and time in the encoder and behind the sum in the decoder,
 * as in the released training; never on the scan token. A window carries its own seed, so the
 * backward pass drops the same, and so does any number of threads.
 *
 * @param rate share that is dropped, 0 to below 1
 * @param seed which
 */
public record Dropout(double rate, Seed seed) {
  /** Checks. */
  public Dropout {
    check(rate);
  }

  /**
   * Refuses what is no rate.
   *
   * @throws BadInput with the range
   */
  public static void check(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new BadInput("The dropout is " + rate + ". It must be at least 0 and below 1.");
    }
  }

  /** Drops from rows 1 and on: of embeddings in a forward, of their gradient in a backward pass. */
  static void apply(Team team, Window window, String where, TokenMatrix x) {
    Dropout dropout = window.dropout();
    if (dropout == null || dropout.rate == 0) {
      return;
    }
    double[] scan = new double[x.width()];
    for (int c = 0; c < scan.length; c++) {
      scan[c] = x.get(0, c);
    }
    Seed.Stream stream = dropout.seed.stream(where);
    team.first().ops().curves().drop(x.values(), 0, x.values().length(), dropout.rate, stream);
    for (int c = 0; c < scan.length; c++) {
      x.set(0, c, scan[c]);
    }
  }
}
