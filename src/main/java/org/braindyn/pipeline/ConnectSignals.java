package org.braindyn.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.forecast.Differentiable;
import org.braindyn.forecast.Forecaster;
import org.braindyn.model.BrainDyn;
import org.braindyn.model.Coupling;
import org.braindyn.perturbation.EffectiveConnectivity;
import org.braindyn.perturbation.MatrixAgreement;
import org.braindyn.perturbation.StartingWindows;
import org.braindyn.task.SheafDisagreement;
import org.braindyn.task.WiringInference;

/** Who drives whom in a trained model, as matrices and tables. */
public final class ConnectSignals {
  /** Columns of {@link #hubs}. */
  public static final List<String> HUB_COLUMNS =
      List.of("Region", "Label", "Out-strength", "In-strength", "Strongest target", "Effect");

  /** Columns of {@link #scores}. */
  public static final List<String> SCORE_COLUMNS =
      List.of(
          "Method", "Precision", "Recall", "F1", "nGED", "AUROC", "AUPRC", "Signed correlation");

  private ConnectSignals() {}

  /**
   * Effective connectivity: an impulse into every region in turn.
   *
   * @param size impulse in sd; 0 for the exact derivative
   * @param horizon frames to follow
   * @param windows starting windows at most
   */
  public static EffectiveConnectivity effective(
      SavedModel stored,
      RegionSignals signals,
      double size,
      int horizon,
      int windows,
      Progress progress) {
    stored.checkFits(signals, "The model");
    StartingWindows starts = StartingWindows.spread(List.of(signals), stored.context(), windows);
    try (OpenModel model = stored.open()) {
      Forecaster forecaster = model.forecaster();
      if (size != 0) {
        return EffectiveConnectivity.byRollouts(
            forecaster, signals.regions(), starts.contexts(), size, horizon, progress);
      }
      if (!(forecaster instanceof Differentiable exact)) {
        throw new BadInput(
            "exact: the derivative of "
                + forecaster.name()
                + " is not known. Leave \"exact\" out and give a small impulse, e.g. size=0.01.");
      }
      return EffectiveConnectivity.byJacobian(
          exact, signals.regions(), starts.contexts(), horizon, progress);
    }
  }

  /** Refuses an impulse of no size. */
  public static void checkImpulse(double size) {
    if (size == 0) {
      throw new BadInput(
          "size=0 changes nothing. Give the impulse in sd of the region, or tick \"exact\" for the"
              + " derivative.");
    }
  }

  /** One row per region: how much leaves it, how much arrives, whom it drives most. */
  public static List<List<String>> hubs(double[][] matrix, RegionSignals signals) {
    List<double[]> strengths = EffectiveConnectivity.strengths(matrix);
    List<List<String>> rows = new ArrayList<>();
    for (int u = 0; u < matrix.length; u++) {
      int best = u == 0 ? matrix.length - 1 : 0;
      for (int v = 0; v < matrix.length; v++) {
        best = v != u && Math.abs(matrix[u][v]) > Math.abs(matrix[u][best]) ? v : best;
      }
      rows.add(
          List.of(
              signals.regions().get(u).name(),
              Integer.toString(signals.regions().get(u).label()),
              Double.toString(strengths.get(0)[u]),
              Double.toString(strengths.get(1)[u]),
              signals.regions().get(best).name(),
              Double.toString(matrix[u][best])));
    }
    return rows;
  }

  /** Off-diagonal correlations of a matrix with others, one line each. */
  public static String agreement(double[][] matrix, Map<String, double[][]> others) {
    StringBuilder text = new StringBuilder();
    others.forEach(
        (name, other) ->
            text.append(
                String.format(
                    java.util.Locale.ROOT,
                    "correlation with %s: %.3f (its transpose: %.3f)%n",
                    name,
                    MatrixAgreement.pearson(matrix, other),
                    MatrixAgreement.pearson(matrix, MatrixAgreement.transpose(other)))));
    return text.toString();
  }

  /**
   * Scores of every ordered pair by all methods: comparators that need no model and, with a model,
   * its effective connectivity and the release's sheaf disagreement.
   *
   * @param stored a trained model, or null
   * @return method name to [source][target]
   */
  public static Map<String, double[][]> estimates(
      SavedModel stored, RegionSignals signals, Progress progress) {
    SavedModel.checkComplete(signals);
    Map<String, double[][]> estimates = new LinkedHashMap<>();
    if (stored != null) {
      estimates.put(
          "effective connectivity", effective(stored, signals, 0.5, 3, 64, progress).peak());
      if (stored instanceof SavedBrainDyn plain
          && plain.stored().settings().coupling() == Coupling.SHEAF) {
        StartingWindows starts = StartingWindows.spread(List.of(signals), stored.context(), 64);
        try (BrainDyn model = plain.stored().open()) {
          estimates.put(
              "sheaf disagreement",
              SheafDisagreement.scores(
                  model.settings(),
                  model.parameters(),
                  model.embed(starts.contexts()).stalks(),
                  stored.graph()));
        }
      }
    }
    estimates.putAll(WiringInference.comparators(signals));
    return estimates;
  }

  /** One row per method, best first. */
  public static List<List<String>> scores(Map<String, double[][]> estimates, double[][] wiring) {
    List<List<String>> rows = new ArrayList<>();
    for (WiringInference w : WiringInference.all(estimates, wiring)) {
      rows.add(
          List.of(
              w.method(),
              Double.toString(w.score().precision()),
              Double.toString(w.score().recall()),
              Double.toString(w.score().f1()),
              Double.toString(w.score().normalisedEditDistance()),
              Double.toString(w.auroc()),
              Double.toString(w.auprc()),
              Double.toString(w.correlation())));
    }
    return rows;
  }
}
