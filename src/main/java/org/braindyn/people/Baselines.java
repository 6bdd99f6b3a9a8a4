package org.braindyn.people;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.forecast.DampedPersistence;
import org.braindyn.forecast.Forecaster;
import org.braindyn.forecast.Persistence;
import org.braindyn.forecast.VectorAutoregression;
import org.braindyn.forecast.Zero;
import org.braindyn.signal.WindowSet;
import org.braindyn.training.score.Evaluation;

/** The forecasters that every model is measured beside. */
public final class Baselines {
  private static final double[] RIDGES = {1, 10, 100, 1e3, 1e4, 1e5};
  private static final int LARGEST_ORDER = 3;

  private Baselines() {}

  /** As {@link #fit(WindowSet, WindowSet, Progress)}, unwatched. */
  public static List<Forecaster> fit(WindowSet train, WindowSet validation) {
    return fit(train, validation, Progress.NONE);
  }

  /**
   * Zero, persistence, damped persistence and the ridge autoregression whose order, ridge and
   * normalisation of the training data validate best: whole recordings less their mean, which says
   * more about slow changes, or windows less their contexts', as the models see them.
   */
  public static List<Forecaster> fit(WindowSet train, WindowSet validation, Progress progress) {
    Forecaster best = null;
    double least = Double.POSITIVE_INFINITY;
    int orders = Math.min(LARGEST_ORDER, train.context());
    for (int order = 1; order <= orders; order++) {
      Progress part = progress.part((order - 1.0) / orders, (double) order / orders);
      List<Forecaster> candidates =
          new ArrayList<>(
              VectorAutoregression.fitRuns(train.recordings(), order, RIDGES, part.part(0, 0.3)));
      candidates.addAll(VectorAutoregression.fitWindows(train, order, RIDGES, part.part(0.3, 0.7)));
      for (Forecaster candidate : candidates) {
        double mse = Evaluation.of(candidate, validation, part).all().mse();
        if (best == null || mse < least) {
          best = candidate;
          least = mse;
        }
      }
    }
    return List.of(new Zero(), new Persistence(), DampedPersistence.fit(train), best);
  }
}
