package org.braindyn.forecast.family;

import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.data.SignalBatch;
import org.braindyn.forecast.DampedPersistence;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.LinearForecast;
import org.braindyn.forecast.Persistence;
import org.braindyn.forecast.Zero;
import org.braindyn.signal.WindowSet;

/** Zero, persistence and damped persistence: what costs nothing to know. */
public final class BasicModel implements FamilyModel, LinearForecast {
  private static final int BLOCK = 256;

  private final String kind;
  private final Forecaster inner;
  private final double[] factor;

  private BasicModel(String kind, Forecaster inner, double[] factor) {
    this.kind = kind;
    this.inner = inner;
    this.factor = factor;
  }

  /** The context's mean stays. */
  public static BasicModel zero() {
    return new BasicModel("zero", new Zero(), new double[0]);
  }

  /** The last value stays. */
  public static BasicModel persistence() {
    return new BasicModel("persistence", new Persistence(), new double[0]);
  }

  /**
   * The last value times a number per step ahead.
   *
   * @param factor one number per step ahead
   */
  public static BasicModel damped(double[] factor) {
    return new BasicModel("damped", new DampedPersistence(factor), factor.clone());
  }

  /** Least squares of every step ahead on the last value, over all windows and regions. */
  public static BasicModel damped(WindowSet windows) {
    double[] product = new double[windows.horizon()];
    double square = 1e-12;
    for (int from = 0; from < windows.size(); from += BLOCK) {
      var block = windows.range(from, Math.min(windows.size(), from + BLOCK));
      for (int w = 0; w < block.size(); w++) {
        for (int r = 0; r < windows.regions(); r++) {
          double last = block.context().get(w, r, windows.context() - 1);
          square += last * last;
          for (int p = 0; p < product.length; p++) {
            product[p] += last * block.target().get(w, r, p);
          }
        }
      }
    }
    for (int p = 0; p < product.length; p++) {
      product[p] /= square;
    }
    return damped(product);
  }

  static BasicModel restore(StoredModel stored) {
    return switch (stored.kind()) {
      case "zero" -> zero();
      case "persistence" -> persistence();
      default -> damped(stored.array("factor").values());
    };
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public int parameters() {
    return factor.length;
  }

  @Override
  public StoredModel store() {
    return StoredModel.of(
        kind, name(), factor.length == 0 ? Map.of() : Map.of("factor", NamedArray.of(factor)));
  }

  @Override
  public SignalBatch forecast(SignalBatch context, int horizon, Progress progress) {
    return inner.forecast(context, horizon, progress);
  }
}
