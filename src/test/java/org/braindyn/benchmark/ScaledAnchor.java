package org.braindyn.benchmark;

import java.util.Locale;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.train.Anchor;
import org.braindyn.masked.train.Recording;

/**
 * The network's cheapest rival: the linear estimate times a number that depends on its own standard
 * deviation alone, eight numbers in all, least squares over the hidden values of the training
 * people. It learns from what the training of the network asks for.
 */
final class ScaledAnchor implements Anchor {
  private static final double[] EDGES = {0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95};

  private final RecordingAnchor anchor;
  private final double[] products = new double[EDGES.length + 1];
  private final double[] squares = new double[EDGES.length + 1];

  ScaledAnchor(RecordingAnchor anchor) {
    this.anchor = anchor;
  }

  /** The estimate as it is; a training person's is learnt from. */
  @Override
  public Estimate estimate(Recording recording, int start, Window window) {
    Estimate estimate = anchor.estimate(recording, start, window);
    if (anchor.trains(recording.person())) {
      learn(window.signals(), estimate);
    }
    return estimate;
  }

  private synchronized void learn(double[] truth, Estimate estimate) {
    for (int i = 0; i < truth.length; i++) {
      if (estimate.deviation()[i] > 0) {
        int bin = bin(estimate.deviation()[i]);
        products[bin] += truth[i] * estimate.mean()[i];
        squares[bin] += estimate.mean()[i] * estimate.mean()[i];
      }
    }
  }

  private static int bin(double deviation) {
    int bin = 0;
    while (bin < EDGES.length && deviation >= EDGES[bin]) {
      bin++;
    }
    return bin;
  }

  /** The scaled estimate of an anchored window. */
  double[] scaled(Window window) {
    double[] result = window.anchor().clone();
    for (int i = 0; i < result.length; i++) {
      if (window.deviation()[i] > 0) {
        int bin = bin(window.deviation()[i]);
        result[i] *= squares[bin] > 0 ? products[bin] / squares[bin] : 1;
      }
    }
    return result;
  }

  /** The numbers, by rising deviation. */
  String numbers() {
    StringBuilder text = new StringBuilder();
    for (int b = 0; b < products.length; b++) {
      text.append(String.format(Locale.ROOT, " %.3f", products[b] / squares[b]));
    }
    return text.toString();
  }
}
