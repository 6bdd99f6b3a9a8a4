package org.braindyn.masked.network;

import java.util.List;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.token.Layout;
import org.braindyn.masked.token.Linear;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/**
 * Predicts one number for each window from the encoder: {@code W3 relu(W2 relu(W1 z))} of the scan
 * token, or of the mean of all tokens; the released fine-tuning head. Its parameters are appended
 * to those of the encoder.
 */
public final class PredictionHead {
  private static final String NAME = "mlp_pred_head.lin";

  /** Error of a prediction. */
  public enum Target {
    /** Mean of squares. */
    SQUARED,
    /** Mean of absolute values. */
    ABSOLUTE,
    /** Cross entropy of a yes-or-no variable; the prediction is a logit. */
    CROSS_ENTROPY
  }

  /**
   * How a head predicts.
   *
   * @param mean true to pool all tokens, false to take the scan token
   * @param sigmoid true to pass the prediction through the logistic function
   * @param target error that is trained
   * @param positiveWeight weight of the yes cases in the cross entropy
   */
  public record Settings(boolean mean, boolean sigmoid, Target target, double positiveWeight) {}

  private final MaskedNetwork network;
  private final Settings settings;
  private final Linear[] maps = new Linear[3];

  /**
   * @param network gives the encoder; its layout gets this head's parameters appended if it has
   *     none yet
   * @param width features of the encoder
   * @param settings how to predict
   */
  public PredictionHead(MaskedNetwork network, int width, Settings settings) {
    this.network = network;
    this.settings = settings;
    Layout layout = network.layout();
    int[] widths = {width, width / 2, width / 2, 1};
    for (int i = 0; i < maps.length; i++) {
      String name = NAME + (i + 1);
      if (!layout.has(name + ".weight")) {
        layout.linear(name, widths[i], widths[i + 1]);
      }
      maps[i] = new Linear(layout, name);
    }
  }

  /** A prediction with what its gradient needs. */
  private record Pass(MaskedNetwork.Encoded encoded, TokenMatrix[] steps, double[] prediction) {}

  /** Prediction of each window. */
  public double[] predict(Team team, Vec parameters, List<Window> windows) {
    return forward(team, parameters, windows).prediction;
  }

  private Pass forward(Team team, Vec parameters, List<Window> windows) {
    MaskedNetwork.Encoded encoded = network.encode(team, parameters, windows, Probe.NONE);
    TokenMatrix[] latent = encoded.latent();
    int width = latent[0].width();
    TokenMatrix[] steps = new TokenMatrix[maps.length + 1];
    steps[0] = new TokenMatrix(team.first().kernel(), latent.length, width);
    for (int w = 0; w < latent.length; w++) {
      int rows = settings.mean ? latent[w].rows() : 1;
      for (int c = 0; c < width; c++) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
          sum += latent[w].get(i, c);
        }
        steps[0].set(w, c, sum / rows);
      }
    }
    for (int i = 0; i < maps.length; i++) {
      steps[i + 1] = maps[i].forward(team, parameters, steps[i]);
      if (i < maps.length - 1) {
        Vec v = steps[i + 1].values();
        team.first().ops().curves().rectify(v, 0, v.length(), 0);
      }
    }
    double[] prediction = new double[latent.length];
    for (int w = 0; w < prediction.length; w++) {
      double y = steps[maps.length].get(w, 0);
      prediction[w] = settings.sigmoid ? 1 / (1 + Math.exp(-y)) : y;
    }
    return new Pass(encoded, steps, prediction);
  }

  /**
   * Mean error and its gradient.
   *
   * @param labels what should be predicted, for each window
   * @param gradient gets the gradients of encoder and head added; null for the error alone
   */
  public double run(
      Team team, Vec parameters, List<Window> windows, double[] labels, Vec gradient) {
    Pass pass = forward(team, parameters, windows);
    int n = labels.length;
    double loss = 0;
    TokenMatrix d = new TokenMatrix(team.first().kernel(), n, 1);
    for (int w = 0; w < n; w++) {
      double y = pass.prediction[w];
      loss += error(y, labels[w]) / n;
      double inner = settings.sigmoid ? y * (1 - y) : 1;
      d.set(w, 0, slope(y, labels[w]) * inner / n);
    }
    if (gradient != null) {
      backward(team, parameters, pass, d, gradient);
    }
    return loss;
  }

  private double error(double y, double label) {
    double e = y - label;
    return switch (settings.target) {
      case SQUARED -> e * e;
      case ABSOLUTE -> Math.abs(e);
      case CROSS_ENTROPY ->
          settings.positiveWeight * label * softplus(-y) + (1 - label) * softplus(y);
    };
  }

  private double slope(double y, double label) {
    double e = y - label;
    return switch (settings.target) {
      case SQUARED -> 2 * e;
      case ABSOLUTE -> Math.signum(e);
      case CROSS_ENTROPY ->
          (1 - label) / (1 + Math.exp(-y)) - settings.positiveWeight * label / (1 + Math.exp(y));
    };
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private void backward(Team team, Vec parameters, Pass pass, TokenMatrix grad, Vec gradient) {
    TokenMatrix d = grad;
    for (int i = maps.length - 1; i >= 0; i--) {
      if (i < maps.length - 1) {
        Vec y = pass.steps[i + 1].values();
        team.first().ops().curves().rectifyGradient(y, 0, d.values(), 0, y.length(), 0);
      }
      d = maps[i].backward(team, parameters, pass.steps[i], d, gradient);
    }
    TokenMatrix[] latent = pass.encoded.latent();
    TokenMatrix[] dLatent = new TokenMatrix[latent.length];
    for (int w = 0; w < latent.length; w++) {
      dLatent[w] = latent[w].zeros(team.first().kernel());
      int rows = settings.mean ? latent[w].rows() : 1;
      for (int c = 0; c < d.width(); c++) {
        for (int i = 0; i < rows; i++) {
          dLatent[w].set(i, c, d.get(w, c) / rows);
        }
      }
    }
    network.encodeBackward(team, parameters, pass.encoded, dLatent, gradient);
  }
}
