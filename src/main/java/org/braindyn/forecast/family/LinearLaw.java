package org.braindyn.forecast.family;

import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.Differentiable;
import org.braindyn.forecast.Law;
import org.braindyn.forecast.LinearForecast;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.kernel.linalg.Lu;
import org.braindyn.kernel.linalg.Matrix;

/**
 * A linear autoregression as a law: its derivative is known, and links may act within a frame,
 *
 * <p>x(t) = W' x(t) + lagged terms, so that regions S held at a change d move all by e = M[:, S]
 * M[S, S]^-1 d with M = (I - W')^-1.
 *
 * @param name name for tables
 * @param model the law solved for the present, which forecasts
 * @param links W, what a unit of a region adds to another within a frame, [source][target]; null
 *     for none
 */
public record LinearLaw(String name, LagModel model, double[][] links)
    implements Differentiable, Law, LinearForecast {
  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return model.forecast(context, horizon, progress);
  }

  @Override
  public SignalBatch pull(SignalBatch context, SignalBatch weights) {
    return new VectorAutoregression(model.coefficients()).pull(context, weights);
  }

  @Override
  public double[][] within(int[] held) {
    int n = model.regions();
    if (links == null) {
      return Law.nothingWithin(held, n);
    }
    Matrix rest = new Matrix(n, n); // equation of v in row v, those of held regions replaced
    Matrix given = new Matrix(n, held.length);
    boolean[] isHeld = new boolean[n];
    for (int k = 0; k < held.length; k++) {
      isHeld[held[k]] = true;
      given.set(held[k], k, 1);
    }
    for (int v = 0; v < n; v++) {
      for (int i = 0; i < n; i++) {
        rest.set(v, i, (i == v ? 1 : 0) - (isHeld[v] ? 0 : links[i][v]));
      }
    }
    Matrix moved = Lu.of(rest).solve(given);
    double[][] change = new double[held.length][n];
    for (int k = 0; k < held.length; k++) {
      for (int v = 0; v < n; v++) {
        change[k][v] = moved.get(v, k);
      }
    }
    return change;
  }
}
