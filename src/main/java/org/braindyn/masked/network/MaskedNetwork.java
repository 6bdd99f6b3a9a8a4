package org.braindyn.masked.network;

import java.util.List;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/** A masked autoencoder: what it computes from parameters that others keep and train. */
public interface MaskedNetwork {
  /** Names, shapes and places of the parameters. */
  Layout layout();

  /** True if the windows of a batch depend on one another, so that they must be given together. */
  boolean windowsMeet();

  /** Number of tokens of a window, hidden ones included, without the scan token. */
  int tokens(Window window);

  /** What is scored: 1 where a value is hidden, else 0; [region, time]. */
  double[] hidden(Window window);

  /**
   * Encodes the visible tokens.
   *
   * @param windows windows that are computed together
   * @param probe sees the stages
   */
  Encoded encode(Team team, Vec parameters, List<Window> windows, Probe probe);

  /**
   * Gradients of the encoder.
   *
   * @param grad gradient of each {@link Encoded#latent}; used up
   * @param gradient gets the gradients of parameters added
   */
  void encodeBackward(Team team, Vec parameters, Encoded encoded, TokenMatrix[] grad, Vec gradient);

  /** Reconstructs every value from the visible tokens. */
  Decoded decode(Team team, Vec parameters, Encoded encoded, Probe probe);

  /**
   * Gradients of the decoder and the encoder.
   *
   * @param grad gradient of each {@link Decoded#prediction}
   * @param gradient gets the gradients of parameters added
   */
  void backward(Team team, Vec parameters, Decoded decoded, double[][] grad, Vec gradient);

  /** A forward pass of the encoder. */
  interface Encoded {
    /** The scan token, then the visible tokens in the order of the window; of each window. */
    TokenMatrix[] latent();
  }

  /** A forward pass of the decoder. */
  interface Decoded {
    /** Prediction of each window, [region, time]. */
    double[][] prediction();
  }
}
